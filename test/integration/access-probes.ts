import { expect } from 'vitest';
import { draftOf, TEXT_FIELD, type Wanted } from './access-documents';
import { type Act, type Answer, type Ask, type Doc, type Door, isUpload, type Person } from './access-doors';
import type { Verb } from './access-table';
import { mark, PASSWORD, stored, storedWhere, type World } from './access-world';

/** One try: by whom, through which door, on which document. */
export type Try = Wanted & {
  readonly world: World;
  readonly door: Door;
  readonly as: Person | undefined;
  /** The document to try it on; a fresh one each time where the table expects a yes, because that changes it. */
  readonly target: () => Promise<string>;
};

/** Does it happen? Judged by what is stored or seen afterwards, never by the status alone; both must agree. */
export const PROBES: Readonly<Record<Verb, (attempt: Try) => Promise<boolean>>> = {
  create: (attempt) => creates(attempt),
  read: (attempt) => reads(attempt, false),
  'read draft': (attempt) => reads(attempt, true),
  update: async (attempt) => {
    const id = await attempt.target();
    const one = await changes(attempt, id, {});
    return attempt.door.name === 'REST' ? agree(attempt, [one, await changes(attempt, id, { many: true })]) : one;
  },
  'save draft': async (attempt) => changes(attempt, await attempt.target(), { draft: true }),
  publish: (attempt) => moves(attempt, { _status: 'published' }, ({ _status }) => _status === 'published'),
  unpublish: (attempt) => moves(attempt, { _status: 'draft' }, ({ _status }) => _status === 'draft'),
  trash: (attempt) => moves(attempt, { deletedAt: new Date().toISOString() }, ({ deletedAt }) => Boolean(deletedAt)),
  untrash: (attempt) => moves(attempt, { deletedAt: null }, ({ deletedAt }) => !deletedAt),
  delete: async (attempt) => {
    const one = await removes(attempt, false);
    return attempt.door.name === 'REST' ? agree(attempt, [one, await removes(attempt, true)]) : one;
  },
  duplicate: (attempt) => duplicates(attempt),
  'read versions': (attempt) => readsVersions(attempt),
  'restore version': (attempt) => restores(attempt),
  unlock: (attempt) => unlocks(attempt),
};

const knock = ({ door, as, slug }: Try, act: Act, ask: Omit<Ask, 'as' | 'slug'>): Promise<Answer> =>
  door.knock(act, { as, slug, ...ask });

const creates = async (attempt: Try): Promise<boolean> => {
  const { world, slug, state } = attempt;
  const text = TEXT_FIELD[slug];
  const data: Record<string, unknown> = { ...draftOf(world, attempt), ...(isContent(slug) ? { _status: state } : {}) };
  const answer = await knock(attempt, 'create', {
    data: slug === 'users' ? { ...data, password: PASSWORD } : data,
    ...(state === 'draft' && isContent(slug) ? { draft: true } : {}),
    ...(isUpload(slug) ? { file: true } : {}),
  });
  const made = await storedWhere(world.payload, slug, text, String(data[text]));
  expectConsistent(attempt, answer, Boolean(made));
  return made !== undefined && OWNER_FIELDS.every((field) => !(field in data) || idIn(made[field]) === idIn(data[field]));
};

/** Fields by which somebody could write in another's name or take a higher role: kept as sent, or the try has failed. */
const OWNER_FIELDS = ['organiser', 'organisation', 'user', 'role', 'state'];

const reads = async (attempt: Try, draft: boolean): Promise<boolean> => {
  const { door, world, slug } = attempt;
  const id = await attempt.target();
  const text = TEXT_FIELD[slug];
  const [newest, main] = [await stored(world.payload, slug, id), await stored(world.payload, slug, id, true)];
  const ask = { trash: attempt.state.startsWith('trashed'), draft };
  const one = await knock(attempt, 'find', { ...ask, id: addressOf(attempt, newest, id) });
  const list = await knock(attempt, 'find', { ...ask, where: { id: { equals: id } } });
  for (const answer of [one, list]) if (answer.status !== 200) expectRefusal(answer, answer.text);
  const seen = [one, list].map(({ docs }) => docs.map((doc) => doc[text]));
  if (draft)
    return agree(
      attempt,
      seen.map((texts) => texts.includes(newest?.[text])),
    );
  const counts =
    door.name === 'REST' ? [] : [(await knock(attempt, 'count', { ...ask, where: { id: { equals: id } } })).docs.length > 0];
  for (const texts of seen) if (main?.[text] !== newest?.[text]) expect(texts).not.toContain(newest?.[text]);
  return agree(attempt, [...seen.map((texts) => texts.includes(main?.[text])), ...counts]);
};

type Change = { readonly draft?: boolean; readonly many?: boolean };

const changes = async (attempt: Try, id: string, { draft, many }: Change): Promise<boolean> => {
  const { world, slug } = attempt;
  const text = mark();
  const before = draft ? await stored(world.payload, slug, id, true) : undefined;
  const answer = await knock(attempt, 'update', {
    ...(many ? { where: { id: { equals: id } } } : { id }),
    data: { [TEXT_FIELD[slug]]: text },
    ...(draft ? { draft } : {}),
  });
  const happened = (await stored(world.payload, slug, id))?.[TEXT_FIELD[slug]] === text;
  expectConsistent(attempt, answer, happened, many);
  if (draft) expect((await stored(world.payload, slug, id, true))?._status, nameOf(attempt)).toBe(before?._status);
  return happened;
};

