import { describe, expect, it } from 'vitest';
import type { AccountMail } from '#i18n/account-mail';
import { composeAccountMail } from './account-mail';

const LINK = 'https://nordsued.example.org/admin/reset/abc';
const reader = { name: 'Rita <b>Redaktion</b>', language: 'de' } as const;
const MAILS: readonly AccountMail[] = [
  { ...reader, kind: 'password', link: LINK },
  { ...reader, kind: 'invitation', link: LINK, inviter: 'Vera Waltung', organisation: 'Hessen Trade & Invest' },
  { ...reader, kind: 'address', from: 'alt@example.org', to: 'neu@example.org' },
];

describe('mails about accounts', () => {
  it.each(MAILS)('of kind $kind say everything in the plain text too, and take no markup from names', async (mail) => {
    const { subject, html, text } = await composeAccountMail(mail);
    expect(subject).toContain('Nordsüd');
    expect(text).toContain('Guten Tag Rita <b>Redaktion</b>,');
    expect(html).not.toContain('<b>Redaktion');
    expect([html.includes(LINK), text.includes(LINK)]).toEqual(Array(2).fill('link' in mail));
    expect(html).toContain('lang="de"');
  });

  it('name who invites and for whom one works', async () => {
    const { text } = await composeAccountMail({ ...reader, kind: 'invitation', link: LINK, inviter: 'Vera Waltung' });
    expect(text).toContain('Vera Waltung hat für Sie ein Benutzerkonto bei Nordsüd angelegt. In Nordsüd');
    const { text: withBody } = await composeAccountMail({
      ...reader,
      kind: 'invitation',
      link: LINK,
      inviter: 'V',
      organisation: 'Hessen Trade & Invest',
    });
    expect(withBody).toContain('angelegt; Sie arbeiten dort für „Hessen Trade & Invest“.');
  });

  it('speak English to those who chose it', async () => {
    for (const mail of MAILS) {
      const { subject, text } = await composeAccountMail({ ...mail, language: 'en' });
      expect(`${subject} ${text}`).not.toMatch(/\b(Sie|Ihr|Passwort)\b/);
    }
  });
});
