import config from '@payload-config';
import { createPayloadRequest } from 'payload';
import { z } from 'zod';
import { loadPostPreviews } from '#admin/post-preview-load';
import { languageOf, viewerOf } from '#admin/viewer';
import { REFUSED } from '#i18n/decisions';
import { UNSAVED } from '#store/unsaved-content';

const ASKED = UNSAVED.extend({ channel: z.string().max(100).optional() });

/**
 * `POST /api/post-preview`: the posts about a content as it stands in somebody's form. JSON in and out; 401 without a login, 400 for what
 * is no form. Stores nothing. Payload takes a cookie only from an allowed Origin, so that other sites learn nothing.
 */
export const POST = async (request: Request): Promise<Response> => {
  const { payload, user, i18n } = await createPayloadRequest({ config, request });
  const refuse = (status: number, words: (typeof REFUSED)[keyof typeof REFUSED]): Response =>
    Response.json({ errors: [{ message: words[languageOf(i18n)] }] }, { status });
  if (!viewerOf(user)) return refuse(401, REFUSED.login);
  const asked = ASKED.safeParse(await readJson(request));
  if (!asked.success) return refuse(400, REFUSED.failed);
  const { channel, ...unsaved } = asked.data;
  return Response.json(await loadPostPreviews({ payload, user }, unsaved, channel));
};

const readJson = async (request: Request): Promise<unknown> => {
  try {
    return await request.json();
  } catch {
    return undefined;
  }
};
