import { type Instant, inBerlin, Temporal, ZONE } from './time';

/** Who left may come back, or complain that they could not; after so many days their address goes. */
export const LEAVER_DAYS = 30;

/** What was sent names its readers for so many days, in the database and as a file: as long as a provider may still tell what became of it. */
export const SENT_DAYS = 7;

/** Consents that ended for a reader before this moment are no proof any more: claims lapse at the end of the third year after (§§ 195, 199 BGB). */
export const proofsLapsedBefore = (now: Instant): Instant =>
  Temporal.PlainDate.from({ year: inBerlin(now).year - 3, month: 1, day: 1 })
    .toZonedDateTime(ZONE)
    .toInstant();
