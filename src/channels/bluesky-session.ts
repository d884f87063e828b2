import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { HttpAnswer, HttpRequest } from './http';
import { isFine, jsonIn } from './judge';

/** Who signs in, and where. */
export type Account = { readonly server: string; readonly handle: string; readonly password: string };

/** A question by the name of its method (XRPC), in the name of whom a token was given to. */
export type Ask = (question: Question, jwt?: string) => Promise<HttpAnswer>;
export type Question = Pick<HttpRequest, 'json' | 'file'> & {
  readonly method: 'GET' | 'POST';
  readonly name: string;
  readonly query?: Readonly<Record<string, string>>;
  /** Within a quarter of the time. */
  readonly quickly?: true;
};

/** Signed in: the first token is good for two hours, the second for one renewal within ninety days. */
type Session = { readonly did: string; readonly accessJwt: string; readonly refreshJwt: string };

/** A session, or the answer that gave none. */
type Entered = { readonly session: Session } | { readonly refused: HttpAnswer };

/**
 * The sessions of a process, by account. Bluesky lets an account in a hundred times a day, so that nobody logs in for each post; a session
 * is in memory alone, and a process that starts signs in anew.
 */
export type Sessions = Map<string, Promise<Entered>>;

/**
 * Asks in the name of an account; a session that has run out is renewed once. `refused`: nobody was let in, so that nothing was asked.
 */
export const askSignedIn = async (
  { sessions, account, ask }: { readonly sessions: Sessions; readonly account: Account; readonly ask: Ask },
  questionOf: (did: string) => Question,
): Promise<{ readonly answer: HttpAnswer; readonly did: string } | { readonly refused: HttpAnswer }> => {
  let stale: Session | undefined;
  for (;;) {
    const entered = await enter(sessions, account, ask, stale);
    if ('refused' in entered) return entered;
    const { session } = entered;
    const answer = await ask(questionOf(session.did), session.accessJwt);
    if (stale || !isOver(answer)) return { answer, did: session.did };
    stale = session;
  }
};

/** One at a time for each account: whoever comes second finds what the first has brought. */
const enter = (sessions: Sessions, account: Account, ask: Ask, stale: Session | undefined): Promise<Entered> => {
  const key = createHash('sha256').update(JSON.stringify(account)).digest('hex');
  const before = sessions.get(key) ?? Promise.resolve(undefined);
  const entering = before.then((known) => {
    const isGood = known && 'session' in known && known.session.accessJwt !== stale?.accessJwt;
    return isGood ? known : signIn(account, ask, stale);
  });
  sessions.set(key, entering);
  return entering;
};

const signIn = async ({ handle, password }: Account, ask: Ask, stale: Session | undefined): Promise<Entered> => {
  const renewed = stale && (await ask({ method: 'POST', name: 'com.atproto.server.refreshSession' }, stale.refreshJwt));
  const login = { method: 'POST', name: 'com.atproto.server.createSession', json: { identifier: handle, password } } as const;
  const answer = renewed && !isOver(renewed) ? renewed : await ask(login);
  const session = isFine(answer) ? SESSION.safeParse(jsonIn(answer)).data : undefined;
  return session ? { session } : { refused: answer };
};

const SESSION = z.object({ did: z.string().startsWith('did:'), accessJwt: z.string().min(1), refreshJwt: z.string().min(1) });

/** A token is not taken any more: 401, or by its name with 400. */
const isOver = (answer: HttpAnswer): boolean =>
  answer.kind === 'answered' && (answer.status === 401 || (answer.status === 400 && OVER.safeParse(jsonIn(answer)).success));

const OVER = z.object({ error: z.enum(['InvalidToken', 'ExpiredToken']) });
