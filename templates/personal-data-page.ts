import type { PersonalData } from '#domain/personal-data';
import { instant } from '#domain/time';
import { RECEIPT_KIND_WORDS, WITHDRAWAL_WORDS } from '#i18n/admin-dispatch';
import { momentWithZone } from '#i18n/dates';
import { ERASURE, PERSONAL_DATA, REQUEST_KINDS, SUPPRESSION_REASONS_TOLD } from '#i18n/personal-data';
import { selectionInWords } from '#i18n/preferences';
import { type Markup, markup } from './markup';
import { messagePage, pageShell } from './page-shell';

/** What the page shows. */
export type PersonalDataInput = {
  readonly data: PersonalData;
  /** Topics as people read them. */
  readonly topics: readonly { readonly slug: string; readonly title: string }[];
  /** Where the file, the deletion and the choice of newsletters are; the last only for somebody who has any. */
  readonly links: { readonly file: string; readonly erase: string; readonly preferences: string | undefined };
};

/** All that is kept about a person, in words. */
export const personalDataPage = ({ data, topics, links }: PersonalDataInput): string =>
  pageShell({
    title: PERSONAL_DATA.title,
    secret: true,
    main: [
      markup`<h1>${PERSONAL_DATA.title}</h1><p class="lead">${PERSONAL_DATA.lead}</p>`,
      factsOf([[PERSONAL_DATA.address, data.address]]),
      part(
        PERSONAL_DATA.subscriptions,
        data.subscriptions.map((one) => subscriptionOf(one, topics)),
      ),
      part(PERSONAL_DATA.consents, data.consents.map(consentOf)),
      part(PERSONAL_DATA.requests, data.requests.map(requestOf)),
      part(PERSONAL_DATA.editions, editionsOf(data.editions)),
      part(PERSONAL_DATA.receipts, data.receipts.map(receiptOf)),
      part(PERSONAL_DATA.suppressions, data.suppressions.map(suppressionOf), PERSONAL_DATA.suppressionsHint),
      markup`<section class="part"><p><a class="button" href="${links.file}">${PERSONAL_DATA.download}</a></p>
${links.preferences !== undefined && markup`<p><a href="${links.preferences}">${PERSONAL_DATA.manage}</a></p>`}
<p><a href="${links.erase}">${PERSONAL_DATA.erase}</a></p>
<p class="hint">${PERSONAL_DATA.privacy} <a href="/datenschutz">${PERSONAL_DATA.privacyLink}</a>.</p></section>`,
    ],
  });

/** Asks once more before everything is deleted; opening it deletes nothing. */
export const erasePage = (action: string): string =>
  pageShell({
    title: ERASURE.title,
    secret: true,
    main: [
      markup`<h1>${ERASURE.title}</h1><p class="lead">${ERASURE.question}</p><ul>${ERASURE.effects.map((effect) => markup`<li>${effect}</li>`)}</ul>
<form method="post" action="${action}"><p><button type="submit">${ERASURE.button}</button></p></form><p class="hint">${ERASURE.hint}</p>`,
    ],
  });

/** All is deleted. */
export const erasedPage = (): string => messagePage({ title: ERASURE.doneTitle, text: ERASURE.done });

type Text = string | undefined;
type Facts = readonly (readonly [string, Text])[];

const part = (heading: string, entries: readonly Markup[], hint?: string): Markup =>
  markup`<section class="part"><h2>${heading}</h2>${
    entries.length > 0
      ? markup`${hint !== undefined && markup`<p class="hint">${hint}</p>`}<ul class="list">${entries.map((entry) => markup`<li>${entry}</li>`)}</ul>`
      : markup`<p>${PERSONAL_DATA.nothing}</p>`
  }</section>`;

const factsOf = (facts: Facts): Markup =>
  markup`<dl>${facts.flatMap(([name, value]) => (value ? [markup`<dt>${name}</dt><dd>${value}</dd>`] : []))}</dl>`;

const at = (iso: Text): Text => (iso ? momentWithZone(instant(iso), 'de') : undefined);

const subscriptionOf = (one: PersonalData['subscriptions'][number], topics: PersonalDataInput['topics']): Markup =>
  factsOf([
    [PERSONAL_DATA.newsletter, one.newsletter],
    [PERSONAL_DATA.organisation, one.organisation],
    [PERSONAL_DATA.status, PERSONAL_DATA[one.status]],
    [PERSONAL_DATA.choice, selectionInWords({ ...one.preferences, topics: titlesOf(one.preferences.topics, topics) })],
    [PERSONAL_DATA.since, at(one.confirmedAt)],
    [PERSONAL_DATA.leftAt, at(one.unsubscribedAt)],
  ]);

/** What has no title any more is named as it is kept. */
const titlesOf = (slugs: readonly string[], topics: PersonalDataInput['topics']): readonly string[] =>
  slugs.map((slug) => topics.find((topic) => topic.slug === slug)?.title ?? slug);

const consentOf = (one: PersonalData['consents'][number]): Markup =>
  factsOf([
    [PERSONAL_DATA.newsletter, one.newsletter],
    [PERSONAL_DATA.organisation, one.organisation],
    [PERSONAL_DATA.text, one.text],
    [PERSONAL_DATA.form, one.form],
    [PERSONAL_DATA.source, one.source],
    [PERSONAL_DATA.requestedAt, at(one.requestedAt)],
    [PERSONAL_DATA.mailedAt, at(one.mailedAt)],
    [PERSONAL_DATA.confirmedAt, at(one.confirmedAt)],
    [PERSONAL_DATA.withdrawnAt, at(one.withdrawnAt)],
    [PERSONAL_DATA.withdrawnBy, one.withdrawnBy && WITHDRAWAL_WORDS[one.withdrawnBy].de],
  ]);

const requestOf = ({ kind, newsletters, requestedAt, expiresAt }: PersonalData['requests'][number]): Markup =>
  factsOf([
    [PERSONAL_DATA.newsletter, [REQUEST_KINDS[kind], newsletters.join(', ')].filter(Boolean).join(' ')],
    [PERSONAL_DATA.requestedAt, at(requestedAt)],
    [PERSONAL_DATA.expiresAt, at(expiresAt)],
  ]);

const editionsOf = (editions: PersonalData['editions']): readonly Markup[] =>
  editions.map(
    ({ newsletter, at: left, isCertain }) =>
      markup`${newsletter}, ${at(left)}${!isCertain && markup` (${PERSONAL_DATA.unclear})`}`,
  );

const receiptOf = ({ newsletter, kind, at: told }: PersonalData['receipts'][number]): Markup =>
  markup`${newsletter}, ${at(told)}: ${RECEIPT_KIND_WORDS[kind].de}`;

const suppressionOf = ({ newsletter, reason, since }: PersonalData['suppressions'][number]): Markup =>
  factsOf([
    [PERSONAL_DATA.newsletter, newsletter ?? PERSONAL_DATA.everywhere],
    [PERSONAL_DATA.reason, SUPPRESSION_REASONS_TOLD[reason]],
    [PERSONAL_DATA.suppressedSince, at(since)],
  ]);
