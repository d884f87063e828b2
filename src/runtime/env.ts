import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { z } from 'zod';
import { isLoopbackUrl } from '#channels/loopback';
import { LEASE_SECONDS } from '#domain/dispatch';
import { MIN_PASSWORD } from '#domain/password';
import { type Instant, instant } from '#domain/time';
import { LOG_LEVELS, type LogLevel } from './log';

/** The whole configuration of a process; `.env.example` says what each variable is for. */
export type Env = {
  readonly port: number;
  readonly host: string;
  /** How many proxies in front of us name the reader's address; 0: nobody is believed. */
  readonly proxyHops: number;
  /** Origin without a trailing slash. */
  readonly publicUrl: string;
  /** `file:///…` (absolute) or `mongodb://…`. */
  readonly databaseUri: string;
  /** Absolute path. */
  readonly dataDir: string;
  readonly payloadSecret?: string | undefined;
  readonly secretsKey?: string | undefined;
  readonly adminEmail?: string | undefined;
  readonly adminPassword?: string | undefined;
  readonly smtpUrl?: string | undefined;
  /** `Name <address>` */
  readonly mailFrom: string;
  readonly ticks: boolean;
  readonly logLevel: LogLevel;
  /** Loopback only, without a trailing slash. */
  readonly previewBaseUrl?: string | undefined;
  /** Loopback only, without a trailing slash. */
  readonly sendgridBaseUrl?: string | undefined;
  /** Loopback only, without a trailing slash. */
  readonly linkedinBaseUrl?: string | undefined;
  /** Loopback only, without a trailing slash. */
  readonly mastodonBaseUrl?: string | undefined;
  /** Loopback only, without a trailing slash. */
  readonly blueskyBaseUrl?: string | undefined;
  /** Loopback only, without a trailing slash. */
  readonly xBaseUrl?: string | undefined;
  /** `YYYYMM`, where LinkedIn has given up the one we know. */
  readonly linkedinVersion?: string | undefined;
  /** Where LinkedIn named another end of the version than a year after it. */
  readonly linkedinVersionUntil?: Instant | undefined;
  /** The application of this installation at LinkedIn, where people may sign in there. */
  readonly linkedinApp?: AppAtNetwork | undefined;
  /** The same at X. */
  readonly xApp?: AppAtNetwork | undefined;
  readonly leaseSeconds: number;
  /** How far the time of a provider's receipts may lie from ours. */
  readonly hookToleranceSeconds: number;
  /** People may have the links of an edition followed, which asks other hosts. */
  readonly checkLinks: boolean;
};

type AppAtNetwork = { readonly clientId: string; readonly clientSecret: string };

/** The configuration is wrong; `lines` says in German what and what to do, one line per fault. */
export class ConfigError extends Error {
  readonly lines: readonly string[];

  constructor(lines: readonly string[]) {
    super(lines.join('\n'));
    this.name = 'ConfigError';
    this.lines = lines;
  }
}

/** Reads the configuration, at the call and not at the import. Empty means unset. Throws ConfigError with all faults at once. */
export const readEnv = (source: Readonly<Record<string, string | undefined>> = process.env): Env => {
  const given = Object.fromEntries(VARIABLES.map((name) => [name, source[name]?.trim() || undefined]));
  const parsed = SCHEMA.safeParse(given);
  const lines = [
    ...(parsed.error?.issues ?? []).map((issue) => faultLine(issue, given)),
    ...PAIRS.flatMap((names) => halfLines(names, given)),
  ];
  if (!parsed.success || lines.length > 0) throw new ConfigError(lines);
  const { PUBLIC_URL, DATABASE_URI, MAIL_FROM, ...rest } = parsed.data;
  const publicUrl = PUBLIC_URL ?? new URL(`http://localhost:${rest.PORT}`).origin;
  return {
    port: rest.PORT,
    host: rest.HOST,
    proxyHops: rest.TRUST_PROXY,
    publicUrl,
    databaseUri: DATABASE_URI ?? pathToFileURL(resolve(rest.DATA_DIR, 'nordsued.db')).href,
    dataDir: rest.DATA_DIR,
    payloadSecret: rest.PAYLOAD_SECRET,
    secretsKey: rest.SECRETS_KEY,
    adminEmail: rest.ADMIN_EMAIL,
    adminPassword: rest.ADMIN_PASSWORD,
    smtpUrl: rest.SMTP_URL,
    mailFrom: MAIL_FROM ?? `Nordsüd <noreply@${new URL(publicUrl).hostname}>`,
    ticks: rest.TICKS === 'on',
    logLevel: rest.LOG_LEVEL,
    previewBaseUrl: rest.PREVIEW_BASE_URL,
    sendgridBaseUrl: rest.SENDGRID_BASE_URL,
    linkedinBaseUrl: rest.LINKEDIN_BASE_URL,
    mastodonBaseUrl: rest.MASTODON_BASE_URL,
    blueskyBaseUrl: rest.BLUESKY_BASE_URL,
    xBaseUrl: rest.X_BASE_URL,
    linkedinVersion: rest.LINKEDIN_VERSION,
    linkedinVersionUntil: rest.LINKEDIN_VERSION_UNTIL ? instant(`${rest.LINKEDIN_VERSION_UNTIL}T00:00:00Z`) : undefined,
    linkedinApp: appOf(rest.LINKEDIN_CLIENT_ID, rest.LINKEDIN_CLIENT_SECRET),
    xApp: appOf(rest.X_CLIENT_ID, rest.X_CLIENT_SECRET),
    leaseSeconds: rest.LEASE_SECONDS,
    hookToleranceSeconds: rest.HOOK_TOLERANCE_SECONDS,
    checkLinks: rest.CHECK_LINKS === 'on',
  };
};

