import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import { TROUBLE } from '#i18n/site';
import { isBusy, isUnreachable } from '#runtime/database';
import { fileTrouble, isFileTrouble } from '#runtime/database-file';
import { describeError } from '#runtime/describe-error';
import { log } from '#runtime/log';
import { notFoundPage } from '#templates/pages';
import { archiveRoutes } from './archive';
import { calendarRoutes } from './calendars';
import { connectingRoutes } from './connecting';
import type { SiteContext } from './context';
import { dataRequestRoutes } from './data-requests';
import { feedRoutes } from './feeds';
import { healthRoutes } from './health';
import { hookRoutes } from './hooks';
import { limitApi, limitBodies } from './limits';
import { linkRoutes } from './links';
import { pageRoutes, sendPage } from './pages';
import { personalDataRoutes } from './personal-data';
import { preferencesRoutes } from './preferences';
import { refuse } from './refuse';
import { adminHeaders, permissionsPolicy, publicHeaders } from './security';
import { signupRoutes } from './signups';

/**
 * All that is answered before Next: health, feeds, links of mails and public pages, with their security headers. What Next answers
 * (admin, REST) passes through with headers of its own.
 */
export const publicApp = (context: SiteContext): Express => {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', context.proxyHops ?? 0);
  // Ours are explicit: Express would hash every answer for a weak ETag.
  app.set('etag', false);
  app.use(permissionsPolicy);
  app.use(NEXTS, adminHeaders(context.publicUrl, context.isDevelopment ?? false));
  // Payload would take whoever asks for a stranger and say nothing about it.
  app.use(['/admin', '/api'], (_request, _response, next) => next(fileTrouble(context.payload)));
  app.use('/api', limitApi(context.payload, 60));
  app.use(NEXTS, limitBodies(context.payload.config.upload.limits?.fileSize ?? 0));
  app.use(exceptNext(publicHeaders(context.publicUrl)));
  app.use(
    healthRoutes(context),
    feedRoutes(context),
    linkRoutes(context),
    preferencesRoutes(context),
    personalDataRoutes(context),
    dataRequestRoutes(context),
    signupRoutes(context),
    calendarRoutes(context),
    hookRoutes(context),
    connectingRoutes(context),
    archiveRoutes(context),
  );
  app.use(exceptNext(pageRoutes(context)));
  app.use(exceptNext((_request, response) => sendPage(response, notFoundPage(), 404)));
  app.use(answerErrors);
  return app;
};

/** What Next answers; all other addresses are ours. */
const NEXTS = ['/admin', '/api', '/_next'];

const exceptNext =
  (handler: RequestHandler): RequestHandler =>
  (request, response, next) =>
    NEXTS.some((root) => request.path === root || request.path.startsWith(`${root}/`))
      ? next()
      : handler(request, response, next);

/** Tells strangers nothing about the error. */
const answerErrors: ErrorRequestHandler = (error: unknown, request, response, next) => {
  const status = statusOf(error);
  // The log has said once that the file is gone; every request would say it again.
  if (!isFileTrouble(error))
    log('request.failed', { method: request.method, status, ...describeError(error) }, status < 500 ? 'info' : 'error');
  if (response.headersSent) return next(error);
  if (status === 503) response.set('Retry-After', '10');
  if (status === 404 || status === 400) return sendPage(response, notFoundPage(), status);
  refuse(request, response, status, isFileTrouble(error) ? TROUBLE.unusable : status === 503 ? TROUBLE.busy : TROUBLE.broken);
};

/** Client faults that Express itself reports (a bad address, a body too long) keep their status. */
const statusOf = (error: unknown): number => {
  if (isBusy(error) || isUnreachable(error) || isFileTrouble(error)) return 503;
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
};
