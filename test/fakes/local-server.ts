// What every stand-in on loopback begins with: an HTTP server that can be closed at once, and a log that a kill cannot take along.
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** Serves on a free port of 127.0.0.1, or on `port`; `close` cuts whatever is open. */
export const serveLocally = async (
  answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
  port = 0,
): Promise<{ readonly url: string; readonly close: () => Promise<void> }> => {
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      console.error(error);
      response.destroy();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
};

/** Answers with JSON and ends the connection. */
export const reply = (response: ServerResponse, status: number, body?: unknown, headers: Record<string, string> = {}): void => {
  response.writeHead(status, { ...headers, 'content-type': 'application/json', connection: 'close' });
  response.end(body === undefined ? undefined : JSON.stringify(body));
};

/**
 * How an answer gets lost after what was asked for has been done. hang-up: the line drops. silence: nothing ever comes. drip: it never ends.
 * cut-off: it breaks off.
 */
export type LostAnswer = (typeof LOST)[number];
const LOST = ['hang-up', 'silence', 'drip', 'cut-off'] as const;

/** Loses an answer of this status in that way; false where `act` is none of these, and nothing happened. */
export const loseAnswer = (act: string | undefined, response: ServerResponse, status: number): boolean => {
  const how = LOST.find((one) => one === act);
  if (how === 'hang-up') response.destroy();
  if (how === 'drip') {
    response.writeHead(status, { 'content-type': 'application/json' });
    const dripping = setInterval(() => response.write(' '), 20).unref();
    response.once('close', () => clearInterval(dripping));
  }
  if (how === 'cut-off') {
    response.writeHead(status, { 'content-type': 'application/json', 'content-length': '500' });
    response.write('{"', () => response.destroy());
  }
  return how !== undefined;
};

/** Fails as a server does that is set up to find faults, and repeats all it was asked: with what, in words and in base64, and for what. */
export const echo = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const { authorization = '' } = request.headers;
  const coded = Buffer.from(authorization).toString('base64');
  reply(response, 500, { error: `debug authorization=${authorization} ${coded} ${await readBody(request)}` });
};

/** The whole body as text. */
export const readBody = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
};

/** Appends lines, each on the disk before it returns; without a file it writes nothing. */
export const openLog = (file: string | undefined): { write: (line: string) => void; close: () => void } => {
  if (file === undefined) return { write: () => {}, close: () => {} };
  const handle = openSync(file, 'a');
  return {
    write: (line) => {
      writeSync(handle, `${line}\n`);
      fsyncSync(handle);
    },
    close: () => closeSync(handle),
  };
};

/** Numbers that no two things share, also once some of them are gone. */
export const numbersFrom = (first: bigint): (() => bigint) => {
  let next = first;
  return () => next++;
};
