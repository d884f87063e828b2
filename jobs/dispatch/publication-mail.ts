import { contentUrl } from '#domain/addresses';
import { type Notice, subjectOf } from '#store/notices';
import type { Person } from '#store/people';
import { loadFailedPublication } from '#store/scheduled';
import { composePublicationNotice } from '#templates/publication-notice';
import type { JobContext } from '../context';
import { type Composed, guarded, toPerson } from './compose';

/** The mail about a content that could not be published or taken back as planned; undefined when it has become pointless. */
export const publicationMail = async (ctx: JobContext, notice: Notice, person: Person): Promise<Composed | undefined> => {
  const publication = await loadFailedPublication(ctx.payload, subjectOf(notice));
  if (!publication) return undefined;
  return guarded(async () => {
    const { ref, step, title } = publication;
    const url = contentUrl(ref, ctx.publicUrl);
    const words = await composePublicationNotice({ step, title, url, language: person.language });
    return toPerson(person, { from: ctx.mailFrom, ...words });
  });
};
