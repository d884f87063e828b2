import { Router } from 'express';
import type { Payload } from 'payload';
import type { SiteContext } from './context';

/** A database that has not answered by then does not count as answering. */
const ANSWER_SECONDS = 5;

/** `/health/live`: the process answers. `/health/ready`: database and ticks do too; 503 otherwise, without saying why to strangers. */
export const healthRoutes = ({ payload, isTicking }: SiteContext): Router => {
  const router = Router();
  router.use('/health', (_request, response, next) => {
    response.set('Cache-Control', 'no-store');
    next();
  });
  router.get('/health/live', (_request, response) => {
    response.json({ status: 'ok' });
  });
  router.get('/health/ready', async (_request, response) => {
    const checks = { database: await answers(payload), ticks: isTicking?.() ?? true };
    const isReady = checks.database && checks.ticks;
    response.status(isReady ? 200 : 503).json({ status: isReady ? 'ok' : 'unavailable', ...checks });
  });
  return router;
};

const answers = async (payload: Payload): Promise<boolean> => {
  const timer = new AbortController();
  const late = new Promise<false>((resolve) => {
    const timeout = setTimeout(() => resolve(false), ANSWER_SECONDS * 1000);
    timer.signal.addEventListener('abort', () => clearTimeout(timeout));
  });
  const answer = payload.db.find({ collection: 'tick-claims', limit: 1, pagination: false }).then(
    () => true,
    () => false,
  );
  return Promise.race([answer, late]).finally(() => timer.abort());
};
