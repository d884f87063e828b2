import { planDeliveries } from '#domain/plan';
import { instant } from '#domain/time';
import { bodies, channelOf, eventOf, northSouth, organisations } from '../fixtures/domain';
import { median, memoryOf, report, timed } from './measure';

const CHANNELS = 50;
const KINDS = ['linkedin', 'newsletter', 'mastodon', 'feed', 'x'] as const;
const NOW = instant('2026-11-23T10:00:00Z');

/** Plans 10,000 contents on 50 channels and says how that grows; the baseline is a quarter of the work in the same run. */
export const benchPlanning = (): void => {
  planContents(500);
  const quarter = median([1, 2, 3].map(() => timed(() => planContents(2_500))));
  const whole = median([1, 2, 3].map(() => timed(() => planContents(10_000))));
  report('planning 10,000 contents × 50 channels', `${(whole / 1000).toFixed(1)} s`, 'aim < 10 s');
  report('… against 2,500 contents in the same run', `${(whole / quarter).toFixed(2)} ×`, 'linear = 4.00 ×');
  report('… memory peak of this process', `${memoryOf(process.pid).peak.toFixed(0)} MB`);
};

const channels = Array.from({ length: CHANNELS }, (_, i) =>
  channelOf(bodies[i % bodies.length]?.id ?? 'rmnh', KINDS[i % KINDS.length] ?? 'x', { id: `c${i}`, slug: `c${i}` }),
);

const planContents = (count: number): number => {
  let rows = 0;
  for (let i = 0; i < count; i++) {
    const content = eventOf({ ref: { collection: 'events', id: `e${i}` }, organiser: bodies[i % bodies.length]?.id ?? 'rmnh' });
    rows += planDeliveries({
      content,
      existing: [],
      organisations,
      channels,
      agreement: northSouth,
      load: () => 0,
      coolOffMinutes: 0,
      now: NOW,
    }).length;
  }
  return rows;
};
