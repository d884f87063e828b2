// The stand-in as a process of its own, so that no kill and no block of ours takes its memory along:
//
//   node --import tsx test/fakes/stand-in-process.ts --port 0 --log accepted.log
//     prints `listening http://127.0.0.1:<port>` once it listens; ends on SIGTERM
//   --trouble <act>=<regex>   as often as needed; acts see stand-in.ts
//   --kill-after <n> --kill-before <m> --of <posts> --seed <s> --pids-file <file>   kills callers, see killer.ts;
//     each kill is a line `killed-after <key> <pid>` or `killed-before <key> <pid> accepted|fallen` in the log
//   --control <url>   POSTs {stage: 'before'|'after', key, caller} around every acceptance and waits for the answer; a `before` answered
//     with 409 lets the post fall
import { appendFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { planKills } from './killer';
import { type Act, type Call, type Hooks, startStandIn, type Trouble } from './stand-in';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    log: { type: 'string' },
    trouble: { type: 'string', multiple: true, default: [] },
    'kill-after': { type: 'string', default: '0' },
    'kill-before': { type: 'string', default: '0' },
    of: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    'pids-file': { type: 'string' },
    control: { type: 'string' },
  },
});

const readTrouble = (argument: string): Trouble => {
  const [act = '', ...match] = argument.split('=');
  return { act: act as Act, match: match.join('=') };
};

const killHooks = (pidsFile: string): Hooks =>
  planKills({
    after: Number(values['kill-after']),
    before: Number(values['kill-before']),
    of: Number(values.of),
    seed: Number(values.seed),
    pidsFile,
    note: (line) => {
      if (values.log) appendFileSync(values.log, `${line}\n`, { flush: true });
      console.log(line);
    },
  });

const controlHooks = (url: string): Hooks => {
  const ask = async (stage: 'before' | 'after', { key, caller }: Call): Promise<number> => {
    const body = JSON.stringify({ stage, key, caller });
    return (await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body })).status;
  };
  return {
    beforeAccept: async (call) => (await ask('before', call)) !== 409,
    afterAccept: async (call) => {
      await ask('after', call);
    },
  };
};

const pidsFile = values['pids-file'];
const standIn = await startStandIn({
  port: Number(values.port),
  troubles: values.trouble.map(readTrouble),
  hooks: values.control ? controlHooks(values.control) : pidsFile ? killHooks(pidsFile) : {},
  ...(values.log ? { logFile: values.log } : {}),
});
console.log(`listening ${standIn.url}`);
process.once('SIGTERM', () => void standIn.close());
