import { describe, expect, it } from 'vitest';
import type { Content } from '#domain/content';
import { postLength } from '#domain/post-length';
import { NETWORK_LIMITS, type PostLimits } from '#domain/post-limits';
import type { Purpose } from '#domain/purpose';
import { PURPOSES } from '#domain/purpose';
import { countGraphemes } from '#domain/text';
import { instant } from '#domain/time';
import { TURNS } from '#i18n/post-leads';
import { channelOf } from '../test/fixtures/domain';
import { congressOf, FUNDED, PUBLIC_URL, practiceOf, readerBodies, rowOf } from '../test/fixtures/reader';
import { composePost, lostOfTeaser } from './post';

const { linkedin: ROOMY, bluesky: BLUESKY } = NETWORK_LIMITS;
const X: PostLimits = { ...NETWORK_LIMITS.x, altTextLength: 20 };
const LINK = `${PUBLIC_URL}/veranstaltungen/hessischer-innovationskongress-2026`;

const postOf = (content: Content, purpose: Purpose, carrier: string, limits: PostLimits = ROOMY, change = {}) =>
  composePost({
    delivery: rowOf(content, purpose, carrier, change),
    content,
    organisations: readerBodies,
    channel: channelOf(carrier, 'linkedin'),
    publicUrl: PUBLIC_URL,
    limits,
  });

const bodyOf = (id: string) => {
  const found = readerBodies.get(id);
  if (!found) throw new Error(`no body ${id}`);
  return found;
};

const FACTS = 'Donnerstag, 10. Dezember 2026, 09:00 Uhr\nKongress Palais Kassel';

