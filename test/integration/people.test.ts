import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { setLogLevel } from '#runtime/log';
import { openRest, type Rest } from './access-doors';
import { addPerson, idOf, mark, PASSWORD, type Role, settle, stored, type World } from './access-world';
import { accountCalls, mailsTo, OWN, textOf, tokenFor } from './account-mails';
import { bootHouse, type House, testDatabases } from './boot';

const SPENT = 'Dieser Link gilt nicht mehr.';

describe.each(testDatabases())('accounts by mail on %s', (kind) => {
  let house: House;
  let rest: Rest;
  let world: World;
  let calls: ReturnType<typeof accountCalls>;
  beforeAll(async () => {
    house = await bootHouse(kind, 'people');
    setLogLevel('silent');
    rest = openRest(house);
    world = await settle(house, rest);
    calls = accountCalls(rest, world.organisations.own);
  });
  afterAll(() => house.stop());

  const join = (role: Role = 'editor') => addPerson(house.payload, rest, { role, organisation: world.organisations.own });
  const address = (): string => `${mark()}@example.org`;

  describe('an invitation', () => {
    it('reaches the person in German, leads to an own password, and works once', async () => {
      const email = address();
      const made = await calls.invite(world.people.coordinator, email);
      expect(made.status).toBe(201);
      const [mail] = await mailsTo(house, email, 1);
      expect(mail?.subject).toBe('Einladung zu Nordsüd');
      expect(mail?.text).toContain('Guten Tag Rita Redaktion,');
      expect(mail?.text).toContain(`${world.people.coordinator.user.name} hat für Sie ein Benutzerkonto`);
      expect(mail?.text).toContain('Er gilt 7 Tage und nur einmal.');
      const token = await tokenFor(house, email);
      expect(mail?.html).toContain(`http://localhost:3000/admin/reset/${token}`);
      const done = await calls.reset(token);
      expect([done.status, Object(done.body.user).email]).toEqual([200, email]);
      expect((await calls.login(email, OWN)).status).toBe(200);
      const again = await calls.reset(token, 'ein ganz anderes Passwort');
      expect([again.status, textOf(again)]).toEqual([403, expect.stringContaining(SPENT)]);
      expect((await stored(house.payload, 'users', idOf(made.body.doc)))?.invitedAt ?? null).toBeNull();
    });

    it('speaks English to those who chose it', async () => {
      const email = address();
      await calls.invite(world.people.admin, email, { language: 'en' });
      expect((await mailsTo(house, email, 1))[0]?.subject).toBe('Invitation to Nordsüd');
    });

    it('says at the field, in the language of whoever invites, that somebody has the address', async () => {
      const email = address();
      await calls.invite(world.people.admin, email);
      const told = async (language: string): Promise<unknown> => {
        const body = {
          name: 'Rita Redaktion',
          email: email.toUpperCase(),
          role: 'editor',
          organisation: world.organisations.own,
        };
        const reply = await rest('POST', '/users', { as: world.people.admin, body, headers: { 'accept-language': language } });
        return [reply.status, textOf(reply)];
      };
      expect(await told('de')).toEqual([
        400,
        expect.stringContaining('Mit dieser E-Mail-Adresse gibt es schon ein Benutzerkonto.'),
      ]);
      expect(await told('en')).toEqual([400, expect.stringContaining('There is an account with this e-mail address already.')]);
      expect(await told('de')).toEqual([400, expect.not.stringContaining('invalid')]);
    });

    it('ends after seven days', async () => {
      const email = address();
      const id = idOf((await calls.invite(world.people.admin, email)).body.doc);
      const ends = String((await stored(house.payload, 'users', id))?.resetPasswordExpiration);
      const days = (Date.parse(ends) - Date.now()) / 86_400_000;
      expect(days).toBeGreaterThan(6.99);
      expect(days).toBeLessThanOrEqual(7);
      const token = await tokenFor(house, email);
      const resetPasswordExpiration = new Date(Date.now() - 1_000).toISOString();
      await house.payload.db.updateOne({ collection: 'users', where: { id: { equals: id } }, data: { resetPasswordExpiration } });
      expect((await calls.reset(token)).status).toBe(403);
      expect((await calls.inviteAgain(world.people.admin, id)).status).toBe(200);
      expect((await calls.reset(await tokenFor(house, email, 2))).status).toBe(200);
    });

    it('sent again makes the first link void, until the person has logged in', async () => {
      const email = address();
      const id = idOf((await calls.invite(world.people.admin, email)).body.doc);
      const first = await tokenFor(house, email);
      const again = await calls.inviteAgain(world.people.coordinator, id);
      expect([again.status, again.body.message]).toEqual([
        200,
        `Ohne Mailserver geht die Einladung an ${email} nicht hinaus. Sie liegt im Postfach; dort sieht sie nur die Administration.`,
      ]);
      const second = await tokenFor(house, email, 2);
      expect(second).not.toBe(first);
      expect((await calls.reset(first)).status).toBe(403);
      expect((await calls.reset(second)).status).toBe(200);
      expect((await calls.inviteAgain(world.people.admin, id)).status).toBe(409);
    });

    it('is for those above only, and no higher than they may give', async () => {
      for (const as of [undefined, world.people.author, world.people.editor])
        expect((await calls.invite(as, address())).status).toBe(403);
      const tooHigh = await calls.invite(world.people.coordinator, address(), { role: 'admin' });
      expect([tooHigh.status, textOf(tooHigh)]).toEqual([400, expect.stringContaining('Die Koordination vergibt nur')]);
      const colleague = idOf((await calls.invite(world.people.admin, address(), { role: 'coordinator' })).body.doc);
      expect((await calls.inviteAgain(world.people.coordinator, colleague)).status).toBe(403);
    });

    it('leaves nobody with a password that others know', async () => {
      const email = address();
      await calls.invite(world.people.admin, email);
      for (const password of ['', 'undefined', 'null', PASSWORD])
        expect((await calls.login(email, password)).status).not.toBe(200);
    });

    it('makes nobody who is written to before the person came in', async () => {
      const { loadPerson, loadReaders } = await import('#store/people');
      const email = address();
      const id = idOf((await calls.invite(world.people.admin, email)).body.doc);
      const isRead = async () => (await loadReaders(house.payload, 'digest')).some((person) => person.id === id);
      expect([await isRead(), await loadPerson(house.payload, id)]).toEqual([false, undefined]);
      await calls.reset(await tokenFor(house, email));
      expect([await isRead(), (await loadPerson(house.payload, id))?.email]).toEqual([true, email]);
    });

    it('follows the corrected address, which the wrong one does not hear of', async () => {
      const [wrong, right] = [address(), address()];
      const id = idOf((await calls.invite(world.people.admin, wrong)).body.doc);
      const old = await tokenFor(house, wrong);
      expect((await calls.change(world.people.coordinator, id, { email: right })).status).toBe(200);
      expect((await mailsTo(house, right, 1)).map(({ subject }) => subject)).toEqual(['Einladung zu Nordsüd']);
      expect(await mailsTo(house, wrong)).toHaveLength(1);
      expect((await calls.reset(old)).status).toBe(403);
      expect((await calls.reset(await tokenFor(house, right))).status).toBe(200);
    });

    it('that cannot leave to the corrected address corrects nothing', async () => {
      const { payload } = house;
      const email = address();
      const id = idOf((await calls.invite(world.people.admin, email)).body.doc);
      const sending = vi.spyOn(payload, 'sendEmail').mockResolvedValueOnce({ kind: 'rejected', code: '550', detail: '' });
      const reply = await calls.change(world.people.admin, id, { email: address() });
      sending.mockRestore();
      expect([reply.status, (await stored(payload, 'users', id))?.email]).toEqual([502, email]);
    });

    it('that cannot leave makes no account', async () => {
      const { payload } = house;
      const email = address();
      const sending = vi.spyOn(payload, 'sendEmail').mockResolvedValueOnce({ kind: 'rejected', code: '550', detail: '' });
      const reply = await calls.invite(world.people.admin, email);
      sending.mockRestore();
      expect([reply.status, textOf(reply)]).toEqual([502, expect.stringContaining('ließ sich nicht verschicken')]);
      expect((await payload.count({ collection: 'users', where: { email: { equals: email } } })).totalDocs).toBe(0);
      expect((await calls.invite(world.people.admin, email)).status).toBe(201);
    });
  });

  describe('a forgotten password', () => {
    it('is answered at once and the same for everybody; a German mail follows for those there are', async () => {
      const { user } = await join();
      const replies = [
        await calls.forget(String(user.email)),
        await calls.forget(address()),
        await calls.forget('keine Adresse'),
      ];
      for (const { status, body } of replies) expect([status, body]).toEqual([200, { message: expect.any(String) }]);
      expect(new Set(replies.map(textOf)).size).toBe(1);
      const [mail] = await mailsTo(house, String(user.email), 1);
      expect(mail?.subject).toBe('Ihr neues Passwort für Nordsüd');
      expect(mail?.text).toContain('Er gilt eine Stunde und nur einmal.');
    });

    it('is mailed once in fifteen seconds, however often it is asked for', async () => {
      const { user } = await join();
      await Promise.all(Array.from({ length: 5 }, () => calls.forget(String(user.email).toUpperCase())));
      const other = await join();
      await calls.forget(String(other.user.email));
      await mailsTo(house, String(other.user.email), 1);
      expect(await mailsTo(house, String(user.email), 1)).toHaveLength(1);
    });

    it('gives a new password by the link, once, and ends the other sessions', async () => {
      const person = await join();
      await calls.forget(String(person.user.email));
      const token = await tokenFor(house, String(person.user.email));
      const short = await calls.reset(token, 'kurz');
      expect([short.status, textOf(short)]).toEqual([400, expect.stringContaining('Das Passwort braucht mindestens')]);
      expect((await calls.reset(token)).status).toBe(200);
      expect((await rest('GET', '/channels', { as: person })).status).toBe(403);
      expect((await calls.login(String(person.user.email), PASSWORD)).status).toBe(401);
      expect((await calls.reset(token)).status).toBe(403);
    });

    it.each([[null], [{ exists: true }], [{ not_equals: 'x' }], [['']], ['']])('takes no token like %j', async (token) => {
      expect((await calls.reset(token)).status).toBe(403);
    });
  });

  describe('another address', () => {
    it('is told to the old and the new one, without a link, and voids what lies in the old mailbox', async () => {
      const { user } = await join();
      const [from, to] = [String(user.email), address()];
      await calls.forget(from);
      const token = await tokenFor(house, from);
      await calls.change(world.people.coordinator, user.id, { email: to });
      for (const mail of [(await mailsTo(house, from, 2)).at(-1), (await mailsTo(house, to, 1))[0]]) {
        expect(mail?.subject).toBe('Ihre E-Mail-Adresse bei Nordsüd wurde geändert');
        expect(mail?.text).toContain(`war ${from} und ist jetzt ${to}`);
        expect(mail?.text).toContain('Falls Sie das nicht waren');
        expect(`${mail?.text}${mail?.html}`).not.toMatch(/href=|\/admin/);
      }
      expect((await calls.reset(token)).status).toBe(403);
      expect((await calls.login(to, PASSWORD)).status).toBe(200);
    });

    it('is no news where it stayed the same or was refused', async () => {
      const person = await join();
      const email = String(person.user.email);
      await calls.change(world.people.admin, person.user.id, { email: email.toUpperCase(), name: 'Neu' });
      await calls.change(person, person.user.id, { email: address() });
      expect(await mailsTo(house, email)).toEqual([]);
    });
  });
});
