import { z } from 'zod';
import type { HttpAnswer } from './http';
import { jsonIn } from './judge';

/**
 * What an answer without an access means (RFC 6749 §5.2): a no to what was asked with, to the application whoever it asks for, or, where
 * there were too many or the network failed, nothing. `detail`: the error's code alone, for the words beside it may repeat secrets.
 */
export const tokenRefusal = (
  answer: HttpAnswer,
): { readonly kind: 'refused' | 'app-refused' | 'unknown'; readonly detail: string } => {
  if (answer.kind !== 'answered') return { kind: 'unknown', detail: answer.detail };
  const code = ERROR.safeParse(jsonIn(answer)).data?.error;
  const detail = `HTTP ${answer.status} ${code ?? ''}`.trim();
  if (answer.status !== 400 && answer.status !== 401) return { kind: 'unknown', detail };
  return { kind: code === 'invalid_client' || code === 'unauthorized_client' ? 'app-refused' : 'refused', detail };
};

const ERROR = z.object({ error: z.string().regex(/^[a-z_]{1,60}$/) });
