import type { Language } from './language';
import type { Region } from './organisation';

/** What a person wants of one newsletter; no region means both, no topics mean all. */
export type Preferences = {
  readonly language: Language;
  readonly region?: Region | undefined;
  /** Slugs of topics. */
  readonly topics: readonly string[];
};
