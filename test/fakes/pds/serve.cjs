// A real server of Bluesky (PDS) and the directory it needs (PLC, in memory) on loopback, in a folder of its own that goes with it.
// Run in the folder that install.sh filled: node serve.cjs <port> <port of the directory>. Says `ready` when it answers.
const { createRequire } = require('node:module');
const { mkdirSync, mkdtempSync, rmSync } = require('node:fs');
const { randomBytes } = require('node:crypto');
const net = require('node:net');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

const load = createRequire(join(process.cwd(), 'package.json'));
const [port, directoryPort] = process.argv.slice(2).map(Number);

// Both listen on all networks where nobody says else.
const listen = net.Server.prototype.listen;
net.Server.prototype.listen = function (...args) {
  return typeof args[0] === 'number'
    ? listen.call(this, args[0], '127.0.0.1', ...args.slice(1).filter((one) => typeof one === 'function'))
    : listen.apply(this, args);
};

const serve = async () => {
  const { PlcServer, Database } = load('@did-plc/server');
  const { PDS, envToCfg, envToSecrets } = load('@atproto/pds');
  await PlcServer.create({ db: Database.mock(), port: directoryPort }).start();
  const dir = mkdtempSync(join(tmpdir(), 'nordsued-pds-'));
  process.on('exit', () => rmSync(dir, { recursive: true, force: true }));
  process.on('SIGTERM', () => process.exit(0));
  // Whoever started it is gone.
  process.stdin.resume().on('end', () => process.exit(0));
  mkdirSync(join(dir, 'blobs'));
  const env = {
    ...{ devMode: true, port, hostname: 'localhost', dataDirectory: dir, blobstoreDiskLocation: join(dir, 'blobs') },
    ...{ didPlcUrl: `http://127.0.0.1:${directoryPort}`, serviceHandleDomains: ['.test'], inviteRequired: false },
    ...{ jwtSecret: randomBytes(16).toString('hex'), adminPassword: randomBytes(16).toString('hex') },
    plcRotationKeyK256PrivateKeyHex: randomBytes(32).toString('hex'),
  };
  await (await PDS.create(envToCfg(env), envToSecrets(env))).start();
  console.log('ready');
};

serve().catch((error) => {
  console.error(error);
  process.exit(1);
});
