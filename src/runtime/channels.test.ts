import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AMENDING_VIAS, CHANNEL_VIAS, type ChannelVia, LOOKING_VIAS, REMOVING_VIAS, REPEATING_VIAS } from '#domain/channel';
import { instant } from '#domain/time';
import { notice } from '../../test/contracts/messages';
import { openChannels } from './channels';
import { now, nowIso, setClock } from './clock';
import { readEnv } from './env';
import { log, setLogLevel } from './log';
import { listMails } from './mailbox';

const written: string[] = [];
const { stdout, stderr } = process;
const originals = { out: stdout.write, err: stderr.write };
beforeEach(() => {
  written.length = 0;
  stdout.write = (line) => written.push(`out ${line}`) > 0;
  stderr.write = (line) => written.push(`err ${line}`) > 0;
});
afterEach(() => {
  stdout.write = originals.out;
  stderr.write = originals.err;
  setClock(undefined);
  setLogLevel('info');
});

describe('the channels of a process', () => {
  it('are there for every way out', () => {
    const channel = openChannels(readEnv({}));
    for (const via of CHANNEL_VIAS) expect(channel(via).via).toBe(via);
    expect(written).toEqual([]);
  });

  it('take posts away again, and give them another text, by the ways that are said to', () => {
    const channel = openChannels(readEnv({}));
    expect(CHANNEL_VIAS.filter((via) => channel(via).remove !== undefined)).toEqual(REMOVING_VIAS);
    expect(CHANNEL_VIAS.filter((via) => channel(via).amend !== undefined)).toEqual(AMENDING_VIAS);
  });

  it('are asked after posts, and say them again, by the ways that are said to', () => {
    const channel = openChannels(readEnv({}));
    const looking = CHANNEL_VIAS.map((via) => channel(via)).filter(({ find }) => find !== undefined);
    expect(looking.map(({ via }) => via)).toEqual(LOOKING_VIAS);
    expect(looking.filter(({ repeatable }) => repeatable).map(({ via }) => via)).toEqual(REPEATING_VIAS);
  });

  it('are one each where no account signs in, so that one pool of connections serves all mails', () => {
    const channel = openChannels(readEnv({}));
    const signingIn: readonly ChannelVia[] = ['sendgrid', 'linkedin', 'mastodon', 'bluesky', 'x'];
    for (const via of CHANNEL_VIAS) if (!signingIn.includes(via)) expect(channel(via)).toBe(channel(via));
  });

  it('let nothing leave the machine unless told so', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'nordsued-channels-'));
    setClock(() => instant('2027-01-10T17:00:00Z'));
    await openChannels(readEnv({ DATA_DIR: dataDir }))('outbox').send(notice('anna@example.org'), 'n');
    expect((await listMails(dataDir, 'all')).map(({ to, date }) => [to, date])).toEqual([
      ['anna@example.org', '2027-01-10T17:00:00.000Z'],
    ]);
    rmSync(dataDir, { recursive: true });
  });

  it('say so at the start when an address is overridden', () => {
    openChannels(readEnv({ PREVIEW_BASE_URL: 'http://127.0.0.1:4010' }));
    expect(written).toHaveLength(1);
    expect(written[0]).toMatch(
      /^err .*"level":"warn","event":"channels.override","via":"preview","baseUrl":"http:\/\/127.0.0.1:4010"/,
    );
  });
});

describe('clock and log', () => {
  it('go by the virtual clock while one is set', () => {
    setClock(() => instant('2027-01-10T17:00:00Z'));
    expect([now().toString(), nowIso()]).toEqual(['2027-01-10T17:00:00Z', '2027-01-10T17:00:00.000Z']);
    log('dispatch.accepted', { dispatch: 'd1', url: undefined });
    expect(written).toEqual([
      'out {"time":"2027-01-10T17:00:00.000Z","level":"info","event":"dispatch.accepted","dispatch":"d1"}\n',
    ]);
    setClock(undefined);
    expect(Math.abs(now().epochMilliseconds - Date.now())).toBeLessThan(1_000);
  });

  it('stay as quiet as they are told', () => {
    log('a', {}, 'debug');
    setLogLevel('error');
    log('b', {}, 'warn');
    log('c', {}, 'error');
    setLogLevel('silent');
    log('d', {}, 'error');
    expect(written.map((line) => /"event":"(.)"/.exec(line)?.[1])).toEqual(['c']);
  });
});
