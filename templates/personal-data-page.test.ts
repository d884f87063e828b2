import { describe, expect, it } from 'vitest';
import type { PersonalData } from '#domain/personal-data';
import { personalDataPage } from './personal-data-page';

const NOBODY: PersonalData = {
  ...{ address: 'anna@example.org', subscriptions: [], consents: [], requests: [], editions: [], receipts: [], suppressions: [] },
};
const pageOf = (data: Partial<PersonalData>): string =>
  personalDataPage({
    data: { ...NOBODY, ...data },
    topics: [],
    links: { file: '/d', erase: '/l', preferences: undefined },
  });

describe('the page of what is kept of a person', () => {
  it('says of a consent that ended by a dead mailbox that it ended, not that its person withdrew it', () => {
    const html = pageOf({
      consents: [
        {
          ...{ newsletter: 'n', organisation: 'o', text: 'Ja.', form: 'f', requestedAt: AT, confirmedAt: AT, mailedAt: AT },
          ...{ withdrawnAt: '2026-11-26T08:00:00.000Z', withdrawnBy: 'suppression', source: undefined },
        },
      ],
    });
    expect(html).toMatch(/<dt>Beendet<\/dt><dd>[^<]*26\. November 2026/);
    expect(html).toContain('<dt>Beendet durch</dt><dd>Sperrvermerk</dd>');
    expect(html).not.toMatch(/widerruf/i);
  });

  it('says of a mailbox that is not written to any more that it refused our mails, or was not reached time and again', () => {
    const html = pageOf({ suppressions: [{ newsletter: undefined, reason: 'hard-bounce', since: AT }] });
    expect(html).toContain(
      'Ihr Postfach hat unsere E-Mails als unzustellbar zurückgewiesen oder war wiederholt nicht erreichbar.',
    );
  });
});

const AT = '2026-11-20T08:00:00.000Z';
