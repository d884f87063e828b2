import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { generateImportMap, getPayload, type Payload } from 'payload';
import { generateTypes } from 'payload/node';

// Part of `npm run check`: what is generated from the config must be what is committed. Types and import map are written anew on
// the way (commit them); a missing migration is only named, because people decide what it is called.

const TYPES = 'src/store/payload-types.ts';
const IMPORT_MAP = 'src/app/(payload)/admin/importMap.js';
const MIGRATIONS = 'src/store/migrations/sqlite';

type DrizzleAdapter = {
  readonly schema: unknown;
  readonly requireDrizzleKit: () => { readonly generateDrizzleJson: (schema: unknown) => Promise<Record<string, unknown>> };
};

const rewritesOf = async (file: string, write: () => Promise<void>): Promise<readonly string[]> => {
  const before = readFileSync(file, 'utf8');
  await write();
  return readFileSync(file, 'utf8') === before ? [] : [`${file} was out of date and has been written anew: please commit it.`];
};

/** Snapshots are compared, not statements: drizzle-kit would ask questions on a terminal. */
const missingMigration = async (payload: Payload): Promise<readonly string[]> => {
  const { schema, requireDrizzleKit } = payload.db as unknown as DrizzleAdapter;
  const wanted = await requireDrizzleKit().generateDrizzleJson(schema);
  const newest = readdirSync(MIGRATIONS)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .at(-1);
  const known = newest ? JSON.parse(readFileSync(path.join(MIGRATIONS, newest), 'utf8')) : {};
  const isKnown = isDeepStrictEqual(withoutIds(wanted), withoutIds(known));
  return isKnown ? [] : ['A migration is missing: `npm run generate` writes it; please look at it and commit it.'];
};

const withoutIds = ({ id: _id, prevId: _prevId, ...snapshot }: Record<string, unknown>): unknown =>
  JSON.parse(JSON.stringify(snapshot));

process.env.PAYLOAD_SECRET ||= 'only-for-looking-at-the-schema-------';
process.env.DATABASE_URI = '';
process.env.DISABLE_PAYLOAD_HMR = 'true';
const { default: config } = await import('#payload.config');
const payload = await getPayload({ config, disableDBConnect: true, disableOnInit: true });
const faults = [
  ...(await rewritesOf(TYPES, async () => generateTypes(payload.config, { log: false }))),
  ...(await rewritesOf(IMPORT_MAP, async () => generateImportMap(payload.config, { log: false }))),
  ...(await missingMigration(payload)),
];
for (const fault of faults) process.stderr.write(`${fault}\n`);
process.exit(faults.length > 0 ? 1 : 0);
