import { contentUrl } from '#domain/addresses';
import type { Mail } from '#domain/message';
import { type Notice, subjectOf } from '#store/notices';
import { loadPerson } from '#store/people';
import { loadFailedPublication } from '#store/scheduled';
import { composePublicationNotice } from '#templates/publication-notice.tsx';
import type { JobContext } from '../context';
import { type Composed, guarded } from './compose';

/** The mail about a content that could not be published as planned; undefined when the content or the reader is gone. */
export const publicationMail = async (ctx: JobContext, notice: Notice): Promise<Composed | undefined> => {
  const publication = await loadFailedPublication(ctx.payload, subjectOf(notice));
  const person = await loadPerson(ctx.payload, notice.userId);
  if (!publication || !person) return undefined;
  return guarded(async () => {
    const url = contentUrl(publication.ref, ctx.publicUrl);
    const words = await composePublicationNotice({ title: publication.title, url, language: person.language });
    const recipients = [{ id: person.id, address: person.email, replace: {} }];
    const mail: Mail = { kind: 'mail', from: ctx.mailFrom, ...words, recipients };
    return { kind: 'message', message: mail };
  });
};
