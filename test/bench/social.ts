import type { NetworkKind } from '#domain/network';
import { NETWORK_LIMITS } from '#domain/post-limits';
import { instant } from '#domain/time';
import { composePost } from '#templates/post';
import { channelOf, eventOf, organisations } from '../fixtures/domain';
import { median, report, timed } from './measure';
import { benchSocialDispatch } from './social-dispatch';

const POSTS = 2_000;
const RUNS = 5;
const NETWORKS = ['linkedin', 'mastodon', 'bluesky', 'x'] as const satisfies readonly NetworkKind[];

/**
 * Posts composed per second and network, against putting the same words together without fitting them; then posts of thirty channels, of
 * which one answers slowly, against the same thirty when all are quick.
 */
export const benchSocial = async (): Promise<void> => {
  for (const network of NETWORKS) composeAll(network);
  joinAll();
  for (const network of NETWORKS) {
    const [ours, bare] = [middle(() => composeAll(network)), middle(joinAll)];
    report(`posts composed for ${network}`, `${perSecond(ours)} posts/s`, `words put together ${perSecond(bare)}/s`);
  }
  await benchSocialDispatch();
};

const middle = (run: () => void): number => median(Array.from({ length: RUNS }, () => timed(run)));

const perSecond = (ms: number): string => Math.round(POSTS / (ms / 1_000)).toLocaleString('en');

const PUBLIC_URL = 'https://nordsued.example.org';
const DUE = instant('2026-11-24T09:00:00Z');
const TEASER =
  'Vier Teams zeigen, woran sie arbeiten: „Grüße aus Kassel“, ein Prüfstand für Wärmepumpen und eine Börse für Maschinen. ';

/** From short ones to such as every network has to shorten. */
const contents = Array.from({ length: POSTS }, (_, i) =>
  eventOf({
    ref: { collection: 'events', id: `e${i}` },
    title: { de: `Gründungsabend ${i}: ${'Vom Prototyp zum ersten Auftrag '.repeat(1 + (i % 5))}`.trim() },
    teaser: { de: TEASER.repeat(1 + (i % 4)).trim() },
  }),
);

const composeAll = (network: NetworkKind): void => {
  const channel = channelOf('ihk', network);
  const limits = NETWORK_LIMITS[network];
  for (const content of contents) {
    const delivery = { purpose: 'announce', ownTextStale: false, dueAt: DUE } as const;
    composePost({ content, channel, organisations, publicUrl: PUBLIC_URL, limits, delivery });
  }
};

const joinAll = (): void => {
  for (const { title, teaser, slug, event } of contents)
    [title.de, event.startsAt.toString(), event.town, teaser.de, `${PUBLIC_URL}/veranstaltungen/${slug}`].join('\n\n');
};
