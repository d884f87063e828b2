// A mail server on loopback (real SMTP by smtp-server) that treats recipients by what stands before the @:
//   gone 550 · nobody 550 5.1.1 · brim 550 5.2.2 · policy 550 5.7.1 · full 452 · spam 554 after DATA · later 451 after DATA ·
//   drop hangs up after DATA · silent never answers after DATA · early hangs up before DATA ·
//   onceful… 452 the first time, then taken · everybody else is taken.
// Left out: TLS, relaying, queues, bounces.
import type { Socket } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** `log` has one entry per mail whose whole text arrived, also of those then refused. */
export type MailServer = {
  readonly url: string;
  readonly log: readonly ReceivedMail[];
  readonly taken: () => readonly ReceivedMail[];
  /** How many connections stood at once at most. */
  readonly mostLines: () => number;
  readonly close: () => Promise<void>;
};
export type ReceivedMail = { readonly to: string; readonly raw: string; readonly fate: string };

/** Starts it on a free port of 127.0.0.1; with `password` it asks user `nordsued` for it. */
export const startMailServer = async (password?: string): Promise<MailServer> => {
  const log: ReceivedMail[] = [];
  const sockets = new Map<number, Socket>();
  const seen = new Set<string>();
  const server = new SMTPServer({
    disabledCommands: password === undefined ? ['AUTH', 'STARTTLS'] : ['STARTTLS'],
    allowInsecureAuth: true,
    authOptional: password === undefined,
    closeTimeout: 100,
    onAuth: (auth, _session, done) =>
      auth.username === 'nordsued' && auth.password === password ? done(null, { user: 'nordsued' }) : done(new Error('535 no')),
    onRcptTo: ({ address }, session, done) => {
      const name = nameOf(address);
      if (name === 'early') return sockets.get(session.remotePort)?.destroy();
      if (name === 'gone') return done(refusal(550, `<${address}> no such user`));
      if (name in STATUSES) return done(refusal(550, `${STATUSES[name]} no`));
      if (name === 'full') return done(refusal(452, 'mailbox full'));
      if (name.startsWith('onceful') && !seen.has(address)) {
        seen.add(address);
        return done(refusal(452, 'come back'));
      }
      return done();
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const to = session.envelope.rcptTo[0]?.address ?? '';
        const fate = nameOf(to);
        log.push({ to, raw: Buffer.concat(chunks).toString('utf8'), fate });
        if (fate === 'drop') return sockets.get(session.remotePort)?.destroy();
        if (fate === 'spam') return done(refusal(554, `looks like spam for ${to}`));
        if (fate === 'later') return done(refusal(451, 'greylisted'));
        if (fate !== 'silent') done();
      });
    },
  });
  server.on('error', () => {});
  let mostLines = 0;
  server.server.on('connection', (socket) => {
    const port = socket.remotePort ?? 0;
    sockets.set(port, socket);
    mostLines = Math.max(mostLines, sockets.size);
    socket.once('close', () => sockets.delete(port));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const address = server.server.address();
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  const login = password === undefined ? '' : `nordsued:${encodeURIComponent(password)}@`;
  return {
    url: `smtp://${login}127.0.0.1:${address.port}`,
    log,
    mostLines: () => mostLines,
    taken: () => log.filter(({ fate }) => fate !== 'spam' && fate !== 'later'),
    close: async () => {
      for (const socket of sockets.values()) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
};

const STATUSES: Readonly<Record<string, string>> = { nobody: '5.1.1', brim: '5.2.2', policy: '5.7.1' };

const nameOf = (address: string): string => address.slice(0, address.indexOf('@'));

const refusal = (responseCode: number, text: string): Error => Object.assign(new Error(text), { responseCode });
