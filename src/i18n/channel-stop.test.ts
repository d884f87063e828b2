import { describe, expect, it } from 'vitest';
import type { ChannelTrouble } from '#domain/channel';
import { meanwhileInWords, mendInWords, type StoppedChannel, stopInWords } from './channel-stop';

const channelOf = (
  via: 'linkedin' | 'mastodon' | 'bluesky' | 'x',
  trouble: ChannelTrouble,
  hasAccess = true,
): StoppedChannel => ({
  ...{ name: 'Kanal HTAI', kind: via, via, trouble, hasAccess, ownerEmail: undefined },
});

describe('a channel that stopped by itself', () => {
  it.each([
    ['linkedin', 'account-refused', 'LinkedIn nimmt die Anmeldung nicht an.', '', 'Kanal neu verbinden'],
    ['mastodon', 'account-refused', 'Mastodon nimmt die Anmeldung nicht an.', '', 'Kanal neu verbinden'],
    ['x', 'account-refused', 'X nimmt die Anmeldung nicht an.', '', 'Kanal neu verbinden'],
    ['bluesky', 'account-refused', 'Bluesky nimmt das App-Passwort nicht an.', '', 'Neues App-Passwort eintragen'],
    ['linkedin', 'version-given-up', 'die Nordsüd kennt.', 'die Person, die Nordsüd betreibt', 'Zum Kanal'],
    ['x', 'spending-limit', 'Bei X ist das Guthaben aufgebraucht', 'heben Sie die Ausgabengrenze an', 'Zum Kanal'],
  ] as const)('on %s by %s says why, and what to do', (via, trouble, why, todo, button) => {
    const channel = channelOf(via, trouble);
    expect(stopInWords(channel).de).toContain('„Kanal HTAI“ ist angehalten: ');
    expect(stopInWords(channel).de).toContain(why);
    expect(mendInWords(channel).sentence.de).toContain(todo);
    expect(mendInWords(channel).sentence.de === '').toBe(todo === '');
    expect(mendInWords(channel).button.de).toBe(button);
  });

  it('without an account says so', () => {
    const unconnected = channelOf('linkedin', 'account-refused', false);
    expect([stopInWords(unconnected).de, mendInWords(unconnected).button.de]).toEqual([
      '„Kanal HTAI“ ist angehalten: Der Kanal ist mit keinem Konto verbunden.',
      'Kanal verbinden',
    ]);
  });

  it('says what becomes of what is due', () => {
    const channel = channelOf('linkedin', 'account-refused');
    expect(meanwhileInWords(false).de).toContain('Was fällig wird, wartet');
    const byHand = { ...channel, ownerEmail: 'presse@example.org' };
    expect(stopInWords(byHand).de).toContain('„Kanal HTAI“ veröffentlicht gerade nicht selbst: LinkedIn');
    expect(meanwhileInWords(true).de).toContain('bekommt die zuständige Person');
  });

  it('whose provider is none of the networks is mended by a key or its sender', () => {
    const newsletter = { ...channelOf('linkedin', 'account-refused'), kind: 'newsletter', via: 'sendgrid' } as const;
    expect(stopInWords(newsletter).de).toContain('SendGrid nimmt Schlüssel oder Absender nicht an.');
    expect(mendInWords(newsletter).sentence.de).toContain('einen gültigen Schlüssel');
  });
});
