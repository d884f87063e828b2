import type { Signup } from '#domain/signup';
import { momentWithZone } from '#i18n/dates';
import { DATA_MAIL } from '#i18n/personal-data';
import { CONFIRM_MAIL, linkUntil } from '#i18n/signup';
import { composeLinkMail } from './link-mail.tsx';

type SignupMailInput = {
  readonly signup: Pick<Signup, 'choices' | 'expiresAt'>;
  /** Where the link leads. */
  readonly url: string;
  readonly publicUrl: string;
};

/** Asks somebody whether it was them who asked for newsletters. */
export const composeConfirmation = ({ signup, url, publicUrl }: SignupMailInput) => {
  const { subject, kicker, sentence, ask, button, ignore } = CONFIRM_MAIL;
  const listed = signup.choices.map(({ newsletter, organisation }) => `${newsletter} (${organisation})`);
  const hints = [linkUntil(momentWithZone(signup.expiresAt, 'de')), ignore];
  return composeLinkMail({ subject, kicker, sentence, listed, ask, button, hints, url, publicUrl });
};

/** Gives somebody the link to what is kept about their address. */
export const composeDataLink = ({ signup, url, publicUrl }: SignupMailInput) => {
  const { subject, kicker, sentence, ask, button, ignore } = DATA_MAIL;
  const hints = [linkUntil(momentWithZone(signup.expiresAt, 'de')), ignore];
  return composeLinkMail({ subject, kicker, sentence, listed: [], ask, button, hints, url, publicUrl });
};
