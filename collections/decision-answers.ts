import type { PayloadRequest } from 'payload';
import { z } from 'zod';
import type { Delivery } from '#domain/delivery';
import { isWebAddress } from '#domain/web-address';
import { REFUSED } from '#i18n/decisions';
import type { Words } from '#i18n/words';
import { loadDelivery } from '#store/deliveries';
import { viewerOf } from './access';
import { languageOf } from './refuse';

/** What a decision's address answers; 200 when it was taken. */
export type Answer = { readonly status: number; readonly words: Words; readonly field?: string | undefined };

/** `{ message }`, or `{ errors: [{ message, field? }] }` where nothing was decided. */
export const respond = (req: PayloadRequest, { status, words, field }: Answer): Response => {
  const message = words[languageOf(req)];
  const body = status === 200 ? { message } : { errors: [{ message, ...(field ? { field } : {}) }] };
  return Response.json(body, { status, headers: { 'Cache-Control': 'no-store' } });
};

/** What somebody who is logged in decides about the row of an address. */
export const aboutRow = async (
  req: PayloadRequest,
  decide: (viewer: NonNullable<ReturnType<typeof viewerOf>>, row: Delivery) => Promise<Answer>,
): Promise<Answer> => {
  const viewer = viewerOf(req.user);
  if (!viewer) return { status: 401, words: REFUSED.login };
  const row = await loadDelivery(req.payload, String(req.routeParams?.id ?? ''));
  return row ? decide(viewer, row) : { status: 404, words: REFUSED.missing };
};

/** What is wrong with a body; issues of a schema name words of `REFUSED`. */
export const invalid = (issue: z.core.$ZodIssue | undefined): Answer => {
  const known = Object.entries(REFUSED).find(([name]) => name === issue?.message);
  return known ? { status: 400, words: known[1], field: String(issue?.path[0]) } : { status: 400, words: REFUSED.body };
};

/** The body as JSON; nothing at all counts as an empty object, anything unreadable as undefined. */
export const readBody = async (req: PayloadRequest): Promise<unknown> => {
  const text = (await req.text?.()) ?? '';
  if (text.trim() === '') return {};
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** A text that is not empty and not longer than `max`. */
export const text = (max: number, missing: keyof typeof REFUSED, long: keyof typeof REFUSED) =>
  z.string(missing).trim().min(1, missing).max(max, long);

/** Why the carrier says no. */
export const reason = text(1_000, 'reason', 'reasonLength');

/** Where it appeared; may be left empty. */
export const webAddress = z
  .string('url')
  .trim()
  .max(2_000, 'url')
  .refine((value) => value === '' || isWebAddress(value), 'url');
