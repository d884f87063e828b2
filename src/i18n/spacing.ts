import type { SpacingRule } from '#domain/spacing';
import { type Words, words } from './words';

/** Field words of how often a channel posts. */
export const SPACING = {
  group: words('Takt der Beiträge', 'Pace of posts'),
  perDay: words('Höchstens so viele Beiträge am Tag', 'At most so many posts a day'),
  perDayHint: words(
    'Was darüber ist, wartet auf den nächsten Morgen, Absagen und Änderungen zuerst; was nicht so lange warten kann, bekommt die zuständige Person als fertigen Text. Ohne Angabe: keine Grenze.',
    'What is beyond that waits for the next morning, cancellations and changes first; what cannot wait so long goes to the person in charge as finished text. If empty: no limit.',
  ),
  gapMinutes: words('Mindestabstand in Minuten', 'Minutes between two posts at least'),
  gapMinutesHint: words('Zum Beispiel 90. Ohne Angabe: keine Grenze.', 'For example 90. If empty: no limit.'),
  monthlyCents: words('Höchstens so viele US-Cent im Monat', 'At most so many US cents a month'),
  monthlyCentsHint: words(
    'Was darüber ist, wartet auf den nächsten Monat; was nicht so lange warten kann, bekommt die zuständige Person als fertigen Text. Geschätzt nach den Preisen unten; die Rechnung stellt X. Ohne Angabe: keine Grenze.',
    'What is beyond that waits for the next month; what cannot wait so long goes to the person in charge as finished text. Estimated by the prices below; the bill comes from X. If empty: no limit.',
  ),
  postCents: words('Preis eines Beitrags in US-Cent', 'Price of a post in US cents'),
  postCentsHint: words('Ohne Angabe: 1,5 (Stand August 2026).', 'If empty: 1.5 (as of August 2026).'),
  linkPostCents: words('Preis eines Beitrags mit Link in US-Cent', 'Price of a post with a link in US cents'),
  linkPostCentsHint: words('Ohne Angabe: 20 (Stand August 2026).', 'If empty: 20 (as of August 2026).'),
  restUntil: words('Macht Pause bis (Berliner Zeit)', 'Takes a rest until (Berlin time)'),
  restHint: words(
    'Das Netzwerk nimmt gerade nichts an. Danach geht es von selbst weiter; was dann zu spät käme, gilt als verpasst.',
    'The network takes nothing at the moment. It goes on by itself then; what would come too late counts as missed.',
  ),
} as const;

/** The rules of a channel that may make a post wait, as they stand there. */
export const RULE_WORDS: Readonly<Record<SpacingRule, (limit: number) => Words>> = {
  perDay: (limit) =>
    limit === 1
      ? words('höchstens 1 Beitrag am Tag', 'at most 1 post a day')
      : words(`höchstens ${limit} Beiträge am Tag`, `at most ${limit} posts a day`),
  gapMinutes: (limit) =>
    limit === 1
      ? words('mindestens 1 Minute zwischen zwei Beiträgen', 'at least 1 minute between two posts')
      : words(`mindestens ${limit} Minuten zwischen zwei Beiträgen`, `at least ${limit} minutes between two posts`),
  monthlyCents: (limit) => words(`höchstens ${limit} US-Cent im Monat`, `at most ${limit} US cents a month`),
};

/** A due row has no place on its channel before then; undefined: none in time, as its limits are now. */
export const placeSentence = (rule: Words, from: Words | undefined): Words =>
  from
    ? words(
        `Wartet auf seinen Platz: ${rule.de}, frühestens ${from.de}.`,
        `Waits for its place: ${rule.en}, at the earliest ${from.en}.`,
      )
    : words(
        `Findet auf dem Kanal rechtzeitig keinen Platz: ${rule.de}. Der fertige Text geht an die zuständige Person.`,
        `Finds no place on the channel in time: ${rule.en}. The finished text goes to the person in charge.`,
      );

/** Nothing leaves a channel before then, because its network takes nothing. */
export const restSentence = (until: Words | undefined): Words =>
  words(
    `Wartet, weil der Kanal Pause macht${until ? ` bis ${until.de}` : ''}: Das Netzwerk nimmt gerade nichts an.`,
    `Waits because the channel takes a rest${until ? ` until ${until.en}` : ''}: the network takes nothing at the moment.`,
  );

/** What a post is estimated to cost, in cents. */
export const centsInWords = (cents: number): Words =>
  words(`${String(cents).replace('.', ',')} US-Cent, geschätzt`, `${cents} US cents, estimated`);
