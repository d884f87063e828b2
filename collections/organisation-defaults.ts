import type { PayloadRequest } from 'payload';
import type { Organisation } from '#store/payload-types';
import { viewerOf } from './access';

type Defaults = NonNullable<Organisation['defaults']>;

/** What a new event begins with: the person's organisation has said where its events usually take place. */
export const fromOrganisation =
  <Name extends keyof Defaults>(name: Name) =>
  async ({ req }: { readonly req: PayloadRequest }): Promise<Defaults[Name] | undefined> =>
    (await readDefaults(req))?.[name] ?? undefined;

/** Once per request, however many fields ask. */
const readDefaults = (req: PayloadRequest): Promise<Defaults | undefined> => {
  const id = viewerOf(req.user)?.organisation;
  if (!id) return Promise.resolve(undefined);
  const known = KNOWN.get(req);
  if (known) return known;
  const found = req.payload
    .findByID({ collection: 'organisations', id, depth: 0, select: { defaults: true }, disableErrors: true })
    .then((organisation) => organisation?.defaults);
  KNOWN.set(req, found);
  return found;
};

const KNOWN = new WeakMap<PayloadRequest, Promise<Defaults | undefined>>();
