import { z } from 'zod';
import type { Access, Renewal } from '#domain/connection';
import { exchange, type HttpAnswer } from './http';
import { isFine, jsonIn } from './judge';

/** A question at a network's token endpoint (RFC 6749 §4.1.3 and §6), with what the network wants beside it. */
export type TokenQuestion = {
  readonly url: string;
  readonly form: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly timeoutMs: number;
  readonly isGuarded?: boolean | undefined;
};

/** An application as a network knows it. */
export type OauthApp = { readonly clientId: string; readonly clientSecret: string };

/** Asks for an access; whatever the answer says, nothing of what was asked with is in the detail. */
export const askForAccess = async ({ form, ...question }: TokenQuestion): Promise<Renewal> => {
  const bytes = Buffer.from(new URLSearchParams(form).toString());
  const file = { type: 'application/x-www-form-urlencoded', bytes };
  const answer = await exchange({ ...question, method: 'POST', file });
  const access = isFine(answer) ? accessIn(jsonIn(answer)) : undefined;
  return access ? { kind: 'renewed', access } : refusalIn(answer);
};

/**
 * A refusal is a 400 or 401 (§5.2), of what was asked with or of the application whoever it asks for; any other answer that says no was
 * given before what it asked with was looked at. `detail`: the error's code alone, for the words beside it may repeat secrets.
 */
const refusalIn = (answer: HttpAnswer): Exclude<Renewal, { kind: 'renewed' }> => {
  if (answer.kind !== 'answered') return { kind: 'unknown', detail: answer.detail };
  const { status } = answer;
  const code = ERROR.safeParse(jsonIn(answer)).data?.error;
  const detail = `HTTP ${status} ${code ?? ''}`.trim();
  // A page of whoever stands in between says no, too, but names no error.
  if (code !== undefined && (status === 400 || status === 401))
    return { kind: isOfApp(code) ? 'app-refused' : 'refused', detail };
  return { kind: 'unknown', detail };
};

const isOfApp = (code: string | undefined): boolean => code === 'invalid_client' || code === 'unauthorized_client';

/** Ten years: further off nobody looks, and the calendar itself comes to an end. */
const MOST_SECONDS = 10 * 366 * 86_400;

const seconds = z
  .number()
  .positive()
  .transform((given) => Math.floor(Math.min(given, MOST_SECONDS)))
  .optional();
const ANSWER = z.object({
  access_token: z.string().min(1),
  expires_in: seconds,
  refresh_token: z.string().min(1).optional(),
  refresh_token_expires_in: seconds,
});

const accessIn = (body: unknown): Access | undefined => {
  const given = ANSWER.safeParse(body).data;
  return (
    given && {
      token: given.access_token,
      seconds: given.expires_in,
      refresh: given.refresh_token ? { token: given.refresh_token, seconds: given.refresh_token_expires_in } : undefined,
    }
  );
};

const ERROR = z.object({ error: z.string().regex(/^[a-z_]{1,60}$/) });