const appOf = (id: string | undefined, secret: string | undefined): AppAtNetwork | undefined =>
  id && secret ? { clientId: id, clientSecret: secret } : undefined;

/** Takes variables from `.env` in the working directory when there is one; what is set already wins. For entries only. */
export const loadEnvFile = (path = resolve('.env')): void => {
  // Turbopack would otherwise take the whole project for a part of the server.
  if (existsSync(/* turbopackIgnore: true */ path)) process.loadEnvFile(path);
};

/** Fixes variables for this process before its `.env` is read; an empty value means unset, whatever `.env` says. */
export const presetEnv = (values: Readonly<Record<string, string>>): void => {
  Object.assign(process.env, values);
};

/** Makes the secrets known to every later `readEnv()` of this process and its children: the config is evaluated several times. */
export const rememberSecrets = ({ payloadSecret, secretsKey }: { payloadSecret: string; secretsKey: string }): void => {
  process.env.PAYLOAD_SECRET = payloadSecret;
  process.env.SECRETS_KEY = secretsKey;
};

/** SECRETS_KEY alone, for what is asked for thousands of times: everything else of the configuration is not looked at. */
export const knownSecretsKey = (): string | undefined => process.env.SECRETS_KEY?.trim() || undefined;

/** True for a database of MongoDB, false for SQLite. */
export const isMongo = (databaseUri: string): boolean => /^mongodb(\+srv)?:/.test(databaseUri);

const wholeNumber = (from: number, to: number) => {
  const fault = `ist keine Zahl zwischen ${from} und ${to}`;
  return z
    .string()
    .regex(/^\d{1,9}$/, fault)
    .transform(Number)
    .refine((value) => value >= from && value <= to, fault);
};

const isAddress = (value: string, ...protocols: readonly string[]): boolean =>
  URL.canParse(value) && protocols.includes(new URL(value).protocol) && new URL(value).hostname !== '';

const ORIGIN_FAULT = 'ist keine Adresse wie https://www.example.org (ohne Pfad)';
const isOrigin = (value: string): boolean => {
  if (!isAddress(value, 'http:', 'https:')) return false;
  const url = new URL(value);
  return url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '' && url.password === '';
};

const DATABASE_FAULT = 'ist weder file:<Pfad> noch mongodb://<Server>';
const isDatabase = (value: string): boolean =>
  isMongo(value) ? /^mongodb(\+srv)?:\/\/[^/]/.test(value) : databasePath(value) !== undefined;

