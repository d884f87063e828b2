import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { attemptsOf } from '#store/attempts';
import { dispatchesOf } from '#store/dispatches';
import { type DeliveryPage, loadDeliveryPage } from '../../src/admin/delivery-load';
import { standSentences } from '../../src/admin/stand-words';
import { openFakeChannel } from '../fakes/fake-channel';
import { testDatabases } from './boot';
import { adopt, openWorld, type World } from './jobs-world';

const PNG = await sharp({ create: { width: 1300, height: 700, channels: 3, background: '#1d4f7a' } })
  .png()
  .toBuffer();

describe.each(testDatabases())('a post that its network shows without its picture, on %s', (kind) => {
  let world: World;
  let picture: string;
  beforeAll(async () => {
    world = await openWorld(kind, 'left-out');
    await adopt(world.payload, 2, [{ code: 'N-S-1', channelKinds: ['mastodon'] }]);
    const { id } = await world.payload.create({
      ...{ collection: 'media', data: { alt: 'Ein Saal', credit: 'Beispiel' } as never },
      file: { name: 'saal.png', mimetype: 'image/png', size: PNG.length, data: PNG },
    });
    picture = id;
  });
  afterAll(() => world.stop());
  beforeEach(() => world.reset());

  const pageOf = async () => {
    const { payload, ids } = world;
    const [row] = await world.rows();
    const user = await payload.findByID({ collection: 'users', id: ids.coordinator });
    const viewer = { id: user.id, role: 'coordinator', organisation: undefined } as const;
    return loadDeliveryPage({ payload, user: { ...user, collection: 'users' }, viewer, language: 'de' }, row?.id ?? '');
  };
  const said = (page: DeliveryPage | undefined): string =>
    page
      ? standSentences(page)
          .map(({ de }) => de)
          .join(' ')
      : '';
  const attempts = async () => {
    const [row] = await world.rows();
    const dispatches = await dispatchesOf(world.payload, 'post', [row?.id ?? '']);
    return attemptsOf(
      world.payload,
      dispatches.map(({ id }) => id),
    );
  };

  it('shows none in the ledger, and says why', async () => {
    await world.publish({ picture });
    world.fakes.current.preview.answerNext({ kind: 'accepted', providerId: '1', leftOut: 'refused' });
    await world.round();
    const page = await pageOf();
    expect(page?.delivery.status).toBe('sent');
    expect(page?.text).toMatchObject({ wasSent: true, leftOut: 'refused' });
    expect(page?.text?.shown?.picture).toBeUndefined();
    expect(page?.attempts.at(-1)?.outcome).toMatchObject({ kind: 'accepted', leftOut: 'refused' });
    expect(said(page)).toContain('Ohne Bild erschienen: Das Netzwerk nahm das Bild nicht an.');
  });

  it('shows it where nothing was left out', async () => {
    await world.publish({ picture });
    await world.round();
    const page = await pageOf();
    expect(page?.text?.shown?.picture).toMatchObject({ alt: 'Ein Saal' });
    expect(said(page)).not.toContain('Ohne Bild');
  });

  it('remembers it when the answer is lost and the post is found later', async () => {
    await world.publish({ picture });
    world.fakes.current.preview.answerNext({ kind: 'unconfirmed', detail: 'no-answer-in-time', leftOut: 'gone' });
    await world.round();
    expect((await attempts()).at(-1)).toMatchObject({ stage: 'unconfirmed' });
    world.pass(3_600);
    await world.round();
    expect((await attempts()).at(-1)).toMatchObject({ stage: 'accepted', outcome: { kind: 'accepted', leftOut: 'gone' } });
  });

  it.each([
    ['went with its picture', {}, undefined],
    ['went without it as well', { leftOut: 'refused' }, 'refused'],
    ['found the first one there', { isEarlier: true }, 'stuck'],
  ] as const)('says of one that is said again how that one went: it %s', async (_how, answer, leftOut) => {
    const again = openFakeChannel('preview', { seconds: Number.POSITIVE_INFINITY });
    world.fakes.current = { ...world.fakes.current, preview: { ...again, find: async () => undefined } };
    await world.publish({ picture });
    again.answerNext({ kind: 'unconfirmed', detail: 'no-answer-in-time', leftOut: 'stuck' });
    await world.round();
    expect((await attempts()).at(-1)).toMatchObject({ stage: 'unconfirmed', outcome: { leftOut: 'stuck' } });
    again.answerNext({ kind: 'accepted', providerId: '1', ...answer });
    world.pass(3_600);
    await world.round();
    const page = await pageOf();
    expect([page?.delivery.status, page?.text?.leftOut ?? undefined]).toEqual(['sent', leftOut]);
    expect(said(page).includes('Ohne Bild')).toBe(leftOut !== undefined);
  });
});
