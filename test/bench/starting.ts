import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort, median, memoryOf, report, startScript, until } from './measure';

const RUNS = 3;

/** Cold starts of the compiled web process and of the worker; the baseline is a bare Node process in the same run. */
export const benchStarting = async (): Promise<void> => {
  await webStart();
  const web = [];
  for (let run = 0; run < RUNS; run++) web.push(await webStart());
  report('cold start of web to /admin/login 200', `${(median(web.map((one) => one.ms)) / 1000).toFixed(2)} s`, 'aim ≤ 5 s');
  report('… resident memory after it', `${median(web.map((one) => one.rss)).toFixed(0)} MB`, 'aim ≤ 300 MB');
  const worker = [];
  for (let run = 0; run < RUNS; run++) worker.push(await workerMemory());
  report('worker, resident memory after its first ticks', `${median(worker).toFixed(0)} MB`, 'aim ≤ 200 MB');
};

const webStart = async (): Promise<{ ms: number; rss: number }> => {
  const dir = mkdtempSync(path.join(tmpdir(), 'nordsued-bench-'));
  const port = await freePort();
  const web = startScript('start', { DATA_DIR: dir, PORT: String(port), TICKS: 'off', PUBLIC_URL: `http://127.0.0.1:${port}` });
  try {
    const ms = await until(async () => (await fetch(`http://127.0.0.1:${port}/admin/login`)).status === 200);
    return { ms, rss: memoryOf(web.pid).now };
  } finally {
    await web.stop();
    rmSync(dir, { recursive: true, force: true });
  }
};

const workerMemory = async (): Promise<number> => {
  const dir = mkdtempSync(path.join(tmpdir(), 'nordsued-bench-'));
  const worker = startScript('worker', { DATA_DIR: dir, PUBLIC_URL: 'http://127.0.0.1:3000' });
  try {
    // Two ticks of ten seconds, so that every job has run.
    await new Promise((resolve) => setTimeout(resolve, 25_000));
    return memoryOf(worker.pid).now;
  } finally {
    await worker.stop();
    rmSync(dir, { recursive: true, force: true });
  }
};
