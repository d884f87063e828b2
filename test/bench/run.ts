// `npm run bench`: figures of this machine, never asserted. `npm run bench planning` runs one part; without a name each part runs in a
// process of its own, so that none sees the memory or the settings of another.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { benchLedger } from './ledger';
import { benchNewsletter } from './newsletter';
import { benchPlanning } from './planning';
import { benchSocial } from './social';
import { benchStarting } from './starting';

const parts: Readonly<Record<string, () => void | Promise<void>>> = {
  planning: benchPlanning,
  ledger: benchLedger,
  newsletter: benchNewsletter,
  social: benchSocial,
  starting: benchStarting,
};
const wanted = process.argv[2];
const part = wanted === undefined ? runAll : parts[wanted];
if (!part) {
  process.stderr.write(`Unbekannt: ${wanted}. Möglich: ${Object.keys(parts).join(', ')}.\n`);
  process.exit(1);
}
await part();

function runAll(): void {
  for (const name of Object.keys(parts)) {
    const { status } = spawnSync(process.execPath, [...process.execArgv, fileURLToPath(import.meta.url), name], {
      stdio: 'inherit',
    });
    if (status !== 0) process.exit(status ?? 1);
  }
}
