// `npm run bench`: figures of this machine, never asserted. `npm run bench planning` runs one part.
import { benchLedger } from './ledger';
import { benchPlanning } from './planning';
import { benchStarting } from './starting';

const parts: Readonly<Record<string, () => void | Promise<void>>> = {
  planning: benchPlanning,
  ledger: benchLedger,
  starting: benchStarting,
};
const wanted = process.argv[2];
if (wanted && !parts[wanted]) {
  process.stderr.write(`Unbekannt: ${wanted}. Möglich: ${Object.keys(parts).join(', ')}.\n`);
  process.exit(1);
}
for (const [name, run] of Object.entries(parts)) if (!wanted || wanted === name) await run();
