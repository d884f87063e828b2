import type { Access, FieldAccess, PayloadRequest, Where } from 'payload';
import { isAbove, ROLES, type Role } from '#domain/role';
import { nowIso } from '#runtime/clock';

/** The logged-in person as the rules see it. */
export type Viewer = { readonly id: string; readonly role: Role; readonly organisation: string | undefined };

/** Who asks; undefined for the public. */
export const viewerOf = (user: PayloadRequest['user']): Viewer | undefined => {
  if (!user) return undefined;
  const { organisation } = user;
  return {
    id: user.id,
    role: user.role ?? 'author',
    organisation: typeof organisation === 'object' ? organisation?.id : organisation,
  };
};

export const everybody: Access = () => true;
export const nobody: Access = () => false;
export const loggedIn: Access = ({ req }) => Boolean(req.user);
export const adminOnly: Access = ({ req }) => viewerOf(req.user)?.role === 'admin';
export const aboveOnly: Access = ({ req }) => isAbove(viewerOf(req.user));

/** Contents: the public reads what is published, public and past its embargo; people all that is published and their own drafts. */
export const readContents: Access = ({ req }) => {
  const viewer = viewerOf(req.user);
  if (isAbove(viewer)) return true;
  const published: Where = { and: [{ _status: { equals: 'published' } }, { deletedAt: { exists: false } }] };
  if (!viewer) return { and: [published, { visibility: { equals: 'public' } }, pastEmbargo()] };
  return viewer.organisation ? { or: [published, { organiser: { equals: viewer.organisation } }] } : published;
};

/** Versions of contents: the organiser's people only. */
export const readContentVersions: Access = ({ req }) => own(viewerOf(req.user), 'version.organiser');

/** New contents: everybody who belongs to an organisation, and those above. */
export const createContents: Access = ({ req }) => {
  const viewer = viewerOf(req.user);
  return isAbove(viewer) || Boolean(viewer?.organisation);
};

/** Changes of contents: the organiser's people; authors only while it is a draft (`guardAuthors` sees to the rest). */
export const writeContents: Access = ({ req, data }) => {
  const viewer = viewerOf(req.user);
  const mine = own(viewer, 'organiser');
  if (viewer?.role !== 'author' || typeof mine !== 'object') return mine;
  // The admin asks this to know whether to show its button for publishing.
  if (data?._status === 'published') return false;
  return { and: [mine, { _status: { equals: 'draft' } }] };
};

/** Organisations: editors change the profile of their own. */
export const writeOrganisation: Access = ({ req }) => ownAsEditor(viewerOf(req.user), 'id');

/** Channels and what else belongs to one organisation: editors change their own. */
export const writeOfOrganisation: Access = ({ req }) => ownAsEditor(viewerOf(req.user), 'organisation');

/** Pictures and files: everybody changes those of the own organisation. */
export const writeMedia: Access = ({ req }) => own(viewerOf(req.user), 'organisation');

/** Where an upload is shown: a field of a collection. */
type Shown = { readonly collection: 'events' | 'news-items' | 'organisations'; readonly field: string };

/** Uploads: people all; the public those of contents it may read and of organisations, and any file whose name it knows. */
const readShown =
  (places: readonly Shown[]): Access =>
  async ({ req, isReadingStaticFile }) => {
    if (req.user || isReadingStaticFile) return true;
    const found = await Promise.all(places.map((place) => idsShown(req, place)));
    return { id: { in: found.flat() } };
  };

const idsShown = async (req: PayloadRequest, { collection, field }: Shown): Promise<readonly string[]> => {
  const where = { [field]: { exists: true } };
  const options = { collection, overrideAccess: false, user: req.user, pagination: false, depth: 0 } as const;
  const { docs } = await req.payload.find({ ...options, where });
  return docs.flatMap((doc) => valueAt(doc, field.split('.'))).filter((id) => typeof id === 'string');
};

const valueAt = (doc: object, [name, ...rest]: readonly string[]): readonly unknown[] => {
  const value: unknown = name === undefined ? undefined : Object(doc)[name];
  if (rest.length > 0) return typeof value === 'object' && value !== null ? valueAt(value, rest) : [];
  return Array.isArray(value) ? value : [value];
};

