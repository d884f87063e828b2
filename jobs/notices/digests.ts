import { digestAt } from '#domain/digest';
import { digestKey, type NoticeOpening } from '#store/notices';
import { loadReaders } from '#store/people';
import { claimTick, isTickClaimed } from '#store/tick-claims';
import type { JobContext } from '../context';
import { loadDigestLists } from './digest-lists';
import { raise } from './raise';

/**
 * Raises the digests of the day for whom there is something to say in the morning, or when the machine comes back in the course
 * of the day. The day is ticked off afterwards: after a crash in between the rest is raised, and what comes up later waits for the
 * next morning. Gives the number raised.
 */
export const raiseDigests = async ({ payload, now }: JobContext): Promise<number> => {
  const digest = digestAt(now);
  if (!digest) return 0;
  const done = `digests/${digest.day}`;
  if (await isTickClaimed(payload, done)) return 0;
  const openings: NoticeOpening[] = [];
  for (const person of await loadReaders(payload, 'digest'))
    if (await loadDigestLists(payload, person, digest, now))
      openings.push({
        ...{ kind: 'digest', userId: person.id, organisation: person.organisation },
        key: digestKey(digest.day, person.id),
      });
  const raised = await raise(payload, openings);
  await claimTick(payload, done);
  return raised;
};