const moves = async (attempt: Try, data: Readonly<Record<string, unknown>>, isDone: (main: Doc) => boolean): Promise<boolean> => {
  const { world, slug, state } = attempt;
  const id = await attempt.target();
  const newest = await stored(world.payload, slug, id);
  const answer = await knock(attempt, 'update', { id, data, trash: state.startsWith('trashed') });
  const main = await stored(world.payload, slug, id, true);
  // Publishing a revised content means its newest text; it was published before.
  const text = TEXT_FIELD[slug];
  const happened = main !== undefined && isDone(main) && (state !== 'revised' || main[text] === newest?.[text]);
  expectConsistent(attempt, answer, happened);
  return happened;
};

const removes = async (attempt: Try, many: boolean): Promise<boolean> => {
  const { world, slug, state } = attempt;
  const id = await attempt.target();
  const address = addressOf(attempt, await stored(world.payload, slug, id), id);
  const which = many ? { where: { id: { equals: id } } } : { id: address };
  const answer = await knock(attempt, 'delete', { ...which, trash: state.startsWith('trashed') });
  const happened = (await stored(world.payload, slug, id)) === undefined;
  expectConsistent(attempt, answer, happened, many);
  return happened;
};

const duplicates = async (attempt: Try): Promise<boolean> => {
  const { world, slug } = attempt;
  const id = await attempt.target();
  const original = await stored(world.payload, slug, id);
  const answer = await knock(attempt, 'duplicate', { id });
  const [copy] = answer.docs;
  const made = copy && (await stored(world.payload, slug, copy.id));
  expectConsistent(attempt, answer, made !== undefined);
  if (made) expect(made._status).toBe('draft');
  return made !== undefined && idIn(made.organiser) === idIn(original?.organiser);
};

const readsVersions = async (attempt: Try): Promise<boolean> => {
  const id = await attempt.target();
  const version = await newestVersion(attempt, id);
  const ask = { trash: attempt.state.startsWith('trashed') };
  const list = await knock(attempt, 'versions', { ...ask, where: { parent: { equals: id } } });
  const one = await knock(attempt, 'versions', { ...ask, id: version });
  for (const answer of [one, list]) if (answer.status !== 200) expectRefusal(answer, answer.text);
  return agree(attempt, [list.docs.length > 0, one.docs.length > 0]);
};

const restores = async (attempt: Try): Promise<boolean> => {
  const { world, slug } = attempt;
  const id = await attempt.target();
  const countVersions = async () =>
    (await world.payload.countVersions({ collection: versioned(slug), where: { parent: { equals: id } } })).totalDocs;
  const before = await countVersions();
  const answer = await knock(attempt, 'restore', { id: await newestVersion(attempt, id) });
  const happened = (await countVersions()) > before;
  expectConsistent(attempt, answer, happened);
  return happened;
};

const unlocks = async (attempt: Try): Promise<boolean> => {
  const { world } = attempt;
  const id = await attempt.target();
  const lockUntil = new Date(Date.now() + 60_000).toISOString();
  await world.payload.db.updateOne({ collection: 'users', id, data: { loginAttempts: 5, lockUntil } });
  const user = await stored(world.payload, 'users', id);
  const answer = await knock(attempt, 'unlock', { data: { email: user?.email } });
  const after = await world.payload.findByID({ collection: 'users', id, showHiddenFields: true });
  const happened = !('lockUntil' in after && after.lockUntil);
  expectConsistent(attempt, answer, happened);
  return happened;
};

/** REST names preferences by their key, everything else by its id; it fails (500) on keys one does not have. */
const isByKey = ({ door, slug }: Try): boolean => door.name === 'REST' && slug === 'payload-preferences';
const addressOf = (attempt: Try, doc: Doc | undefined, id: string): string => (isByKey(attempt) ? String(doc?.key ?? id) : id);

/** A yes happened, a no left everything as it was. Bulk operations say yes to nothing at all. */
const expectConsistent = (attempt: Try, answer: Answer, happened: boolean, many = false): void => {
  const what = `${nameOf(attempt)}: ${answer.status} ${answer.text}`;
  if (happened) expect([200, 201], what).toContain(answer.status);
  else if (many && (answer.status === 200 || answer.status === 400)) expect(answer.docs, what).toEqual([]);
  else if (!isByKey(attempt) || answer.status !== 500) expectRefusal(answer, what);
};

/** Answers that mean no. 409 and 501: the rule of a collection, or no such address at all. */
const expectRefusal = ({ status, text }: Answer, what: string): void => {
  if (status !== 400 || !text.includes('"path":"role"')) expect([401, 403, 404, 409, 501], what).toContain(status);
};

const newestVersion = async ({ world, slug }: Try, id: string): Promise<string> => {
  const { docs } = await world.payload.findVersions({
    collection: versioned(slug),
    where: { parent: { equals: id } },
    trash: true,
    limit: 1,
  });
  if (!docs[0]) throw new Error(`${slug} ${id} has no version`);
  return docs[0].id;
};

const versioned = (slug: string): 'events' | 'news-items' | 'agreements' => {
  if (slug === 'events' || slug === 'news-items' || slug === 'agreements') return slug;
  throw new Error(`${slug} has no versions`);
};

const isContent = (slug: string): boolean => slug === 'events' || slug === 'news-items';

const idIn = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  if ('value' in value) return idIn(value.value);
  return 'id' in value ? value.id : value;
};

/** Several ways to try the same must end alike. */
const agree = (attempt: Try, results: readonly boolean[]): boolean => {
  expect(new Set(results).size, `ways disagree (${results}): ${nameOf(attempt)}`).toBe(1);
  return results[0] === true;
};

const nameOf = ({ door, slug, state, owner, viewer }: Try): string => `${viewer}, ${owner} ${slug} (${state}), ${door.name}`;
