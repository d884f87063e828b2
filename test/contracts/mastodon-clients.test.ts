// What we post on Mastodon, as the clients of other people read it (Debian: python3-mastodon, toot): a stand-in they understand is one
// that we may believe. Where they are missing nothing is looked at: loudly, and in CI not at all.
import { execFile, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openMastodon } from '#channels/mastodon';
import type { Post } from '#domain/message';
import { now } from '#runtime/clock';
import { MASTODON_TOKEN, type MastodonStandIn, startMastodon } from '../fakes/mastodon';
import { post } from './messages';

/** Where apt installs them; python3 on the PATH may be another. */
const PYTHON = '/usr/bin/python3';
const TOOT = '/usr/bin/toot';
const run = promisify(execFile);

const isThere = (command: string, ...args: readonly string[]): boolean => spawnSync(command, args).status === 0;
const hasClients = isThere(PYTHON, '-c', 'import mastodon') && isThere(TOOT, '--version');
if (!hasClients) {
  if (process.env.CI) throw new Error('Clients of Mastodon are missing (Debian: python3-mastodon, toot)');
  console.warn('\n!!! Posts on Mastodon are NOT read by other clients: install them (Debian: python3-mastodon, toot).\n');
}

const READ = `
import json, sys
from mastodon import Mastodon
m = Mastodon(api_base_url=sys.argv[1], access_token=sys.argv[2])
me = m.account_verify_credentials()
print(json.dumps([{
  'by': me['username'], 'html': s['content'], 'language': s['language'], 'visibility': s['visibility'], 'url': s['url'],
  'year': s['created_at'].year, 'media': [[a['type'], a['description']] for a in s['media_attachments']],
} for s in m.account_statuses(me['id'])]))
`;

describe.runIf(hasClients)('a post on Mastodon, read by others', () => {
  let standIn: MastodonStandIn;
  let folder = '';
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'nordsued-toot-'));
    standIn = await startMastodon();
    const picture = await sharp({ create: { width: 300, height: 200, channels: 3, background: '#1d4f7a' } })
      .png()
      .toBuffer();
    const channel = openMastodon({
      ...{ server: 'social.example.org', token: MASTODON_TOKEN, baseUrl: standIn.url },
      ...{ pictureOf: async () => picture, now },
    });
    await channel.send(PICTURED, 'k');
  });
  afterAll(async () => {
    await standIn.close();
    rmSync(folder, { recursive: true });
  });

  it('by Mastodon.py: text, language, who may see it, and what its picture shows', async () => {
    const { stdout } = await run(PYTHON, ['-c', READ, standIn.url, MASTODON_TOKEN]);
    const [read, ...others] = JSON.parse(stdout);
    expect(others).toEqual([]);
    expect(read).toMatchObject({
      ...{ by: 'nordsued', language: 'de', visibility: 'public', year: new Date().getUTCFullYear() },
      ...{ url: `${standIn.url}/@nordsued/${standIn.statuses[0]?.id}`, media: [['image', 'Drei Leute an einem Tisch']] },
    });
    expect(read.html).toContain('Grüße &amp; &lt;mehr&gt;');
    expect(read.html).toContain(`<a href="${post.link}"`);
  });

  it('by toot: as people see it on a terminal', async () => {
    const instance = new URL(standIn.url).host;
    const user = `nordsued@${instance}`;
    mkdirSync(join(folder, 'toot'));
    writeFileSync(
      join(folder, 'toot', 'config.json'),
      JSON.stringify({
        apps: { [instance]: { base_url: standIn.url, instance, client_id: 'x', client_secret: 'x' } },
        users: { [user]: { instance, username: 'nordsued', access_token: MASTODON_TOKEN } },
        active_user: user,
      }),
    );
    const env = { ...process.env, XDG_CONFIG_HOME: folder, PYTHONIOENCODING: 'utf8' };
    const { stdout } = await run(TOOT, ['thread', standIn.statuses[0]?.id ?? '', '--no-color'], { env });
    // Toot takes what stands in angle brackets for colours of its own.
    expect(stdout).toMatch(/Grüße & .* ?aus Kassel/);
    expect(stdout.replace(/\s+/g, '')).toContain(post.link);
    expect(stdout).toContain('#Gründung');
    expect(stdout).toContain('@nordsued');
  });
});

const PICTURED: Post = {
  ...post,
  text: `Grüße & <mehr> aus Kassel\n\n${post.link}\n\n#Gründung`,
  image: { url: 'https://nordsued.example.org/api/media/file/bild.jpg', alt: 'Drei Leute an einem Tisch' },
};
