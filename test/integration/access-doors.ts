import { type CollectionSlug, handleEndpoints, type Payload } from 'payload';
import type { House } from './boot';

/** A document as it comes in: unknown until a test looks. */
export type Doc = { readonly id: string; readonly [field: string]: unknown };

/** Who asks; `token` is a real login's. Undefined: the public. */
export type Person = { readonly user: Doc & { readonly collection: 'users' }; readonly token: string; readonly password: string };

/** Where to, as whom, with what. `query` is flat: `{ 'where[id][equals]': … }`. */
export type Call = {
  readonly as?: Person | undefined;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
};

/** What came back; `body` is the JSON answer, the text where it is none. */
export type Reply = {
  readonly status: number;
  readonly body: Record<string, unknown>;
  readonly text: string;
  readonly headers: Headers;
};

/** HTTP as the web process has it, without a socket: a real Request through Payload's own router. */
export type Rest = (method: string, path: string, call?: Call) => Promise<Reply>;

export const openRest =
  (house: House): Rest =>
  async (method, path, { as, query, body, headers } = {}) => {
    const url = new URL(`http://localhost:3000/api${path}`);
    for (const [name, value] of Object.entries(query ?? {})) url.searchParams.set(name, value);
    const isForm = body instanceof FormData;
    const request = new Request(url, {
      method,
      headers: {
        ...(body && !isForm ? { 'content-type': 'application/json' } : {}),
        ...(as ? { authorization: `JWT ${as.token}` } : {}),
        ...headers,
      },
      ...(body ? { body: isForm ? body : JSON.stringify(body) } : {}),
    });
    const response = await handleEndpoints({ config: house.config, payloadInstanceCacheKey: house.key, request });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, body: readJson(text) };
  };

/** What one tries on a collection, whichever door one takes. `id` names a document (or a version), `where` several. */
export type Ask = {
  readonly as: Person | undefined;
  readonly slug: CollectionSlug;
  readonly id?: string;
  readonly where?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly draft?: boolean;
  readonly trash?: boolean;
  readonly file?: boolean;
};

/** What happened: a status as HTTP knows it, and the documents that came back. */
export type Answer = { readonly status: number; readonly docs: readonly Doc[]; readonly text: string };

export type Act = 'find' | 'count' | 'create' | 'update' | 'delete' | 'duplicate' | 'versions' | 'restore' | 'unlock';

/** The two ways to the data that respect access rules. */
export type Door = { readonly name: 'REST' | 'Local API'; readonly knock: (act: Act, ask: Ask) => Promise<Answer> };

export const restDoor = (rest: Rest): Door => ({
  name: 'REST',
  knock: async (act, ask) => {
    const { method, path } = ROUTES[act](ask);
    const body = ask.file ? formOf(ask.slug, ask.data) : ask.data;
    const { status, body: answer } = await rest(method, `/${ask.slug}${path}`, {
      as: ask.as,
      query: queryOf(ask),
      ...(body ? { body } : {}),
    });
    return { status, docs: docsIn(answer), text: JSON.stringify(answer) };
  },
});

/** Payload's Local API as our own code uses it for a request: with the person, without override. */
export const localDoor = (payload: Payload): Door => ({
  name: 'Local API',
  knock: async (act, { as, slug, id, where, file, ...rest }) => {
    const args = {
      ...rest,
      collection: slug,
      ...(id ? { id } : { where }),
      ...(file ? { file: fileOf(slug) } : {}),
      user: as?.user ?? null,
      overrideAccess: false,
      depth: 0,
    };
    try {
      const answer = await LOCAL[act](payload, args, Boolean(id));
      return { status: 200, docs: docsIn(answer), text: JSON.stringify(answer) };
    } catch (error) {
      if (!(error instanceof Error && 'status' in error && typeof error.status === 'number')) throw error;
      return { status: error.status, docs: [], text: `${error.message} ${JSON.stringify('data' in error ? error.data : null)}` };
    }
  },
});

/** A picture of one pixel and an empty page: what the collections of uploads take. */
const FILES = {
  media: {
    name: 'punkt.png',
    mimetype: 'image/png',
    data: Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    ),
  },
  documents: {
    name: 'seite.pdf',
    mimetype: 'application/pdf',
    data: Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\nstartxref\n0\n%%EOF\n'),
  },
} as const;

/** True for collections whose documents are files. */
export const isUpload = (slug: CollectionSlug): slug is keyof typeof FILES => slug in FILES;

