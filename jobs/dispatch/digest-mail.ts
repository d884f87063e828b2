import { digestAt } from '#domain/digest';
import { isAbove } from '#domain/role';
import { stoppedFor } from '#domain/stop';
import { stoppedInWords } from '#i18n/today';
import { now } from '#runtime/clock';
import { type Notice, subjectOf } from '#store/notices';
import type { Person } from '#store/people';
import { loadStopped } from '#store/settings';
import { composeDigest } from '#templates/digest.tsx';
import type { JobContext } from '../context';
import { loadDigestLists } from '../notices/digest-lists';
import { type Composed, guarded, toPerson } from './compose';

/** The digest as things stand now; undefined when its day is over or there is nothing to say any more. */
export const digestMail = async (ctx: JobContext, notice: Notice, person: Person): Promise<Composed | undefined> => {
  const at = now();
  const digest = digestAt(at);
  if (digest?.day !== subjectOf(notice)) return undefined;
  const lists = await loadDigestLists(ctx.payload, person, digest, at);
  if (!lists) return undefined;
  return guarded(async () => {
    const { language } = person;
    const stopped = stoppedFor(await loadStopped(ctx.payload), isAbove(person) ? undefined : (person.organisation ?? 'none'));
    const words = await composeDigest({
      ...{ lists, digest, at, language },
      ofAll: isAbove(person),
      stopped: stopped.length > 0 ? { isAll: stopped === 'all', words: stoppedInWords(stopped) } : undefined,
      publicUrl: ctx.publicUrl,
    });
    return toPerson(person, { from: ctx.mailFrom, ...words });
  });
};
