import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { PictureOf } from '#channels/picture';
import { isDiskTrouble } from '#channels/write-once';

/** The files behind our picture addresses (`…/api/media/file/<name>`), in the folder where Payload keeps them. */
export const pictureIn =
  (dataDir: string): PictureOf =>
  async (url) => {
    const { pathname } = new URL(url, 'http://localhost');
    if (!pathname.startsWith('/api/media/file/')) return undefined;
    try {
      return await readFile(join(dataDir, 'media', basename(decodeURIComponent(pathname))));
    } catch (error) {
      if (isDiskTrouble(error)) return undefined;
      throw error;
    }
  };
