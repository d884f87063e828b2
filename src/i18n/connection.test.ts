import { describe, expect, it } from 'vitest';
import type { RefusedCheck } from '#domain/channel';
import {
  checkInWords,
  connectedInWords,
  connectionInWords,
  leftInWords,
  pastedInWords,
  refusedCheckInWords,
  stuckInWords,
} from './connection';

describe('what is said of the account of a channel', () => {
  it.each([
    [{ name: 'IHK Hessen innovativ', days: 58 }, 'Verbunden mit „IHK Hessen innovativ“, noch 58 Tage.'],
    [{ name: 'IHK', days: 1 }, 'Verbunden mit „IHK“, noch 1 Tag.'],
    [{ days: 0 }, 'Verbunden, noch weniger als einen Tag.'],
    [{ days: -3 }, 'Verbunden, der Zugang ist abgelaufen.'],
    [{ name: 'IHK', days: 306, isRenewed: true }, 'Verbunden mit „IHK“, erneuert sich von selbst, noch 306 Tage.'],
    [{ name: '@ihk', isRenewed: true }, 'Verbunden mit „@ihk“, erneuert sich von selbst.'],
    [{}, 'Verbunden.'],
  ])('is one sentence: %o', (health, sentence) => expect(connectedInWords(health).de).toBe(sentence));

  it('tells since when a pasted access is there, where nobody has looked yet whose it is', () => {
    expect(pastedInWords('12.05.2027 10:00', { days: 58 }).de).toBe(
      'Zugang hinterlegt am 12.05.2027 10:00 (Berliner Zeit), noch 58 Tage.',
    );
    expect(pastedInWords('12.05.2027 10:00', {}).de).toBe('Zugang hinterlegt am 12.05.2027 10:00 (Berliner Zeit).');
  });

  it('is nothing of an end where there is none', () => expect(leftInWords({})).toBeUndefined());

  it('names what the network said now before what it said once, and how long posts may be', () => {
    const said = checkInWords({ kind: 'fine', name: 'Neu', textLength: 500 }, { name: 'Alt' }, 'mastodon');
    expect(said.de).toBe('Verbunden mit „Neu“. Beiträge dürfen dort 500 Zeichen haben.');
  });

  it('speaks of the app password on Bluesky, where nobody connects', () => {
    for (const detail of ['no-key', 'AuthMissing']) {
      const said = checkInWords({ kind: 'refused', trouble: 'account-refused', detail }, {}, 'bluesky').de;
      expect(said).toContain('App-Passwort');
      expect(said).not.toMatch(/verbinde|Zugangsschlüssel/);
    }
    expect(stuckInWords('account-refused', 'bluesky').de).toMatch(/^Der Kanal hat sich selbst angehalten\. .*App-Passwort/);
  });

  it('shows in lists first why a channel stopped by itself, whatever a check said once', () => {
    const left = leftInWords({ days: 350, isRenewed: true });
    expect(connectionInWords(undefined, 'fine', left).de).toBe('in Ordnung, erneuert sich von selbst, noch 350 Tage');
    expect(connectionInWords('account-refused', 'fine', left).de).toBe('angehalten: nicht angenommen');
    expect(connectionInWords('spending-limit', undefined, undefined).de).toMatch(/^angehalten: Guthaben/);
    expect(connectionInWords(undefined, undefined, undefined).de).toBe('–');
  });

  it('tells people to see to the access only where the access was refused', () => {
    const said = (kind: RefusedCheck) => refusedCheckInWords('X RMN', '12.05.2027 10:00', kind).de;
    expect(said('refused')).toContain('prüfen Sie die Verbindung noch einmal');
    expect(said('refused')).not.toContain('Am Zugang liegt es nicht');
    expect(said('spending-limit')).toMatch(/Guthaben aufgebraucht .* Am Zugang liegt es nicht\. Bitte laden Sie dort Guthaben/);
    expect(said('version-given-up')).toMatch(/Fassung .* Am Zugang liegt es nicht\. Bitte wenden Sie sich/);
  });

  it('says what to do of every refusal', () => {
    for (const detail of ['no-key', 'no-role', 'HTTP 401'])
      expect(checkInWords({ kind: 'refused', trouble: 'account-refused', detail }, {}, 'linkedin').de).toMatch(
        /Bitte (verbinden|lassen)/,
      );
    expect(checkInWords({ kind: 'refused', trouble: 'version-given-up', detail: '' }, {}, 'linkedin').de).toContain(
      'Bitte wenden Sie sich',
    );
  });
});
