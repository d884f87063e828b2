import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Mail } from '#domain/message';
import { type FlowSlug, findRows } from '#store/rows';
import { testDatabases } from './boot';
import { openWorld, START, type World } from './jobs-world';
import { linkIn, readerForms } from './reader-forms';
import { openPublicSite, type Site } from './site';

const ANNA = 'anna.aehre@example.org';

describe.each(testDatabases())('mails that ask for a click and get none, on %s,', (kind) => {
  let world: World;
  let site: Site;
  beforeAll(async () => {
    world = await openWorld(kind, 'unanswered');
  });
  afterAll(() => world?.stop());
  beforeEach(async () => {
    await world.reset();
    site = await openPublicSite(world.payload);
  });
  afterEach(() => site.close());

  const rows = <S extends FlowSlug>(slug: S) => findRows(world.payload, slug, {});
  const { page, post, ask, fillIn, mails } = readerForms(() => ({ world, site }));
  const isAboutData = ({ text }: Mail): boolean => text.includes('/newsletter/auskunft/');
  const askAndGetLink = async (email = ANNA): Promise<string> => {
    await ask(email);
    await world.round();
    return linkIn(mails().at(-1));
  };

  it('reach an address three times at most, however long somebody asks, and the answer is the same all along', async () => {
    const answers = new Set<string>();
    for (const day of [0, 1, 2, 3, 10, 40, 400]) {
      world.at(START.add({ hours: day * 24 }));
      await world.round();
      await askAndGetLink();
      answers.add((await ask(ANNA)).text);
    }
    expect([mails().length, answers.size]).toEqual([3, 1]);
    expect([...answers][0]).toMatch(/insgesamt drei, /);
    expect([...answers][0]).toMatch(/Waren es schon drei, kommt keine mehr\. .*href="\/newsletter\/auskunft"/s);
    expect(JSON.stringify(await rows('suppressions'))).not.toContain(ANNA);
    expect((await rows('suppressions')).map(({ reason }) => reason)).toEqual(['unanswered', 'unanswered', 'unanswered']);
    await askAndGetLink('berta@example.org');
    expect(mails()).toHaveLength(4);
  });

  it('are counted anew after a click', async () => {
    for (const day of [0, 10, 20]) {
      world.at(START.add({ hours: day * 24 }));
      await world.round();
      const link = await askAndGetLink();
      if (day === 20) await post(link);
    }
    expect([await rows('suppressions'), (await rows('subscribers')).length]).toEqual([[], 1]);
    world.pass(24 * 3600);
    await askAndGetLink();
    expect(mails()).toHaveLength(4);
  });

  it('leave the way to one’s own data open, by three mails a week at most, and who deletes there begins anew', async () => {
    const askFor = async (path: string, fields: Readonly<Record<string, string>>) => {
      await fillIn(path, { email: ANNA, ...fields });
      await world.round();
    };
    const order = () => askFor('/newsletter', { liste: world.ids.newsletter });
    for (let week = 0; week < 4; week++, world.pass(7 * 24 * 3600)) await order();
    expect(mails()).toHaveLength(3);
    for (let day = 0; day < 5; day++, world.pass(24 * 3600)) await askFor('/newsletter/auskunft', {});
    expect([mails().length, mails().filter(isAboutData).length]).toEqual([6, 3]);
    const text = await page(linkIn(mails().at(-1)));
    expect(text).toContain('Eine Anmeldung zu Newslettern wurde nicht bestätigt.');
    await post(linkIn(mails().at(-1)).replace(/daten$/, 'loeschen'));
    await order();
    expect(mails()).toHaveLength(7);
  });
});