export const readMedia: Access = readShown([
  { collection: 'events', field: 'picture' },
  { collection: 'events', field: 'funding.logo' },
  { collection: 'news-items', field: 'picture' },
  { collection: 'news-items', field: 'funding.logo' },
  { collection: 'organisations', field: 'logo' },
  { collection: 'organisations', field: 'funding.logo' },
]);

const ATTACHED_TO = [
  { collection: 'events', field: 'attachments' },
  { collection: 'news-items', field: 'attachments' },
] as const;

/** Files: as contents, so that the programme of a draft stays in its house; the rest is as for pictures. */
export const readDocuments: Access = async ({ req, isReadingStaticFile }) => {
  const viewer = viewerOf(req.user);
  if (isAbove(viewer) || isReadingStaticFile) return true;
  const ids = (await Promise.all(ATTACHED_TO.map((place) => idsShown(req, place)))).flat();
  const shown: Where = { id: { in: ids } };
  return viewer?.organisation ? { or: [shown, { organisation: { equals: viewer.organisation } }] } : shown;
};

/** Accounts: admins all, coordinators all, others themselves. */
export const readUsers: Access = ({ req }) => {
  const viewer = viewerOf(req.user);
  return isAbove(viewer) || self(viewer);
};

/** Accounts: admins write all, coordinators those of editors and authors, everybody their own. */
export const updateUsers: Access = ({ req }) => {
  const viewer = viewerOf(req.user);
  if (viewer?.role === 'admin') return true;
  const me = self(viewer);
  return viewer?.role === 'coordinator' && me ? { or: [me, BELOW] } : me;
};

/** Accounts: admins delete all, coordinators those of editors and authors. */
export const deleteUsers: Access = ({ req }) => {
  const viewer = viewerOf(req.user);
  return viewer?.role === 'admin' || (viewer?.role === 'coordinator' && BELOW);
};

/** Notices: admins all, everybody their own. */
export const readNotices: Access = ({ req }) => {
  const viewer = viewerOf(req.user);
  return viewer?.role === 'admin' || (viewer ? { user: { equals: viewer.id } } : false);
};

/** Subscribers: those above all, editors those of their organisation's channels. */
export const readSubscribers: Access = async ({ req }) => {
  const viewer = viewerOf(req.user);
  if (isAbove(viewer)) return true;
  if (viewer?.role !== 'editor' || !viewer.organisation) return false;
  const channels = await req.payload.find({
    collection: 'channels',
    where: { organisation: { equals: viewer.organisation } },
    pagination: false,
    depth: 0,
    select: { slug: true },
  });
  return { channel: { in: channels.docs.map(({ id }) => id) } };
};

export const aboveField: FieldAccess = ({ req }) => isAbove(viewerOf(req.user));
export const loggedInField: FieldAccess = ({ req }) => Boolean(req.user);
export const nobodyField: FieldAccess = () => false;

/** Role, organisation and address of an account: those above, never one's own (an admin's own address excepted). */
export const othersField: FieldAccess = ({ req, id }) => {
  const viewer = viewerOf(req.user);
  return isAbove(viewer) && (viewer?.role === 'admin' || id !== viewer?.id);
};

const BELOW: Where = { role: { in: ROLES.filter((role) => !isAbove({ role })) } };

const self = (viewer: Viewer | undefined): Where | false => (viewer ? { id: { equals: viewer.id } } : false);

const own = (viewer: Viewer | undefined, field: string): Where | boolean => {
  if (isAbove(viewer)) return true;
  return viewer?.organisation ? { [field]: { equals: viewer.organisation } } : false;
};

const ownAsEditor = (viewer: Viewer | undefined, field: string): Where | boolean =>
  viewer?.role === 'author' ? false : own(viewer, field);

const pastEmbargo = (): Where => ({
  or: [{ embargoUntil: { exists: false } }, { embargoUntil: { less_than_equal: nowIso() } }],
});
