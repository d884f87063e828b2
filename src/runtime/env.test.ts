import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { ConfigError, type Env, loadEnvFile, readEnv } from './env';

const faultsOf = (source: Readonly<Record<string, string>>): readonly string[] => {
  try {
    readEnv(source);
  } catch (error) {
    if (error instanceof ConfigError) return error.lines;
    throw error;
  }
  return [];
};

const CHANGE = 'Bitte in .env oder der Umgebung ändern.';

/** Each variable wrong once: its value and what is said of it. */
const WRONG: readonly (readonly [string, string, string])[] = [
  ['PORT', 'abc', '"abc" ist keine Zahl zwischen 1 und 65535'],
  ['PORT', '0', '"0" ist keine Zahl zwischen 1 und 65535'],
  ['PORT', '65536', '"65536" ist keine Zahl zwischen 1 und 65535'],
  ['PORT', '3000.5', '"3000.5" ist keine Zahl zwischen 1 und 65535'],
  ['HOST', 'http://localhost', '"http://localhost" ist kein Rechnername und keine IP-Adresse'],
  ['TRUST_PROXY', 'on', '"on" ist weder off noch eine Zahl zwischen 1 und 9'],
  ['TRUST_PROXY', '0', '"0" ist weder off noch eine Zahl zwischen 1 und 9'],
  ['PUBLIC_URL', 'nordsued.example.org', '"nordsued.example.org" ist keine Adresse wie https://www.example.org (ohne Pfad)'],
  [
    'PUBLIC_URL',
    'https://example.org/nord',
    '"https://example.org/nord" ist keine Adresse wie https://www.example.org (ohne Pfad)',
  ],
  ['DATABASE_URI', 'postgres://user:geheim@db', 'der Wert ist weder file:<Pfad> noch mongodb://<Server>'],
  ['DATABASE_URI', 'file::memory:', 'der Wert ist weder file:<Pfad> noch mongodb://<Server>'],
  ['PAYLOAD_SECRET', 'zu kurz', 'der Wert ist kürzer als 32 Zeichen'],
  ['SECRETS_KEY', 'zu kurz', 'der Wert ist kürzer als 32 Zeichen'],
  ['ADMIN_EMAIL', 'anna', '"anna" ist keine E-Mail-Adresse'],
  ['ADMIN_PASSWORD', 'kurz', 'der Wert ist kürzer als 12 Zeichen'],
  ['SMTP_URL', 'mail.example.org', 'der Wert ist keine Adresse wie smtp://benutzer:passwort@mail.example.org:587'],
  ['MAIL_FROM', 'Nordsüd', '"Nordsüd" ist kein Absender wie „Nordsüd <post@example.org>“'],
  ['TICKS', 'ja', '"ja" ist weder on noch off'],
  ['LOG_LEVEL', 'laut', '"laut" ist keines von debug, info, warn, error, silent'],
  ['PREVIEW_BASE_URL', 'https://mastodon.social', 'ist keine Adresse dieses Rechners'],
  ['LINKEDIN_CLIENT_ID', 'zwei Wörter', '"zwei Wörter" ist keine Client-ID von LinkedIn (Buchstaben und Ziffern)'],
  ['LINKEDIN_CLIENT_SECRET', 'zu kurz', 'der Wert ist kein Client Secret von LinkedIn (ohne Leerzeichen und Umlaute)'],
  ['LEASE_SECONDS', '0', '"0" ist keine Zahl zwischen 1 und 3600'],
];

/** Complete beside the variable under test, so that exactly one fault is left. */
const REST: Readonly<Record<string, string>> = {
  ...{ ADMIN_EMAIL: 'anna@example.org', ADMIN_PASSWORD: 'acht Zeichen' },
  ...{ LINKEDIN_CLIENT_ID: 'client-78abc', LINKEDIN_CLIENT_SECRET: 'WPL_AP1.beispiel' },
};

