import { z } from 'zod';
import { FASTEST_SECONDS, judgeForm, type SignupChoice } from '#domain/signup';
import { type Instant, instant } from '#domain/time';
import { SIGNUP } from '#i18n/signup';
import { readAddress } from '#runtime/address-hash';
import { signToken, verifyToken } from '#runtime/secrets';
import type { SignupPageInput } from '#templates/signup-pages';

/** What somebody sent: wanted, to be filled in again, or the work of a machine. */
export type SentForm =
  | { readonly kind: 'wanted'; readonly email: string; readonly choices: readonly SignupChoice[] }
  | { readonly kind: 'wrong'; readonly again: Required<Pick<SignupPageInput, 'entered' | 'problems' | 'stamp'>> }
  | { readonly kind: 'machine' };

const STAMP = 'signup-form';

/** Says when a form was made, so that nobody can say otherwise. */
export const stampOf = (now: Instant): string => signToken({ purpose: STAMP, subject: now.toString() });

/** Reads the form; newsletters that are not offered (any more) do not count as chosen. */
export const readForm = (body: unknown, offers: readonly SignupChoice[], now: Instant): SentForm => {
  const { liste } = FORM.parse(body ?? {});
  const sent = readAddressForm(body, now);
  if (sent.kind === 'machine') return sent;
  const choices = offers.filter(({ channel }) => liste.includes(channel));
  if (sent.kind === 'wanted' && choices.length > 0) return { ...sent, choices };
  const { entered, problems, stamp } = sent.kind === 'wrong' ? sent.again : { ...sent, entered: sent, problems: {} };
  return {
    kind: 'wrong',
    again: {
      entered: { email: entered.email, channels: choices.map(({ channel }) => channel) },
      problems: { ...problems, ...(choices.length === 0 ? { choice: SIGNUP.noChoice } : {}) },
      stamp,
    },
  };
};

/** What somebody sent who only gives an address; `stamp` says when the form was made. */
type SentAddress =
  | { readonly kind: 'wanted'; readonly email: string; readonly stamp: string }
  | {
      readonly kind: 'wrong';
      readonly again: {
        readonly entered: { readonly email: string };
        readonly problems: { readonly email?: string; readonly form?: string };
        readonly stamp: string;
      };
    }
  | { readonly kind: 'machine' };

/** Reads what every form has that mails to an address. */
export const readAddressForm = (body: unknown, now: Instant): SentAddress => {
  const { email, website, stempel } = FORM.parse(body ?? {});
  if (website !== '') return { kind: 'machine' };
  const verdict = judge(stempel, now);
  const address = readTyped(email);
  if ('address' in address && verdict === 'in time') return { kind: 'wanted', email: address.address, stamp: stempel };
  const problems = {
    ...(verdict === 'in time' ? {} : { form: SIGNUP[verdict] }),
    ...('problem' in address ? { email: address.problem } : {}),
  };
  // Correcting a field, or sending once more, takes no longer than it takes.
  const stamp = verdict === 'in time' ? stempel : stampOf(now.subtract({ seconds: FASTEST_SECONDS }));
  return { kind: 'wrong', again: { entered: { email: email.slice(0, 254) }, problems, stamp } };
};

const text = z.string().catch('');

const FORM = z
  .object({
    liste: z.union([z.array(z.string()), z.string().transform((one) => [one])]).catch([]),
    email: text,
    website: text,
    stempel: text,
  })
  .catch({ liste: [], email: '', website: '', stempel: '' });

/** A stamp that is not ours, or not any more, is of no form we know. */
const judge = (stamp: string, now: Instant): ReturnType<typeof judgeForm> => {
  const verdict = verifyToken(STAMP, stamp, now);
  return 'subject' in verdict ? judgeForm(instant(verdict.subject), now) : 'old';
};

const readTyped = (typed: string): { readonly address: string } | { readonly problem: string } => {
  const address = readAddress(typed);
  if (address !== undefined) return { address };
  return { problem: /[^\p{ASCII}].*@/u.test(typed.trim()) ? SIGNUP.umlautEmail : SIGNUP.badEmail };
};
