import type { ChannelSettings } from '#domain/channel';
import type { Section } from '#domain/edition';
import type { WaitsFor } from '#domain/edition-edit';
import { isBlocked, lintEdition } from '#domain/edition-lint';
import { isCovered } from '#domain/edition-making';
import { newsletterOf } from '#domain/newsletter';
import { languagesOf } from '#domain/segment';
import { log } from '#runtime/log';
import { encodedSize } from '#runtime/mail-size';
import { type Edition, noteWaiting } from '#store/editions';
import type { Settings } from '#store/settings';
import { factsOf } from '#templates/edition-facts';
import type { JobContext } from '../context';
import { composeEditionMail } from './compose';

/** True as long as an edition may not leave as it would be now: nobody said yes where somebody must, or its check found what must not leave. */
export const isHeldBack = async (
  ctx: JobContext,
  settings: Settings,
  edition: Edition,
  channel: ChannelSettings,
  sections: readonly Section[],
): Promise<boolean> => {
  const waitsFor = await whatFor(ctx, settings, edition, channel, sections);
  if (waitsFor !== edition.waitsFor && (await noteWaiting(ctx.payload, edition.id, waitsFor)))
    log(waitsFor ? 'edition.waits' : 'edition.released', { edition: edition.id, waitsFor }, waitsFor ? 'warn' : 'info');
  return waitsFor !== undefined;
};

const whatFor = async (
  ctx: JobContext,
  { organisations }: Settings,
  edition: Edition,
  channel: ChannelSettings,
  sections: readonly Section[],
): Promise<WaitsFor | undefined> => {
  const rows = sections.flatMap(({ entries }) => entries.map(({ delivery }) => delivery));
  if (newsletterOf(channel).release === 'approval' && !isCovered(edition.approval, edition.version, rows)) return 'approval';
  for (const language of languagesOf(channel)) {
    const composed = await composeEditionMail(ctx, { edition, channel: { ...channel, language }, sections, organisations });
    // What cannot be composed is refused where it is to leave, so that people read why.
    if (composed.kind === 'refusal' || composed.message.kind !== 'mail') continue;
    const { message } = composed;
    const facts = factsOf({ ...message, bytes: await encodedSize(message.html) }, channel, {
      organisations,
      publicUrl: ctx.publicUrl,
    });
    if (isBlocked(lintEdition(facts))) return 'check';
  }
  return undefined;
};
