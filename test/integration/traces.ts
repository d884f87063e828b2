import type { CollectionSlug, Payload } from 'payload';
import { vi } from 'vitest';
import { setLogLevel } from '#runtime/log';

/** All that is kept, of readers and of everything else, by collection. */
export const everythingKept = async ({ collections, db }: Payload): Promise<Readonly<Record<string, string>>> => {
  const kept: Record<string, string> = {};
  for (const slug of Object.keys(collections) as CollectionSlug[])
    kept[slug] = JSON.stringify((await db.find({ collection: slug, where: {}, sort: 'id', limit: 0, pagination: false })).docs);
  return kept;
};

/** All that is logged meanwhile, as loud as it gets. */
export const loggedDuring = async (act: () => Promise<void>): Promise<string> => {
  let written = '';
  const listen = (chunk: string | Uint8Array): boolean => {
    written += String(chunk);
    return true;
  };
  const listeners = [process.stdout, process.stderr].map((stream) => vi.spyOn(stream, 'write').mockImplementation(listen));
  setLogLevel('debug');
  try {
    await act();
  } finally {
    setLogLevel('silent');
    for (const listener of listeners) listener.mockRestore();
  }
  return written;
};
