import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { instant, isBefore } from '#domain/time';
import { type Play, playDemo } from './demo-play';

type Row = Play['rows'][number];

describe('the demo', () => {
  let morning: Play;
  let evening: Play;
  beforeAll(async () => {
    morning = await playDemo('2027-02-11T05:40:00Z');
    evening = await playDemo('2027-02-11T20:15:00Z');
  }, 600_000);
  afterAll(async () => {
    await morning?.stop();
    await evening?.stop();
  });

  const slugOf = ({ events, newsItems }: Play, row: Row) =>
    [...events, ...newsItems].find(({ id }) => row.content.endsWith(`/${id}`))?.slug ?? '';
  const channelOf = ({ channels }: Play, row: Row) => channels.find(({ id }) => id === row.channel);
  const regionOf = ({ organisations }: Play, id: string) => organisations.find((one) => one.id === id)?.region;
  const inStatus = (play: Play, status: Row['status']) => play.rows.filter((row) => row.status === status);
  const story = (play: Play, row: Row) => `${slugOf(play, row)} ${channelOf(play, row)?.slug} ${row.purpose}`;

  it('writes the same ledger whenever on a day it is started', () => {
    const setOf = (play: Play) =>
      play.rows
        .map((row) => [story(play, row), row.occasion, row.becauseKind, row.clause, row.clauseText, row.dueAt].join(' | '))
        .sort();
    expect(setOf(morning).length).toBeGreaterThan(150);
    expect(setOf(evening)).toEqual(setOf(morning));
  });

  it.each(['north', 'south'] as const)('brings events of the %s into newsletter, feed and posts of the other side', (from) => {
    const carried = inStatus(morning, 'sent').filter(
      (row) =>
        row.content.startsWith('events/') &&
        row.clause === (from === 'north' ? 'N-S-1' : 'S-N-1') &&
        regionOf(morning, row.organiser) === from &&
        regionOf(morning, row.carrier) !== from,
    );
    const kinds = carried.map((row) => channelOf(morning, row)?.kind);
    expect([...new Set(kinds)].sort()).toEqual(['feed', 'linkedin', 'mastodon', 'newsletter']);
  });

  it('names the clause of every row that is not an owner’s own', () => {
    for (const row of morning.rows) {
      const content = [...morning.events, ...morning.newsItems].find(({ id }) => row.content.endsWith(`/${id}`));
      const isOwn = [content?.organiser, ...(content?.coOrganisers ?? [])].includes(row.carrier);
      expect(row.becauseKind, story(morning, row)).toBe(isOwn ? 'own-channel' : 'clause');
      expect(Boolean(row.clause && row.clauseText && row.agreement)).toBe(!isOwn);
    }
  });

  it.each(['morning', 'evening'] as const)('leaves open what is worth looking at, started in the %s', (time) => {
    const play = time === 'morning' ? morning : evening;
    const open = inStatus(play, 'awaiting-approval');
    expect(open.map((row) => row.approval).sort()).toEqual(['carrier', 'silence']);
    const silent = open.find((row) => row.approval === 'silence');
    const until = instant(silent?.noticedAt ?? '').add({ hours: silent?.silenceHours ?? 0 });
    expect(isBefore(play.now, until)).toBe(true);
    expect(inStatus(play, 'handed-over')).toHaveLength(1);
    expect(inStatus(play, 'declined').map((row) => Boolean(row.declineReason))).toEqual([true]);
    expect(inStatus(play, 'unconfirmed').map((row) => story(play, row))).toEqual([
      'pitch-abend-der-open-innovation-challenge een-linkedin announce',
    ]);
    expect([...inStatus(play, 'failed'), ...inStatus(play, 'missed')]).toEqual([]);
    expect(play.editions.filter(({ status }) => status === 'sent').length).toBeGreaterThan(5);
    const filling = play.editions.filter(({ status, id }) => status === 'open' && play.rows.some((row) => row.editionId === id));
    expect(filling.length).toBeGreaterThan(0);
    const furthest =
      play.events
        .map(({ startsAt }) => startsAt)
        .sort()
        .at(-1) ?? '';
    expect(play.now.until(instant(furthest)).total('days')).toBeGreaterThan(50);
    expect(play.now.until(instant(furthest)).total('days')).toBeLessThanOrEqual(60);
  });

  it('took the unclear post and gave no answer', async () => {
    const page = await (await fetch(morning.standIn.url)).text();
    expect(page).toContain('Pitch evening of the Open Innovation Challenge');
  });

  it('told everybody who had been told of it that an event is cancelled, and of the new date of another', () => {
    const told = (slug: string, purpose: Row['purpose']) =>
      inStatus(morning, 'sent')
        .filter((row) => slugOf(morning, row) === slug && row.purpose === purpose)
        .map((row) => channelOf(morning, row)?.slug)
        .sort();
    const withoutFeeds = (slugs: readonly (string | undefined)[]) => slugs.filter((slug) => !slug?.endsWith('-feed'));
    const cancelled = told('cluster-fruehstueck-mobilitaet', 'cancel');
    expect(cancelled).toEqual(expect.arrayContaining(['htai-linkedin', 'newsletter-htai', 'rmnh-linkedin']));
    // The monthly newsletter has not appeared since.
    const announced = withoutFeeds(told('cluster-fruehstueck-mobilitaet', 'announce'));
    expect(announced.filter((slug) => slug !== 'gemeinsamer-newsletter')).toEqual(cancelled);
    const moved = told('werkstattgespraech-kuenstliche-intelligenz-in-der-fertigung', 'update');
    expect(moved).toEqual(expect.arrayContaining(['ihk-linkedin', 'spk-mastodon']));
  });

  it('sends nothing more to a channel that declined the announcement', () => {
    const [declined] = inStatus(morning, 'declined');
    const later = morning.rows.filter(
      (row) => row.content === declined?.content && row.channel === declined.channel && row.id !== declined.id,
    );
    expect(later.map(({ status, reason }) => [status, reason])).toEqual([['withdrawn', 'announcement-declined']]);
  });

  it('keeps the meeting of the six to themselves', () => {
    const meeting = morning.events.find(({ visibility }) => visibility === 'stakeholders');
    expect(meeting).toBeDefined();
    expect(morning.rows.some((row) => row.content === `events/${meeting?.id}`)).toBe(false);
  });

  it('describes its pictures in both languages and marks its contents as examples', async () => {
    const media = await morning.house.payload.find({ collection: 'media', locale: 'all', pagination: false, depth: 0 });
    expect(media.docs.length).toBeGreaterThan(5);
    for (const { alt } of media.docs) expect(alt).toMatchObject({ de: expect.any(String), en: expect.any(String) });
    for (const event of morning.events) expect(JSON.stringify(event.description)).toContain('Beispiel:');
    for (const item of morning.newsItems) expect(JSON.stringify(item.text)).toContain('Beispiel:');
  });

  it('prints what happened as it goes', () => {
    const text = morning.lines.join('');
    expect(text).toContain('Redaktion SPK veröffentlicht: Gründungsabend');
    expect(text).toMatch(/SPK Ankündigung: Gründungsabend.*N-S-1/);
    expect(text).toContain('N-S-3 (Schweigen)');
    expect(text).toContain('Tag 25 von 30');
  });
});