describe('configuration', () => {
  it('needs nothing to be set', () => {
    const env: Env = readEnv({});
    expect(env).toEqual({
      port: 3000,
      host: '127.0.0.1',
      proxyHops: 0,
      publicUrl: 'http://localhost:3000',
      databaseUri: `file://${resolve('data/nordsued.db')}`,
      dataDir: resolve('data'),
      payloadSecret: undefined,
      secretsKey: undefined,
      adminEmail: undefined,
      adminPassword: undefined,
      smtpUrl: undefined,
      mailFrom: 'Nordsüd <noreply@localhost>',
      ticks: true,
      logLevel: 'info',
      previewBaseUrl: undefined,
      sendgridBaseUrl: undefined,
      leaseSeconds: 120,
      hookToleranceSeconds: 600,
      checkLinks: false,
    });
  });

  it.each(WRONG)('says in one German line what is wrong with %s=%s', (name, value, fault) => {
    const lines = faultsOf({ ...REST, [name]: value });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(new RegExp(`^${name}: `));
    expect(lines[0]).toContain(fault);
    expect(lines[0]).toContain(CHANGE);
    expect(lines[0]).not.toContain('\n');
  });

  it('says all faults at once', () => {
    const all = Object.fromEntries(WRONG.map(([name, value]) => [name, value]));
    expect(faultsOf(all).map((line) => line.slice(0, line.indexOf(':')))).toEqual([...new Set(WRONG.map(([name]) => name))]);
  });

  it('shows no secret while complaining', () => {
    const lines = faultsOf({
      DATABASE_URI: 'postgres://u:geheim@db',
      SMTP_URL: 'geheim',
      PAYLOAD_SECRET: 'geheim',
      ADMIN_PASSWORD: 'geheim',
    });
    expect(lines.join('\n')).not.toContain('geheim');
  });

  it('wants address and password of the first account together', () => {
    expect(faultsOf({ ADMIN_EMAIL: 'anna@example.org' })).toEqual([
      'ADMIN_PASSWORD: fehlt, ADMIN_EMAIL ist gesetzt. Bitte beide setzen oder keines.',
    ]);
    expect(faultsOf({ ADMIN_PASSWORD: 'acht Zeichen' })).toEqual([
      'ADMIN_EMAIL: fehlt, ADMIN_PASSWORD ist gesetzt. Bitte beide setzen oder keines.',
    ]);
  });

  it('wants both or neither of what an application at LinkedIn has', () => {
    const app = { LINKEDIN_CLIENT_ID: 'client-78abc', LINKEDIN_CLIENT_SECRET: 'WPL_AP1.beispiel' };
    expect(readEnv(app).linkedinApp).toEqual({ clientId: 'client-78abc', clientSecret: 'WPL_AP1.beispiel' });
    expect(faultsOf({ ...app, LINKEDIN_CLIENT_SECRET: '' })).toEqual([
      'LINKEDIN_CLIENT_SECRET: fehlt, LINKEDIN_CLIENT_ID ist gesetzt. Bitte beide setzen oder keines.',
    ]);
  });

  it('takes an empty or blank variable as unset', () => {
    expect(readEnv({ PORT: '', HOST: '  ', TICKS: '', PREVIEW_BASE_URL: '' })).toEqual(readEnv({}));
  });

  it('believes as many proxies as it is told', () => {
    expect(['off', '1', '2'].map((TRUST_PROXY) => readEnv({ TRUST_PROXY }).proxyHops)).toEqual([0, 1, 2]);
  });

  it('keeps the database beside its data unless told otherwise', () => {
    expect(readEnv({ DATA_DIR: '/srv/nord süd' }).databaseUri).toBe('file:///srv/nord%20s%C3%BCd/nordsued.db');
    expect(readEnv({ DATABASE_URI: 'file:./x.db' }).databaseUri).toBe(`file://${resolve('x.db')}`);
    expect(readEnv({ DATABASE_URI: 'file:/srv/x.db' }).databaseUri).toBe('file:///srv/x.db');
    expect(readEnv({ DATABASE_URI: 'mongodb://db/nordsued' }).databaseUri).toBe('mongodb://db/nordsued');
  });

  it('gives links the port in use and mails a sender of the public host', () => {
    expect(readEnv({ PORT: '8080' }).publicUrl).toBe('http://localhost:8080');
    const env = readEnv({ PUBLIC_URL: 'https://nordsued.example.org/' });
    expect([env.publicUrl, env.mailFrom]).toEqual(['https://nordsued.example.org', 'Nordsüd <noreply@nordsued.example.org>']);
  });

  it.each(['http://127.0.0.1:4010', 'http://127.9.9.9:1', 'http://localhost:4010', 'http://[::1]:4010'])(
    'lets the preview channel speak to this machine: %s',
    (url) => expect(readEnv({ PREVIEW_BASE_URL: url }).previewBaseUrl).toBe(url),
  );

  it.each([
    'http://127.0.0.1.example.org',
    'http://localhost.example.org',
    'http://10.0.0.1',
    'http://0.0.0.0',
    'http://user:pass@127.0.0.1',
    'ftp://127.0.0.1',
    'http://[::ffff:8.8.8.8]',
    '127.0.0.1:4010',
  ])('keeps the preview channel from any other machine: %s', (url) =>
    expect(faultsOf({ PREVIEW_BASE_URL: url })).toHaveLength(1),
  );
});

describe('the .env file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'nordsued-env-'));
  afterEach(() => {
    delete process.env.NORDSUED_TEST_A;
    delete process.env.NORDSUED_TEST_B;
    rmSync(folder, { recursive: true, force: true });
  });

  it('fills in what is not set and overrides nothing', () => {
    const file = join(folder, '.env');
    writeFileSync(file, 'NORDSUED_TEST_A=file\nNORDSUED_TEST_B=file\n');
    process.env.NORDSUED_TEST_A = 'set';
    loadEnvFile(file);
    expect([process.env.NORDSUED_TEST_A, process.env.NORDSUED_TEST_B]).toEqual(['set', 'file']);
  });

  it('may be missing', () => expect(() => loadEnvFile(join(folder, 'nothing'))).not.toThrow());
});
