import { type Instant, inBerlin, ZONE } from './time';

/** What somebody wants who asks about data of their own (Art. 15 to 18, 20, 21 GDPR). */
export type RightsRequestKind = (typeof RIGHTS_REQUEST_KINDS)[number];
export const RIGHTS_REQUEST_KINDS = ['access', 'portability', 'erasure', 'rectification', 'restriction', 'objection'] as const;

/** A request that came by post, phone or mail: what the pages behind our own links answer at once is none. */
export type RightsRequest = {
  readonly id: string;
  readonly kind: RightsRequestKind;
  /** Under which sign its body keeps it; no name. */
  readonly reference: string;
  readonly dueAt: Instant;
};

/**
 * The last moment to answer a request: the end of the Berlin day one month after the one it came on, two months later where it was
 * extended (Art. 12(3) GDPR).
 */
export const answerBy = (receivedAt: Instant, isExtended: boolean): Instant =>
  inBerlin(receivedAt)
    .toPlainDate()
    .add({ months: isExtended ? 3 : 1 })
    .add({ days: 1 })
    .toZonedDateTime(ZONE)
    .toInstant()
    .subtract({ seconds: 1 });
