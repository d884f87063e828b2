import type { Payload } from 'payload';
import type { EditionEntry } from '#domain/edition';
import { type Instant, latest } from '#domain/time';
import { rowsOfEdition } from './deliveries';
import type { Edition } from './editions';
import type { Settings } from './settings';
import { stillAsked } from './still-asked';

/** What is ready for an edition or in hand for it, and will still be wanted when it leaves, with its contents as they are now. */
export const loadEditionEntries = async (
  payload: Payload,
  settings: Settings,
  { id, slotAt }: Pick<Edition, 'id' | 'slotAt'>,
  now: Instant,
): Promise<readonly EditionEntry[]> => {
  const rows = (await rowsOfEdition(payload, id)).filter(({ status }) => status === 'ready' || status === 'sending');
  return stillAsked(payload, settings, rows, () => latest(slotAt, now));
};
