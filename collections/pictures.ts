import { randomBytes } from 'node:crypto';
import { type CollectionBeforeOperationHook, type CollectionBeforeValidateHook, Forbidden, type PayloadRequest } from 'payload';
import sharp, { type Sharp } from 'sharp';
import { isAbove } from '#domain/role';
import { MEDIA } from '#i18n/admin-organisations';
import { type REFUSALS, refusal } from '#i18n/problems';
import type { Media } from '#store/payload-types';
import { viewerOf } from './access';
import { idOf } from './content-doc';
import { faulty, languageOf } from './refuse';
import { tidyRecord } from './tidying';

/** Longest edge of a stored picture in pixels, and how many pixels one may have before it is made smaller. */
const MAX_EDGE = 2400;
const MAX_MEGAPIXELS = 60;

/**
 * Draws every uploaded picture anew: JPEG, PNG or WebP by its first bytes whatever its name says, turned upright, at most 2,400
 * pixels wide or high, without EXIF (which may tell where the photographer lives). A new picture needs a file: addresses are not fetched.
 */
export const redrawPicture: CollectionBeforeOperationHook = async ({ args, collection, operation, overrideAccess, req }) => {
  if (operation !== 'create' && operation !== 'update') return;
  // Payload asks who may do this only afterwards; strangers must not set the machine to work.
  const isAllowed = overrideAccess || (await collection.access[operation]({ req, data: 'data' in args ? args.data : undefined }));
  if (!isAllowed) throw new Forbidden(req.t);
  const { file } = req;
  if (!file) {
    if (operation === 'create') throw pictureFault(req, 'pictureMissing');
    return;
  }
  const format = formatOf(file.data);
  if (!format) throw pictureFault(req, 'pictureKind');
  const data = await redraw(file.data, format, req);
  req.file = { ...file, data, size: data.byteLength, mimetype: `image/${format}`, name: renamed(file.name, format) };
};

/** Pictures belong to the organisation of whoever uploads them. */
export const stampOrganisation: CollectionBeforeValidateHook<Media> = ({ data, operation, originalDoc, req }) => {
  if (!data) return data;
  const viewer = viewerOf(req.user);
  const tidied = tidyRecord(data);
  if (!viewer || isAbove(viewer)) return tidied;
  return { ...tidied, organisation: (operation === 'create' ? viewer.organisation : idOf(originalDoc?.organisation)) ?? null };
};

type Format = 'jpeg' | 'png' | 'webp';

const formatOf = (data: Buffer): Format | undefined => {
  if (data.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'jpeg';
  if (data.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))) return 'png';
  return data.subarray(0, 4).toString('latin1') === 'RIFF' && data.subarray(8, 12).toString('latin1') === 'WEBP'
    ? 'webp'
    : undefined;
};

const redraw = async (data: Buffer, format: Format, req: PayloadRequest): Promise<Buffer> => {
  try {
    const picture = sharp(data, { limitInputPixels: MAX_MEGAPIXELS * 1_000_000 })
      .rotate()
      .resize({ width: MAX_EDGE, height: MAX_EDGE, fit: 'inside', withoutEnlargement: true });
    return await encode(picture, format).toBuffer();
  } catch (error) {
    const isHuge = error instanceof Error && /pixel limit/i.test(error.message);
    throw pictureFault(req, isHuge ? 'pictureHuge' : 'pictureBroken', { max: MAX_MEGAPIXELS });
  }
};

const encode = (picture: Sharp, format: Format): Sharp => {
  switch (format) {
    case 'jpeg':
      return picture.jpeg({ quality: 82, mozjpeg: true });
    case 'png':
      return picture.png({ compressionLevel: 9 });
    case 'webp':
      return picture.webp({ quality: 82 });
  }
};

/** Files are served to whoever knows their name, so nobody may guess that of a picture not yet published. */
const renamed = (name: string, format: Format): string =>
  `${name.replace(/\.[^.]*$/, '') || 'bild'}-${randomBytes(8).toString('hex')}.${format === 'jpeg' ? 'jpg' : format}`;

const pictureFault = (req: PayloadRequest, code: keyof typeof REFUSALS, facts: Readonly<Record<string, number>> = {}) => {
  const language = languageOf(req);
  return faulty(req, 'media', [{ path: 'file', message: refusal(code, language, facts), label: MEDIA.file[language] }]);
};