describe('a post', () => {
  it('announces another body’s event with everything a reader needs', () => {
    expect(postOf(congressOf(), 'announce', 'spk').text).toBe(
      [
        'Unsere Empfehlung – Hessen Trade & Invest lädt ein:\nHessischer Innovationskongress 2026',
        `${FACTS}\nAnmeldung bis Montag, 7. Dezember 2026`,
        congressOf().teaser.de,
        LINK,
        '#HessenTradeInvest #Innovation #ScienceParkKassel #Gründung',
      ].join('\n\n'),
    );
  });

  it('says on its card what the content is, and of a cancelled event that it is, without advertising it', () => {
    const card = (content: Content, purpose: Purpose) => postOf(content, purpose, 'spk').card;
    const title = 'Hessischer Innovationskongress 2026';
    expect(card(congressOf(), 'announce')).toEqual({ title, text: congressOf().teaser.de });
    expect(card(congressOf({ event: { status: 'cancelled' } }), 'cancel')).toEqual({ title: `Abgesagt: ${title}`, text: '' });
    expect(card(congressOf(), 'update')?.text).toBe('');
  });

  it('invites in the first person to its own event', () => {
    expect(postOf(congressOf(), 'announce', 'htai').text).toMatch(/^Seien Sie dabei:\nHessischer Innovationskongress 2026\n/);
    expect(postOf(congressOf(), 'announce', 'htai').text).not.toContain('Veranstalter');
  });

  it('names the others when the carrier is a co-organiser', () => {
    const text = postOf(congressOf({ coOrganisers: ['spk'] }), 'announce', 'spk').text;
    expect(text).toMatch(/^Unsere Einladung an Sie:\n/);
    expect(text).toContain('Veranstalter: Hessen Trade & Invest und Science Park Kassel');
  });

  it('speaks in the plural of several bodies', () => {
    expect(postOf(practiceOf(), 'announce', 'htai').text).toMatch(
      /^Zum Nachmachen – Science Park Kassel und Enterprise Europe Network Hessen stellen vor:\nInnovation Accelerator/,
    );
  });

  it('reminds, and says whose event it is', () => {
    const text = postOf(congressOf(), 'remind', 'spk').text;
    expect(text).toMatch(/^Nicht vergessen: Hessischer Innovationskongress 2026\n/);
    expect(text).toContain('Veranstalter: Hessen Trade & Invest\n');
  });

  it('calls for registration once, with the last day', () => {
    const text = postOf(congressOf(), 'last-call', 'spk').text;
    expect(text).toMatch(/^Jetzt noch anmelden bis Montag, 7. Dezember 2026:\nHessischer/);
    expect(text.match(/7\. Dezember/g)).toHaveLength(1);
  });

  it('says the new date and the one before', () => {
    const moved = congressOf({ event: { status: 'moved', previousStartsAt: instant('2026-12-03T08:00:00Z') } });
    expect(postOf(moved, 'update', 'spk').text).toMatch(
      /^Achtung, neuer Termin: Hessischer Innovationskongress 2026\n\nDonnerstag, 10. Dezember 2026, 09:00 Uhr\nBisher: Donnerstag, 3. Dezember 2026, 09:00 Uhr\nKongress Palais/,
    );
  });

  it('says that a place or link changed', () => {
    expect(postOf(congressOf(), 'update', 'spk').text).toMatch(/^Aktualisiert: Hessischer/);
  });

  it('says that a new date is still open', () => {
    const text = postOf(congressOf({ event: { status: 'postponed' } }), 'update', 'spk').text;
    expect(text).toMatch(
      /^Findet später statt: Hessischer Innovationskongress 2026\n\nNeuer Termin noch offen\nBisher: Donnerstag, 10\. Dezember 2026/,
    );
  });

  it.each(PURPOSES)('never invites to a cancelled event (%s)', (purpose) => {
    const text = postOf(congressOf({ event: { status: 'cancelled' } }), purpose, 'spk').text;
    expect(TURNS.cancelled.map(({ de }) => `${de}: Hessischer Innovationskongress 2026`)).toContain(text.split('\n')[0]);
    expect(text).not.toContain('Anmeldung');
  });

  it('speaks English on an English channel', () => {
    const content = congressOf();
    const { text, language } = composePost({
      delivery: rowOf(content, 'announce', 'spk'),
      content,
      organisations: readerBodies,
      channel: channelOf('spk', 'linkedin', { language: 'en' }),
      publicUrl: PUBLIC_URL,
      limits: ROOMY,
    });
    expect(language).toBe('en');
    expect(text).toMatch(
      /^Recommended – Hessen Trade & Invest invites you:\nHessian Innovation Congress 2026\n\nThursday, 10 December 2026, 09:00\n/,
    );
  });

  it('speaks German throughout on an English channel where the content has no English', () => {
    const content = { ...practiceOf(), title: { de: 'Wie man Neues wagt' }, teaser: { de: 'Drei Häuser berichten.' } };
    const { text, language } = composePost({
      delivery: rowOf(content, 'announce', 'htai'),
      content,
      organisations: readerBodies,
      channel: channelOf('htai', 'linkedin', { language: 'en' }),
      publicUrl: PUBLIC_URL,
      limits: ROOMY,
    });
    expect(language).toBe('de');
    expect(text).toMatch(/^Zum Nachmachen – Science Park Kassel und .* stellen vor:\nWie man Neues wagt\n/);
    expect(text).not.toMatch(/Our|Source|present/);
  });

  it('brings the picture with its alt text within the limit', () => {
    expect(postOf(congressOf(), 'announce', 'spk', X).image).toEqual({
      url: `${PUBLIC_URL}/media/kongress-1200x630.jpg`,
      alt: 'Voller Saal mit…',
    });
    expect(postOf(congressOf(), 'announce', 'spk', { ...X, images: 0 })).not.toHaveProperty('image');
  });

  it('describes its picture in the language it speaks, in German where nobody wrote English', () => {
    const altOf = (alt: { de: string; en?: string }) => {
      const { picture } = congressOf();
      const content = congressOf({ picture: picture && { ...picture, alt } });
      return composePost({
        ...{ delivery: rowOf(content, 'announce', 'spk'), content, organisations: readerBodies, publicUrl: PUBLIC_URL },
        ...{ channel: channelOf('spk', 'linkedin', { language: 'en' }), limits: ROOMY },
      }).image?.alt;
    };
    expect(altOf({ de: 'Ein voller Saal', en: 'A full hall' })).toBe('A full hall');
    expect(altOf({ de: 'Ein voller Saal' })).toBe('Ein voller Saal');
  });
});

describe('the carrier’s own text', () => {
  it('wins, and gets the link when it has none', () => {
    expect(postOf(congressOf(), 'announce', 'spk', ROOMY, { ownText: 'Wir sehen uns in Kassel!' }).text).toBe(
      `Wir sehen uns in Kassel!\n\n${LINK}`,
    );
    const withLink = `Hier entlang: ${LINK} – bis bald!`;
    expect(postOf(congressOf(), 'announce', 'spk', ROOMY, { ownText: withLink }).text).toBe(withLink);
  });

  it('does not speak for a content that has changed since', () => {
    expect(postOf(congressOf(), 'announce', 'spk', ROOMY, { ownText: 'Am Mittwoch!', ownTextStale: true }).text).toMatch(
      /^Unsere Empfehlung – Hessen Trade & Invest lädt ein:/,
    );
  });

  it('keeps within the limit with its link whole', () => {
    const text = postOf(congressOf(), 'announce', 'spk', X, { ownText: `Sehr lang. ${'Wort '.repeat(100)}${LINK}` }).text;
    expect(postLength(text, X)).toBeLessThanOrEqual(280);
    expect(text.endsWith(LINK)).toBe(true);
  });
});

