import type { Payload } from 'payload';
import type { Picture } from '#domain/content';
import { type AllLocales, readText } from './localised';
import type { Media as MediaRow } from './payload-types';
import { inChunks } from './rows';

/** Pictures by id, in the size for previews where there is one; `whole` asks for all of each, as logos need it. */
export const loadPictures = async (
  payload: Payload,
  ids: readonly (string | undefined)[],
  { whole = false } = {},
): Promise<ReadonlyMap<string, Picture>> => {
  const found = new Map<string, Picture>();
  for (const chunk of inChunks(
    [...new Set(ids)].filter((id) => id !== undefined),
    500,
  )) {
    const { docs } = await payload.find({
      collection: 'media',
      where: { id: { in: [...chunk] } },
      depth: 0,
      limit: 0,
      pagination: false,
      locale: 'all',
      overrideAccess: true,
    });
    for (const row of docs as unknown as readonly PictureRow[]) {
      const picture = readPicture(row, whole);
      if (picture) found.set(row.id, picture);
    }
  }
  return found;
};

/** Id of a related document, however deep it was read. */
export const idOf = (related: string | { readonly id: string } | null | undefined): string | undefined =>
  typeof related === 'string' ? related : (related?.id ?? undefined);

/** The path of a file of ours. Payload writes absolute addresses when it knows its own. */
export const pathOf = (url: string): string => (URL.canParse(url) ? new URL(url).pathname + new URL(url).search : url);

type PictureRow = Omit<MediaRow, 'alt'> & { readonly alt?: AllLocales };

const readPicture = (row: PictureRow, whole: boolean): Picture | undefined => {
  const file = !whole && row.sizes?.card?.url ? row.sizes.card : row;
  if (!file.url) return undefined;
  return {
    path: pathOf(file.url),
    alt: readText(row.alt) ?? { de: '' },
    credit: row.credit || undefined,
    width: file.width ?? 0,
    height: file.height ?? 0,
  };
};
