import type { FundingNotice } from './funding';
import type { Handles } from './handle';
import type { Picture } from './picture';

export type OrganisationId = string;

/** The region a body stands for in the agreement; decides whose promise a carrier keeps (not where an event takes place). */
export type Region = 'north' | 'south';
export const REGIONS = ['north', 'south'] as const satisfies readonly Region[];

/** A body that enters and carries content (UI: Akteur). `statewide` is information for people; matching ignores it. */
export type Organisation = {
  readonly id: OrganisationId;
  readonly slug: string;
  readonly shortName: string;
  readonly name: string;
  readonly region: Region;
  readonly statewide: boolean;
  /** Takes part; what a body published stays when it no longer does. */
  readonly active: boolean;
  /** Without the leading `#`. */
  readonly hashtags: readonly string[];
  /** How it is mentioned on social networks. */
  readonly handles?: Handles | undefined;
  readonly website?: string | undefined;
  readonly imprint?: string | undefined;
  /** Mailbox that receives what nobody in particular is asked for; never shown in public. */
  readonly contactEmail?: string | undefined;
  readonly logo?: Picture | undefined;
  readonly funding?: FundingNotice | undefined;
};
