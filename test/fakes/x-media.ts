// How X takes pictures: told, brought in pieces, finished, described.
import { randomInt } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody, reply } from './local-server';
import { INITIALIZE_BODY, METADATA_BODY } from './x-shapes';
import { type Picture, problem, type XState } from './x-state';

/** Everything under /2/media/. */
export const takeMedia = async (state: XState, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const { pathname, searchParams } = new URL(request.url ?? '/', state.url);
  if (request.method === 'GET' && searchParams.get('command') === 'STATUS')
    return reply(response, 200, { data: { processing_info: { state: 'in_progress', check_after_secs: 1 } } });
  if (pathname === '/2/media/metadata') return describe(state, request, response);
  if (pathname === '/2/media/upload/initialize') return begin(state, request, response);
  const [, id = '', step] = /^\/2\/media\/upload\/(\d+)\/(append|finalize)$/.exec(pathname) ?? [];
  const picture = state.pictures.get(id);
  if (!picture) return problem(response, 404, 'Not Found', 'no such media');
  return step === 'append' ? append(state, picture, request, response) : finish(state, id, picture, response);
};

const begin = async (state: XState, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const body = INITIALIZE_BODY.safeParse(JSON.parse(await readBody(request)));
  if (!body.success || state.act === 'no-picture')
    return problem(response, 400, 'Invalid Request', body.error?.message ?? 'not wanted');
  if (state.act === 'strange-picture') return reply(response, 200, { errors: [{ title: 'Later', type: 'about:blank' }] });
  const id = String(randomInt(1_000_000, 9_999_999));
  state.pictures.set(id, { promised: body.data.total_bytes, pieces: new Map(), alt: '', isWhole: false });
  return reply(response, 200, { data: { id, media_key: `3_${id}`, expires_after_secs: 86_400 } });
};

const append = async (
  { act }: XState,
  { pieces }: Picture,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  if (act === 'half-picture') return void response.destroy();
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const parts = partsOf(Buffer.concat(chunks), request.headers['content-type']);
  const [segment, media] = [parts.get('segment_index')?.toString(), parts.get('media')];
  if (parts.size !== 2 || !/^\d+$/.test(segment ?? '') || !media)
    return problem(response, 400, 'Invalid Request', 'segment_index and media');
  pieces.set(Number(segment), media);
  return reply(response, 200, { data: { expires_at: Math.floor(Date.now() / 1000) + 86_400 } });
};

/** A body of several parts (RFC 7578), by their names. */
const partsOf = (body: Buffer, type = ''): ReadonlyMap<string, Buffer> => {
  const boundary = /^multipart\/form-data; boundary=(.+)$/.exec(type)?.[1];
  const parts = boundary === undefined ? [] : body.toString('latin1').split(`--${boundary}`).slice(1, -1);
  return new Map(
    parts.map((part) => {
      const [head = '', ...content] = part.split('\r\n\r\n');
      return [/name="(\w+)"/.exec(head)?.[1] ?? '', Buffer.from(content.join('\r\n\r\n').slice(0, -2), 'latin1')];
    }),
  );
};

/** The picture as it was brought. */
export const bytesOf = ({ pieces }: Picture): Buffer =>
  Buffer.concat([...pieces].sort(([a], [b]) => a - b).map(([, piece]) => piece));

const finish = async ({ act }: XState, id: string, picture: Picture, response: ServerResponse): Promise<void> => {
  const size = bytesOf(picture).length;
  if (size !== picture.promised)
    return problem(response, 400, 'Invalid Request', 'Segments do not add up to provided total file size.');
  picture.isWhole = true;
  const working = act === 'slow-picture' ? { processing_info: { state: 'pending', check_after_secs: 1 } } : {};
  return reply(response, 200, { data: { id, media_key: `3_${id}`, size, expires_after_secs: 86_400, ...working } });
};

const describe = async (state: XState, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const body = METADATA_BODY.safeParse(JSON.parse(await readBody(request)));
  const picture = body.data && state.pictures.get(body.data.id);
  if (!body.success || !picture || state.act === 'no-alt') return problem(response, 400, 'Invalid Request', 'not wanted');
  picture.alt = body.data.metadata.alt_text.text;
  return reply(response, 200, { data: { id: body.data.id, associated_metadata: body.data.metadata } });
};
