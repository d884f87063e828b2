import { LINKEDIN_VERSION } from '#channels/linkedin-line';
import { endOfVersion } from '#domain/interface-version';
import type { Instant } from '#domain/time';
import type { Env } from './env';

/** The version of LinkedIn's interface that this installation speaks, the built-in one unless told otherwise, and until when it is promised. */
export const linkedinVersion = ({
  linkedinVersion: version = LINKEDIN_VERSION,
  linkedinVersionUntil: until = endOfVersion(version),
}: Pick<Env, 'linkedinVersion' | 'linkedinVersionUntil'>): { readonly version: string; readonly until: Instant } => ({
  version,
  until,
});
