import { domainToASCII } from 'node:url';
import { z } from 'zod';
import { FASTEST_SECONDS, judgeForm, type SignupChoice } from '#domain/signup';
import { type Instant, instant } from '#domain/time';
import { SIGNUP } from '#i18n/signup';
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
  const { liste, email, website, stempel } = FORM.parse(body ?? {});
  const verdict = judge(stempel, now);
  if (website !== '' || verdict === 'machine') return { kind: 'machine' };
  const chosen = offers.filter(({ channel }) => liste.includes(channel));
  const address = readAddress(email);
  const problems = {
    ...(verdict === 'old' ? { form: SIGNUP.old } : {}),
    ...(chosen.length === 0 ? { choice: SIGNUP.noChoice } : {}),
    ...('problem' in address ? { email: address.problem } : {}),
  };
  if ('address' in address && Object.keys(problems).length === 0)
    return { kind: 'wanted', email: address.address, choices: chosen };
  return {
    kind: 'wrong',
    again: {
      entered: { email: email.slice(0, 254), channels: chosen.map(({ channel }) => channel) },
      problems,
      // It was a person: correcting a field takes no longer than it takes.
      stamp: verdict === 'old' ? stampOf(now.subtract({ seconds: FASTEST_SECONDS })) : stempel,
    },
  };
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

/** A stamp that is not ours was made by a machine, too. */
const judge = (stamp: string, now: Instant): ReturnType<typeof judgeForm> => {
  const verdict = verifyToken(STAMP, stamp, now);
  return 'subject' in verdict ? judgeForm(instant(verdict.subject), now) : 'machine';
};

/** An address as mail programs take it: the domain in ASCII and small letters, the part before it as typed. */
const readAddress = (typed: string): { readonly address: string } | { readonly problem: string } => {
  const entered = typed.trim();
  const at = entered.lastIndexOf('@');
  const [local, domain] = [entered.slice(0, Math.max(at, 0)), entered.slice(at + 1)];
  const address = `${local}@${domainToASCII(domain)}`;
  if (z.email().max(254).safeParse(address).success) return { address };
  return { problem: /\P{ASCII}/u.test(local) ? SIGNUP.umlautEmail : SIGNUP.badEmail };
};