describe('a funder’s hashtag', () => {
  const funded = congressOf({ funding: FUNDED });

  it('stands last, once', () => {
    expect(postOf(funded, 'announce', 'spk').text).toMatch(
      /\n\n#HessenTradeInvest #Innovation #ScienceParkKassel #Gründung #EFREHessen$/,
    );
    const known = congressOf({ funding: { ...FUNDED, hashtag: 'Innovation' } });
    expect(postOf(known, 'announce', 'spk').text.match(/#Innovation/g)).toHaveLength(1);
  });

  it('comes from the organiser too, and only while its notice holds when the row is due', () => {
    const late = { dueAt: instant('2027-01-01T00:00:00Z') };
    expect(postOf(funded, 'announce', 'spk', ROOMY, late).text).not.toContain('#EFREHessen');
    const bodies = new Map(readerBodies).set('htai', { ...bodyOf('htai'), funding: FUNDED });
    const { text } = composePost({
      ...{ delivery: rowOf(congressOf(), 'announce', 'spk'), content: congressOf(), organisations: bodies },
      ...{ channel: channelOf('spk', 'linkedin'), publicUrl: PUBLIC_URL, limits: ROOMY },
    });
    expect(text).toContain('#EFREHessen');
  });

  it('is added to the carrier’s own text, and never cut off', () => {
    const own = (ownText: string, limits = ROOMY) => postOf(funded, 'announce', 'spk', limits, { ownText }).text;
    expect(own('Bis bald in Kassel!')).toBe(`Bis bald in Kassel!\n\n${LINK}\n\n#EFREHessen`);
    expect(own(`#EFREHessen2021: ${LINK}`)).toBe(`#EFREHessen2021: ${LINK}\n\n#EFREHessen`);
    expect(own(`${LINK} #EFREHessen`)).toBe(`${LINK} #EFREHessen`);
    expect(own(`#EFREHessen2021 #EFREHessen ${'Wort '.repeat(100)}`, X).match(/#EFREHessen(?!\d)/g)).toHaveLength(1);
    const cut = own('Wort '.repeat(100), X);
    expect(postLength(cut, X)).toBeLessThanOrEqual(280);
    expect(cut.endsWith(`…\n\n${LINK}\n\n#EFREHessen`)).toBe(true);
  });
});

describe('a short post', () => {
  it('shortens the teaser first and keeps hashtags', () => {
    const text = postOf(congressOf(), 'announce', 'spk', { ...X, textLength: 330 }).text;
    expect(text).toContain('#HessenTradeInvest');
    expect(text).toContain('…');
    expect(text).toContain(FACTS);
  });

  it('gives up hashtags before a word of date, place and link', () => {
    const long = congressOf({
      title: { de: 'Hessischer Kongress für Innovation, Wachstum und Zusammenarbeit im ländlichen Raum und in der Stadt' },
    });
    const text = postOf(long, 'announce', 'spk', BLUESKY).text;
    expect(text).not.toContain('#');
    expect(text).toContain(FACTS);
    expect(text).toContain(LINK);
    expect(text).toContain(long.title.de);
  });

  it('holds with a title of 400 characters', () => {
    const text = postOf(congressOf({ title: { de: 'Übermorgen '.repeat(37) } }), 'last-call', 'spk', BLUESKY).text;
    expect(countGraphemes(text)).toBeLessThanOrEqual(300);
    expect(text).toContain('Übermorgen…');
    expect(text).toContain(FACTS);
  });
});

describe('a post with little room', () => {
  const TITLE = 'Hessischer Innovationskongress 2026: Technologien, Finanzierung und Zusammenarbeit';
  const named = (title: string) =>
    postOf(congressOf({ title: { de: title }, event: { status: 'moved' } }), 'update', 'spk', X).text;

  it('keeps the name that people know, rather than the end of a long title', () => {
    expect(named(TITLE.repeat(3))).toContain('\nVeranstalter: Hessen Trade & Invest\n');
    expect(named(TITLE.repeat(3))).toMatch(/Hessischer Innovationskongress 2026.*…/);
  });

  it('says what of the teaser it had no room for', () => {
    const lost = (limits: PostLimits, title = 'Kongress', purpose: Purpose = 'announce') => {
      const content = congressOf({ title: { de: title } });
      const told = { delivery: rowOf(content, purpose, 'spk'), content, organisations: readerBodies, publicUrl: PUBLIC_URL };
      const input = { ...told, channel: channelOf('spk', 'linkedin'), limits };
      return lostOfTeaser(input, composePost(input));
    };
    expect([lost(ROOMY), lost({ ...X, textLength: 330 }), lost(X, TITLE.repeat(2)), lost(X, TITLE, 'update')]).toEqual([
      undefined,
      'end',
      'all',
      undefined,
    ]);
  });
});
