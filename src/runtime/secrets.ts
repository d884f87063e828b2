import { createCipheriv, createDecipheriv, createHmac, createSecretKey, randomBytes, timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { isDiskTrouble, writeOnce } from '#channels/write-once';
import type { Instant } from '#domain/time';
import { ConfigError, type Env, isMongo, knownSecretsKey, rememberSecrets } from './env';
import { log } from './log';

/** Configuration whose secrets are certain. */
export type ReadyEnv = Env & { readonly payloadSecret: string; readonly secretsKey: string };

/**
 * Makes sure of both secrets before anything else starts: those of the environment, else those in DATA_DIR/secrets.json, made at the
 * first start (processes that start at once agree). Later `readEnv()` calls see them. ConfigError on MongoDB, where all machines need
 * the same, and where DATA_DIR is not usable.
 */
export const ensureSecrets = (env: Env): ReadyEnv => {
  const { payloadSecret, secretsKey } = env;
  const secrets = payloadSecret && secretsKey ? { payloadSecret, secretsKey } : { ...storedSecrets(env), ...given(env) };
  rememberSecrets(secrets);
  return { ...env, ...secrets };
};

/** What a token says: what it is for, and whom or what it concerns (an id, never an address). */
type TokenContent = { readonly purpose: string; readonly subject: string; readonly expires?: Instant | undefined };

/** A token for a link: says what it is for and whom or what it concerns, readable but not forgeable. */
export const signToken = ({ purpose, subject, expires }: TokenContent): string => tokenSigner(purpose)(subject, expires);

/** The same for very many subjects: the key of the purpose is made once, and in the form that is quickest to use. */
export const tokenSigner = (purpose: string): ((subject: string, expires?: Instant) => string) => {
  const key = createSecretKey(keyOf(purpose));
  return (subject, expires) => {
    const content = Buffer.from(`${expires ? Math.floor(expires.epochMilliseconds / 1000) : ''}.${subject}`).toString(
      'base64url',
    );
    return `${content}.${createHmac('sha256', key).update(content).digest('base64url')}`;
  };
};

/** Checks a token that came back: made by us, for this purpose, not expired (valid before, not at, its expiry). */
export const verifyToken = (
  purpose: string,
  token: string,
  now: Instant,
): { readonly subject: string } | { readonly problem: 'invalid' | 'expired' } => {
  const [content, seal, ...rest] = token.split('.');
  if (content === undefined || seal === undefined || rest.length > 0) return { problem: 'invalid' };
  if (!isSame(seal, sealOf(purpose, content))) return { problem: 'invalid' };
  const [, expires, subject] = /^(\d*)\.(.*)$/s.exec(Buffer.from(content, 'base64url').toString('utf8')) ?? [];
  if (subject === undefined) return { problem: 'invalid' };
  return expires && now.epochMilliseconds >= Number(expires) * 1000 ? { problem: 'expired' } : { subject };
};

/** 32 bytes that only who knows SECRETS_KEY can make of that content; other purposes give others. */
export const sealingBytes = (purpose: string, content: string): Buffer =>
  createHmac('sha256', keyOf(purpose)).update(content).digest();

/** Tells two sessions of people apart, also of one person; tells nobody what session it is. */
export const sessionMark = (user: { readonly id: string } | null): string => {
  const session = user && '_sid' in user && typeof user._sid === 'string' ? user._sid : '';
  return sealingBytes('session', `${user?.id ?? ''}/${session}`).toString('base64url');
};

const keyOf = (purpose: string): Buffer => {
  const secretsKey = knownSecretsKey();
  if (secretsKey === undefined) throw new Error('ensureSecrets comes before the first token');
  return createHmac('sha256', secretsKey).update(`token:${purpose}`).digest();
};

/**
 * A secret as it is kept at rest (AES-256-GCM): good only beside whose it is (`owner`), so that copying it to another row gains nothing.
 * `<id of the key>.<nonce>.<tag>.<content>`
 */
export const sealSecret = (secret: string, owner: string): string => {
  const { id, key } = sealingKey();
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(`${id}/${owner}`));
  const content = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return [id, ...[nonce, cipher.getAuthTag(), content].map((part) => part.toString('base64url'))].join('.');
};

/** The secret again; undefined when it was sealed with another SECRETS_KEY, for somebody else, or was changed. */
export const openSecret = (sealed: string, owner: string): string | undefined => {
  const { id, key } = sealingKey();
  const [keyId, nonce, tag, content] = sealed.split('.');
  if (keyId !== id || !nonce || !tag || content === undefined) return undefined;
  const read = (part: string): Buffer => Buffer.from(part, 'base64url');
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, read(nonce), { authTagLength: 16 });
    decipher.setAAD(Buffer.from(`${id}/${owner}`)).setAuthTag(read(tag));
    return Buffer.concat([decipher.update(read(content)), decipher.final()]).toString('utf8');
  } catch {
    // Node says no more than that it does not fit: key, owner, tag or content.
    return undefined;
  }
};

const sealingKey = (): { readonly id: string; readonly key: Buffer } => {
  const key = sealingBytes('sealing', 'key');
  return { id: sealingBytes('sealing', 'id').toString('hex').slice(0, 8), key };
};

const sealOf = (purpose: string, content: string): string => sealingBytes(purpose, content).toString('base64url');

const isSame = (a: string, b: string): boolean => {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
};

const STORED = z.object({ payloadSecret: z.string().min(32), secretsKey: z.string().min(32) });
type Secrets = z.infer<typeof STORED>;

const given = ({ payloadSecret, secretsKey }: Env): Partial<Secrets> => ({
  ...(payloadSecret ? { payloadSecret } : {}),
  ...(secretsKey ? { secretsKey } : {}),
});

const storedSecrets = (env: Env): Secrets => {
  if (isMongo(env.databaseUri)) throw new ConfigError(missingLines(env));
  const file = join(env.dataDir, 'secrets.json');
  try {
    const fresh: Secrets = { payloadSecret: randomBytes(32).toString('hex'), secretsKey: randomBytes(32).toString('hex') };
    if (writeOnce(file, `${JSON.stringify(fresh, null, 2)}\n`, true)) log('secrets.created', { file }, 'warn');
    return readSecrets(file);
  } catch (error) {
    if (!isDiskTrouble(error)) throw error;
    throw new ConfigError([
      `DATA_DIR: ${file} lässt sich nicht anlegen oder lesen (${error.message}). Bitte Ordner und Rechte prüfen.`,
    ]);
  }
};

const readSecrets = (file: string): Secrets => {
  const fault = new ConfigError([
    `DATA_DIR: ${file} ist beschädigt. Bitte aus der Sicherung zurückholen; gelöscht wird sie neu erzeugt, alte Links und Anmeldungen gelten dann nicht mehr.`,
  ]);
  const text = readFileSync(file, 'utf8');
  try {
    const parsed = STORED.safeParse(JSON.parse(text));
    if (parsed.success) return parsed.data;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw fault;
};

const missingLines = ({ payloadSecret, secretsKey }: Env): readonly string[] =>
  [...(payloadSecret ? [] : ['PAYLOAD_SECRET']), ...(secretsKey ? [] : ['SECRETS_KEY'])].map(
    (name) =>
      `${name}: fehlt. Mit MongoDB brauchen alle Rechner dasselbe Geheimnis (zum Beispiel aus: openssl rand -hex 32). Bitte in .env oder der Umgebung setzen.`,
  );
