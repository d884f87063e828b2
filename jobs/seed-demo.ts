import type { Payload } from 'payload';
import type { Instant } from '#domain/time';
import type { ChannelOf } from '#runtime/channels';
import { setClock } from '#runtime/clock';
import type { Env } from '#runtime/env';
import { answering } from './demo/answers';
import { seedChannels } from './demo/channels';
import { type Days, daysOf } from './demo/days';
import { type Desk, uploadPictures } from './demo/entering';
import { seedPeople } from './demo/people';
import { seedProfiles } from './demo/profiles';
import { rmnhItems } from './demo/rmnh-items';
import { southItems } from './demo/south-items';
import { spkItems } from './demo/spk-items';
import { idsBySlug, type Shelf, timeline } from './demo/timeline';
import { jobContext, nextMoment, runJobs } from './index';
import { type Act, runVirtually } from './virtual-run';

export { DEMO_DAYS, daysOf } from './demo/days';

/** The one post whose fate nobody learns: the stand-in provider accepts it and hangs up. Only one channel speaks English. */
export const isLostPost = ({ text, language }: { readonly text: string; readonly language: string }): boolean =>
  language === 'en' && text.includes('Pitch evening');

/** What the demo is played on: an installation that `seedBase` has filled and nobody has used. */
export type DemoStage = {
  readonly payload: Payload;
  readonly env: Pick<Env, 'publicUrl' | 'mailFrom' | 'leaseSeconds'>;
  readonly channel: ChannelOf;
  /** The present moment; its Berlin day decides about all dates, so that two demos on one day are alike. */
  readonly now: Instant;
  readonly password: string;
  /** Told after each round of jobs, with what people did before it. */
  readonly report: (at: Instant, said: readonly string[]) => Promise<void>;
};

/**
 * Fills an empty installation with people, channels and example contents, and lets the real jobs run through the last thirty
 * days on a virtual clock.
 */
export const seedDemo = async (stage: DemoStage): Promise<void> => {
  const { payload, env, channel, now, password, report } = stage;
  const days = daysOf(now);
  try {
    setClock(() => days.start);
    const desk = await furnish(stage, days, password);
    const shelf: Shelf = new Map();
    const acts = await prepareActs(desk, days, shelf);
    const editors = new Map([...desk.editors].map(([slug, user]) => [desk.organisations.get(slug) ?? '', user]));
    const react = await answering({ payload, editors, shelf });
    const tick = async () => void (await runJobs(jobContext(payload, env, channel, 'demo')));
    await runVirtually({ from: days.start, until: now, acts, tick, next: (at) => nextMoment(payload, at), react, report });
  } finally {
    setClock(undefined);
  }
};

const furnish = async ({ payload }: DemoStage, days: Days, password: string) => {
  const organisations = await idsBySlug(payload, 'organisations');
  const topics = await idsBySlug(payload, 'topics');
  // Whoever tries the demo wants to see soon what becomes of it.
  await payload.updateGlobal({ slug: 'operations', data: { coolOffMinutes: 1 } });
  await seedProfiles(payload, organisations);
  const editors = await seedPeople(payload, organisations, password);
  await seedChannels(payload, organisations, days, days.start);
  const desk: Desk = { payload, organisations, topics, editors };
  return desk;
};

const prepareActs = async (desk: Desk, days: Days, shelf: Shelf): Promise<readonly Act[]> => {
  const items = [...rmnhItems(days), ...spkItems(days), ...southItems(days)];
  return timeline(desk, items, await uploadPictures(desk, items), days, shelf);
};
