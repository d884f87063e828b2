// Stands between clients and the MongoDB test server and lets one write through at a time. The stand-in server's findAndModify is a
// find and then an update: 6 racers for one document were told "yours" twice in 55 of 1,000 rounds, where MongoDB knows one winner
// (its update and its unique insert were exact). With this in front the stand-in is as exact as what it stands in for. A real server
// (MONGODB_TEST_URI) is spoken to directly. Speaks OP_MSG as far as needed: whose turn it is, and when the answer came.
import { connect, createServer, type Server, type Socket } from 'node:net';

/** Opens it on a free port of 127.0.0.1 in front of `port`. */
export const openOneWriter = async (port: number): Promise<{ readonly port: number; readonly close: () => void }> => {
  let turn: Promise<void> = Promise.resolve();
  /** Waits for the turn; the answer gives it to the next. */
  const takeTurn = async (): Promise<() => void> => {
    const before = turn;
    let give = (): void => {};
    turn = new Promise((resolve) => {
      give = resolve;
    });
    await before;
    return give;
  };
  const server = createServer((client) => serve(client, connect(port, '127.0.0.1'), takeTurn));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  return { port: portOf(server), close: () => server.close() };
};

const WRITES = new Set(['insert', 'update', 'delete', 'findAndModify', 'findandmodify', 'createIndexes']);

const serve = (client: Socket, upstream: Socket, takeTurn: () => Promise<() => void>): void => {
  client.setNoDelay(true);
  upstream.setNoDelay(true);
  const waiting = new Map<number, () => void>();
  // Kept in order: a write that waits for its turn holds back what comes after it on this line.
  let line: Promise<void> = Promise.resolve();
  const readRequests = openReader((message) => {
    line = line.then(async () => {
      if (WRITES.has(commandOf(message))) waiting.set(message.readInt32LE(4), await takeTurn());
      upstream.write(message);
    });
  });
  const readAnswers = openReader((message) => {
    const asked = message.readInt32LE(8);
    waiting.get(asked)?.();
    waiting.delete(asked);
    client.write(message);
  });
  client.on('data', readRequests);
  upstream.on('data', readAnswers);
  const end = (): void => {
    client.destroy();
    upstream.destroy();
    // What was asked is done or never will be; nobody may wait for it.
    line.then(() => {
      for (const give of waiting.values()) give();
    });
  };
  upstream.on('close', end).on('error', end);
  // A client that dies leaves its write to be carried out; only then the next one may go.
  client.on('error', () => {}).on('close', () => line.then(() => (waiting.size === 0 ? end() : upstream.end())));
};

/** Cuts a stream into wire messages: the first four bytes say how long each is. */
const openReader = (take: (message: Buffer) => void): ((data: Buffer) => void) => {
  let rest: Buffer = Buffer.alloc(0);
  return (data) => {
    rest = rest.length === 0 ? data : Buffer.concat([rest, data]);
    while (rest.length >= 4 && rest.length >= rest.readInt32LE(0)) {
      const length = rest.readInt32LE(0);
      take(rest.subarray(0, length));
      rest = rest.subarray(length);
    }
  };
};

/** The command of an OP_MSG: the name of the first element of its body. */
const commandOf = (message: Buffer): string => {
  const isMessage = message.readInt32LE(12) === 2013;
  const bodyStart = 21;
  const nameStart = bodyStart + 5;
  return isMessage && message[20] === 0 ? message.toString('latin1', nameStart, message.indexOf(0, nameStart)) : '';
};

const portOf = (server: Server): number => {
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return address.port;
};