/** Where the file is; relative paths count from the working directory. Undefined for what names no file. */
const databasePath = (value: string): string | undefined => {
  if (!/^file:(?!:memory:)[^?#]+$/.test(value)) return undefined;
  try {
    return resolve(value.startsWith('file://') ? fileURLToPath(value) : decodeURIComponent(value.slice('file:'.length)));
  } catch {
    return undefined;
  }
};

/** Absolute, so that everybody names the same file wherever a process stands. */
const absoluteDatabase = (value: string): string => {
  const path = databasePath(value);
  return path === undefined ? value : pathToFileURL(path).href;
};

const secret = () => z.string().min(32, 'ist kürzer als 32 Zeichen').optional();

const standIn = () =>
  z
    .string()
    .refine(isLoopbackUrl, 'ist keine Adresse dieses Rechners (http://127.0.0.1:…, http://localhost:…, http://[::1]:…)')
    .transform((value) => new URL(value).href.replace(/\/+$/, ''))
    .optional();

const clientId = (network: string) =>
  z
    .string()
    .regex(/^[\w.-]{6,100}$/, `ist keine Client-ID von ${network} (Buchstaben und Ziffern)`)
    .optional();

const clientSecret = (network: string) =>
  z
    .string()
    .regex(/^[\x21-\x7e]{8,300}$/, `ist kein Client Secret von ${network} (ohne Leerzeichen und Umlaute)`)
    .optional();

const SCHEMA = z.object({
  PORT: wholeNumber(1, 65_535).default(3000),
  HOST: z
    .string()
    .regex(/^\[?[A-Za-z0-9.:-]+\]?$/, 'ist kein Rechnername und keine IP-Adresse')
    .transform((value) => value.replace(/^\[|\]$/g, ''))
    .default('127.0.0.1'),
  TRUST_PROXY: z
    .string()
    .regex(/^(off|[1-9])$/, 'ist weder off noch eine Zahl zwischen 1 und 9')
    .transform((value) => (value === 'off' ? 0 : Number(value)))
    .default(0),
  PUBLIC_URL: z
    .string()
    .refine(isOrigin, ORIGIN_FAULT)
    .transform((value) => new URL(value).origin)
    .optional(),
  DATABASE_URI: z.string().refine(isDatabase, DATABASE_FAULT).transform(absoluteDatabase).optional(),
  DATA_DIR: z
    .string()
    .default('./data')
    .transform((value) => resolve(value)),
  PAYLOAD_SECRET: secret(),
  SECRETS_KEY: secret(),
  ADMIN_EMAIL: z.email('ist keine E-Mail-Adresse').optional(),
  ADMIN_PASSWORD: z.string().min(MIN_PASSWORD, `ist kürzer als ${MIN_PASSWORD} Zeichen`).optional(),
  SMTP_URL: z
    .string()
    .refine((value) => isAddress(value, 'smtp:', 'smtps:'), 'ist keine Adresse wie smtp://benutzer:passwort@mail.example.org:587')
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(/^([^<>\r\n]+ <[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/, 'ist kein Absender wie „Nordsüd <post@example.org>“')
    .optional(),
  TICKS: z.enum(['on', 'off'], 'ist weder on noch off').default('on'),
  LOG_LEVEL: z.enum(LOG_LEVELS, `ist keines von ${LOG_LEVELS.join(', ')}`).default('info'),
  PREVIEW_BASE_URL: standIn(),
  SENDGRID_BASE_URL: standIn(),
  LINKEDIN_BASE_URL: standIn(),
  MASTODON_BASE_URL: standIn(),
  BLUESKY_BASE_URL: standIn(),
  X_BASE_URL: standIn(),
  LINKEDIN_VERSION: z
    .string()
    .regex(/^20\d\d(0[1-9]|1[0-2])$/, 'ist keine Fassung wie 202608 (Jahr und Monat)')
    .optional(),
  LINKEDIN_VERSION_UNTIL: z.iso.date('ist kein Tag wie 2027-08-01').optional(),
  LINKEDIN_CLIENT_ID: clientId('LinkedIn'),
  LINKEDIN_CLIENT_SECRET: clientSecret('LinkedIn'),
  X_CLIENT_ID: clientId('X'),
  X_CLIENT_SECRET: clientSecret('X'),
  LEASE_SECONDS: wholeNumber(1, 3_600).default(LEASE_SECONDS),
  HOOK_TOLERANCE_SECONDS: wholeNumber(1, 86_400).default(600),
  CHECK_LINKS: z.enum(['on', 'off'], 'ist weder on noch off').default('off'),
});

const VARIABLES = SCHEMA.keyof().options;

/** Values of these are never shown: they hold passwords. */
const HIDDEN: readonly string[] = [
  'PAYLOAD_SECRET',
  'SECRETS_KEY',
  'ADMIN_PASSWORD',
  'SMTP_URL',
  'DATABASE_URI',
  'LINKEDIN_CLIENT_SECRET',
  'X_CLIENT_SECRET',
];

const faultLine = (issue: z.core.$ZodIssue, given: Readonly<Record<string, string | undefined>>): string => {
  const name = String(issue.path[0]);
  const value = HIDDEN.includes(name) ? 'der Wert' : JSON.stringify(given[name]);
  return `${name}: ${value} ${issue.message}. Bitte in .env oder der Umgebung ändern.`;
};

/** Either both of them or neither. */
const PAIRS = [
  ['ADMIN_EMAIL', 'ADMIN_PASSWORD'],
  ['LINKEDIN_CLIENT_ID', 'LINKEDIN_CLIENT_SECRET'],
  ['X_CLIENT_ID', 'X_CLIENT_SECRET'],
] as const;

const halfLines = (names: readonly string[], given: Readonly<Record<string, string | undefined>>): readonly string[] => {
  const missing = names.filter((name) => given[name] === undefined);
  if (missing.length !== 1) return [];
  return [`${missing[0]}: fehlt, ${names.find((name) => name !== missing[0])} ist gesetzt. Bitte beide setzen oder keines.`];
};
