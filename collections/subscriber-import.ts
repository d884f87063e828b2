import type { Endpoint, PayloadRequest } from 'payload';
import { z } from 'zod';
import type { Language } from '#domain/language';
import {
  canImportTo,
  IMPORT_AT_ONCE,
  type ImportedReader,
  type ImportRow,
  type ImportVerdict,
  readImportRow,
} from '#domain/subscriber-import';
import type { HashAddress } from '#domain/suppression';
import { REFUSED } from '#i18n/decisions';
import { IMPORT_REFUSED, VERDICT_WORDS } from '#i18n/subscriber-import';
import type { Words } from '#i18n/words';
import { now } from '#runtime/clock';
import { loadSettings } from '#store/settings';
import { importReaders, judgeReaders } from '#store/subscriber-import';
import { viewerOf } from './access';
import { readBody } from './decision-answers';
import { languageOf } from './refuse';
import { readTable } from './subscriber-table';

/** How addresses are read, and what stands for them where they are not kept. */
export type Addresses = {
  readonly read: (typed: string) => string | undefined;
  readonly hash: HashAddress;
  readonly checksum: (text: string) => string;
};

/**
 * `POST /api/subscribers/import-check` and `/import` with `{ channel, csv, text, source }`: what would become of each row, and taking
 * over those that are accepted, so many at once; `remaining` says how many wait for the same request again. For editors of the newsletter's own organisation, and those above; both judge anew.
 */
export const importEndpoints = (addresses: Addresses): Omit<Endpoint, 'root'>[] => [
  { path: '/import-check', method: 'post', handler: (req) => answer(req, addresses, false) },
  { path: '/import', method: 'post', handler: (req) => answer(req, addresses, true) },
];

const BODY = z.object({ channel: z.string(), csv: z.string(), text: z.string(), source: z.string() }).partial();

const answer = async (req: PayloadRequest, addresses: Addresses, isForReal: boolean): Promise<Response> => {
  const language = languageOf(req);
  const refuse = (status: number, words: Words): Response =>
    Response.json({ errors: [{ message: words[language] }] }, { status });
  const viewer = viewerOf(req.user);
  if (!viewer) return refuse(401, REFUSED.login);
  const body = BODY.safeParse(await readBody(req)).data ?? {};
  const settings = await loadSettings(req.payload, now());
  const channel = settings.channels.find((one) => one.id === body.channel && canImportTo(one, viewer));
  if (!channel) return refuse(403, IMPORT_REFUSED.forbidden);
  const table = readTable(body.csv ?? '', { text: body.text ?? '', source: body.source ?? '' });
  if ('de' in table) return refuse(400, table);
  const judged = await judge(req, channel, table, addresses);
  if (!isForReal) {
    const rows = judged.map(({ row, verdict }) => ({
      ...{ line: row.line, address: row.address.slice(0, 100), verdict },
      words: VERDICT_WORDS[verdict][language],
    }));
    return Response.json({ rows }, { headers: { 'Cache-Control': 'no-store' } });
  }
  const accepted = judged.flatMap(({ reader, verdict }) => (reader && verdict === 'accepted' ? [reader] : []));
  const target = {
    ...{ channel: channel.id, newsletter: channel.name, importedBy: viewer.id },
    organisation: settings.organisations.get(channel.carrier)?.name ?? '',
  };
  const added = await importReaders(req.payload, target, accepted.slice(0, IMPORT_AT_ONCE), addresses, now());
  const remaining = Math.max(0, accepted.length - IMPORT_AT_ONCE);
  return Response.json({ added, remaining }, { headers: { 'Cache-Control': 'no-store' } });
};

type Judged = { readonly row: ImportRow; readonly reader?: ImportedReader; readonly verdict: ImportVerdict };

const judge = async (
  req: PayloadRequest,
  channel: { readonly id: string; readonly language: Language },
  table: readonly ImportRow[],
  { read, hash }: Addresses,
): Promise<readonly Judged[]> => {
  const facts = { language: channel.language, now: now() };
  const rows = table.map((row) => ({ row, reader: readImportRow(row, facts, read) }));
  const readers = rows.flatMap(({ reader }) => (typeof reader === 'string' ? [] : [reader]));
  const verdicts = await judgeReaders(req.payload, channel.id, readers, hash);
  return rows.map(({ row, reader }) =>
    typeof reader === 'string' ? { row, verdict: reader } : { row, reader, verdict: verdicts.get(reader) ?? 'accepted' },
  );
};
