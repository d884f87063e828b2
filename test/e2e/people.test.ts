import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listMails, readMail } from '#runtime/mailbox';
import { api, choose, logIn, open, openBrowser, openContext, photograph } from './browser';
import { type RunningHouse, startHouse, waitUntil } from './house-process';

const PASSWORD = 'ein langes Passwort';
const ADMIN = 'verwaltung@example.org';
const RITA = 'rita.redaktion@example.org';
const OWN = 'mein eigenes Passwort';
const NEW = 'ein neues Passwort für mich';

type Doc = { readonly id: string; readonly [field: string]: unknown };

describe('people, in a German browser', () => {
  let house: RunningHouse;
  let browser: Browser;
  let admin: Page;
  let rita: Page;
  let link: string;
  const contexts: BrowserContext[] = [];

  const somebody = async (): Promise<Page> => {
    const context = await openContext(browser, house.url);
    contexts.push(context);
    return context.newPage();
  };

  beforeAll(async () => {
    // Others can reach this house, so that the first account needs the code of the console.
    house = await startHouse('web', { host: '0.0.0.0' });
    browser = await openBrowser();
    admin = await somebody();
  }, 1_200_000);
  afterAll(async () => {
    await browser?.close();
    await house?.stop();
  });

  /** Mails to Rita, oldest first, once there are `count`. */
  const mails = async (count: number) => {
    const read = async () => {
      const all = await Promise.all(
        (await listMails(house.dataDir, 'all')).map(({ name }) => readMail(house.dataDir, name, 'all')),
      );
      return all.flatMap((mail) => (mail?.to === RITA ? [mail] : [])).sort((a, b) => (a.date < b.date ? -1 : 1));
    };
    await waitUntil(30, async () => (await read()).length >= count);
    return read();
  };
  const linkIn = (text: string | undefined): string => /http:\S+\/admin\/reset\/[0-9a-f]{40}/.exec(text ?? '')?.[0] ?? '';

  const choosePassword = async (page: Page, address: string, password: string): Promise<void> => {
    await open(page, address);
    await page.locator('#field-password').fill(password);
    await page.locator('#field-confirm-password').fill(password);
    await page.locator('form button[type=submit]').click();
  };

  it('asks for the code of the console before the first account', async () => {
    await open(admin, '/admin');
    await admin.waitForURL(/create-first-user/);
    await expectText(admin, 'Code aus der Konsole');
    await admin.locator('#field-name').fill('Vera Waltung');
    await admin.locator('#field-email').fill(ADMIN);
    await admin.locator('#field-password').fill(PASSWORD);
    await admin.locator('#field-confirm-password').fill(PASSWORD);
    await admin.locator('#field-firstCode').fill('FALSC-H0000-00000-00000-00000-0');
    await admin.locator('form button[type=submit]').click();
    await expectText(admin, 'Das ist nicht der Code, der beim letzten Start auf der Konsole stand.');
    await photograph(admin, '50-first-code');
    const code = /([0-9A-Z]{5}-){5}[0-9A-Z]/.exec(house.output())?.[0] ?? '';
    await admin.locator('#field-firstCode').fill(code);
    await admin.locator('form button[type=submit]').click();
    await admin.waitForURL((url) => url.pathname === '/admin');
  });

  it('invites somebody by name, address, role and organisation', async () => {
    await open(admin, '/admin/collections/users/create?locale=de');
    expect(await admin.locator('h1:visible').allInnerTexts()).toEqual(['Jemanden einladen']);
    expect(await admin.locator('#field-password').count()).toBe(0);
    await admin.locator('#field-email').fill(RITA);
    await admin.locator('#field-name').fill('Rita Redaktion');
    await choose(admin, 'role', 'Redaktion');
    await choose(admin, 'organisation', 'HTAI');
    await photograph(admin, '51-invite');
    await admin.locator('form button[type=submit]').click();
    await admin.waitForURL(/collections\/users\/(?!create)/);
    await expectText(admin, 'Einladung erneut senden');
    await photograph(admin, '52-invited');
    link = linkIn((await mails(1))[0]?.text);
    expect(link).toContain(house.url);
    await open(admin, '/admin/postfach');
    await admin.locator('.mailbox-table a', { hasText: 'Einladung zu Nordsüd' }).first().click();
    await admin.frameLocator('.mailbox-frame').getByText('Willkommen bei Nordsüd').waitFor();
    await photograph(admin, '53-invitation-mail');
    await admin.goBack();
  });

  it('invites again, and the first link is void', async () => {
    const { docs } = await api<{ docs: Doc[] }>(admin, `/users?where[email][equals]=${RITA}`);
    await open(admin, `/admin/collections/users/${docs[0]?.id}`);
    await admin.getByRole('button', { name: 'Einladung erneut senden' }).click();
    await expectText(admin, `Ohne Mailserver geht die Einladung an ${RITA} nicht hinaus.`);
    const second = linkIn((await mails(2))[1]?.text);
    rita = await somebody();
    await choosePassword(rita, link, OWN);
    await expectText(rita, 'Dieser Link gilt nicht mehr.');
    await photograph(rita, '54-link-void');
    link = second;
  });

  it('lets the person choose an own password and is then logged in', async () => {
    await open(rita, link);
    await expectText(rita, 'Eigenes Passwort festlegen');
    await photograph(rita, '55-own-password');
    await choosePassword(rita, link, OWN);
    await rita.waitForURL((url) => url.pathname === '/admin');
    await photograph(rita, '56-rita-is-in');
    expect((await api<{ user: Doc }>(rita, '/users/me')).user.email).toBe(RITA);
    const stranger = await somebody();
    await choosePassword(stranger, link, NEW);
    await expectText(stranger, 'Dieser Link gilt nicht mehr.');
    await open(admin, admin.url());
    await admin.locator('#field-name').waitFor();
    expect(await admin.getByRole('button', { name: 'Einladung erneut senden' }).count()).toBe(0);
    await photograph(admin, '57-account');
  });

  it('gives who forgot the password a new one by mail', async () => {
    const page = await somebody();
    await open(page, '/admin/login');
    await page.getByText('Passwort vergessen?').click();
    await page.waitForURL(/forgot/);
    await page.locator('#field-email').fill(RITA);
    await photograph(page, '58-forgot');
    await page.locator('form button[type=submit]').click();
    await expectText(page, 'Bitte sehen Sie in Ihr Postfach');
    await photograph(page, '59-forgot-sent');
    const mail = (await mails(3))[2];
    expect(mail?.subject).toBe('Ihr neues Passwort für Nordsüd');
    await choosePassword(page, linkIn(mail?.text), NEW);
    await page.waitForURL((url) => url.pathname === '/admin');
    const other = await somebody();
    await logIn(other, RITA, NEW);
    await other.waitForURL((url) => url.pathname === '/admin');
  });

  it('shows somebody who leaves the login, and says no more than to a stranger', async () => {
    await open(admin, admin.url());
    await admin.locator('#field-active').click();
    await admin.locator('#action-save').click();
    await expectText(admin, 'erfolgreich');
    const page = await somebody();
    await open(page, '/admin/login');
    await page.locator('#field-email').fill(RITA);
    await page.locator('#field-password').fill(NEW);
    await page.locator('form button[type=submit]').click();
    await expectText(page, 'E-Mail-Adresse oder Passwort stimmen nicht.');
    await photograph(page, '60-leaver');
    expect((await api<{ user: Doc | null }>(rita, '/users/me')).user).toBeNull();
  });

  it('has written no error: what people were told is none', () => {
    expect(
      house
        .output()
        .split('\n')
        .filter((line) => /"level":"error"|Error:/.test(line)),
    ).toEqual([]);
  });
});

const expectText = (page: Page, text: string): Promise<void> => page.getByText(text).first().waitFor();
