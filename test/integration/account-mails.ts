import { expect } from 'vitest';
import { listMails, readMail } from '#runtime/mailbox';
import type { Person, Reply, Rest } from './access-doors';
import type { House } from './boot';

type Mail = NonNullable<Awaited<ReturnType<typeof readMail>>>;

/** Mails to one address, in the order they were written; waits until there are at least `count`. */
export const mailsTo = async ({ dataDir }: House, address: string, count = 0): Promise<readonly Mail[]> => {
  const read = async (): Promise<readonly Mail[]> => {
    const mails = await Promise.all(
      (await listMails(dataDir, 'all', { limit: 1_000 })).map(({ name }) => readMail(dataDir, name, 'all')),
    );
    return mails.flatMap((mail) => (mail?.to === address ? [mail] : [])).sort((a, b) => (a.date < b.date ? -1 : 1));
  };
  await expect.poll(async () => (await read()).length, { timeout: 20_000 }).toBeGreaterThanOrEqual(count);
  return read();
};

/** The token of the link in the newest mail to an address. */
export const tokenFor = async (house: House, address: string, count = 1): Promise<string> => {
  const text = (await mailsTo(house, address, count)).at(-1)?.text ?? '';
  const token = /http:\/\/localhost:3000\/admin\/reset\/([0-9a-f]{40})\b/.exec(text)?.[1];
  if (!token) throw new Error(`No link for ${address} in: ${text}`);
  return token;
};

/** A password that a person chose by a link. */
export const OWN = 'mein eigenes Passwort';

/** What people do with accounts, as HTTP. */
export const accountCalls = (rest: Rest, organisation: string) => ({
  invite: (as: Person | undefined, email: string, change: object = {}): Promise<Reply> =>
    rest('POST', '/users', { as, body: { name: 'Rita Redaktion', email, role: 'editor', organisation, ...change } }),
  inviteAgain: (as: Person | undefined, id: string): Promise<Reply> => rest('POST', `/users/${id}/invite`, { as }),
  login: (email: string, password: string): Promise<Reply> => rest('POST', '/users/login', { body: { email, password } }),
  forget: (email: string): Promise<Reply> => rest('POST', '/users/forgot-password', { body: { email } }),
  reset: (token: unknown, password = OWN): Promise<Reply> => rest('POST', '/users/reset-password', { body: { token, password } }),
  change: (as: Person, id: unknown, body: object): Promise<Reply> => rest('PATCH', `/users/${id}`, { as, body }),
});

/** The whole answer, to look for words in. */
export const textOf = ({ body }: Reply): string => JSON.stringify(body);