/** A file that the collection takes. */
export const fileOf = (slug: CollectionSlug) => {
  if (!isUpload(slug)) throw new Error(`${slug} holds no files`);
  return { ...FILES[slug], size: FILES[slug].data.length };
};

/** The file and its data as a form, the way the admin uploads. */
const formOf = (slug: CollectionSlug, data: object = {}): FormData => {
  const file = fileOf(slug);
  const form = new FormData();
  form.set('_payload', JSON.stringify(data));
  form.set('file', new File([file.data], file.name, { type: file.mimetype }));
  return form;
};

type Route = { readonly method: string; readonly path: string };

const ROUTES: Readonly<Record<Act, (ask: Ask) => Route>> = {
  find: ({ id }) => ({ method: 'GET', path: id ? `/${id}` : '' }),
  count: () => ({ method: 'GET', path: '/count' }),
  create: () => ({ method: 'POST', path: '' }),
  update: ({ id }) => ({ method: 'PATCH', path: id ? `/${id}` : '' }),
  delete: ({ id }) => ({ method: 'DELETE', path: id ? `/${id}` : '' }),
  duplicate: ({ id }) => ({ method: 'POST', path: `/${id}/duplicate` }),
  versions: ({ id }) => ({ method: 'GET', path: id ? `/versions/${id}` : '/versions' }),
  restore: ({ id }) => ({ method: 'POST', path: `/versions/${id}` }),
  unlock: () => ({ method: 'POST', path: '/unlock' }),
};

type Args = Readonly<Record<string, unknown>>;

/** Payload's methods for a collection that is known only at run time. */
interface LooseLocal {
  find(args: Args): Promise<unknown>;
  findByID(args: Args): Promise<unknown>;
  count(args: Args): Promise<unknown>;
  create(args: Args): Promise<unknown>;
  update(args: Args): Promise<unknown>;
  delete(args: Args): Promise<unknown>;
  duplicate(args: Args): Promise<unknown>;
  findVersions(args: Args): Promise<unknown>;
  findVersionByID(args: Args): Promise<unknown>;
  restoreVersion(args: Args): Promise<unknown>;
  unlock(args: Args): Promise<unknown>;
}

export const loosely = (payload: Payload): LooseLocal => payload as unknown as LooseLocal;

const LOCAL: Readonly<Record<Act, (payload: Payload, args: Args, one: boolean) => Promise<unknown>>> = {
  find: (payload, args, one) => (one ? loosely(payload).findByID(args) : loosely(payload).find(args)),
  count: (payload, args) => loosely(payload).count(args),
  create: (payload, args) => loosely(payload).create(args),
  update: (payload, args) => loosely(payload).update(args),
  delete: (payload, args) => loosely(payload).delete(args),
  duplicate: (payload, args) => loosely(payload).duplicate(args),
  versions: (payload, args, one) => (one ? loosely(payload).findVersionByID(args) : loosely(payload).findVersions(args)),
  restore: (payload, args) => loosely(payload).restoreVersion(args),
  unlock: (payload, args) => loosely(payload).unlock(args),
};

const queryOf = ({ where, draft, trash }: Ask): Record<string, string> => ({
  depth: '0',
  ...(draft ? { draft: 'true' } : {}),
  ...(trash ? { trash: 'true' } : {}),
  ...Object.fromEntries(
    Object.entries(where ?? {}).flatMap(([field, test]) =>
      Object.entries(test).map(([operator, value]) => [`where[${field}][${operator}]`, value]),
    ),
  ),
});

/** A list, a single document, a written document, or a count: always a list of documents. */
const docsIn = (answer: unknown): readonly Doc[] => {
  if (typeof answer !== 'object' || answer === null) return [];
  if ('docs' in answer && Array.isArray(answer.docs)) return answer.docs.filter(isDoc);
  if ('doc' in answer && isDoc(answer.doc)) return [answer.doc];
  if ('totalDocs' in answer) return Array.from({ length: Number(answer.totalDocs) }, (_, index) => ({ id: String(index) }));
  return isDoc(answer) ? [answer] : [];
};

const isDoc = (value: unknown): value is Doc => typeof value === 'object' && value !== null && 'id' in value;

const readJson = (text: string): Record<string, unknown> => {
  try {
    return JSON.parse(text);
  } catch {
    return { text };
  }
};
