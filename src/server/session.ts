import type { Request } from 'express';
import { executeAuthStrategies, type Payload, type PayloadRequest } from 'payload';

/**
 * Who is logged in by the cookie of this request, wherever it came from: for addresses that are guarded by a signed sign of their own.
 * Payload takes no cookie of somebody whom another site sent here, and networks do send people back.
 */
export const personHere = async (payload: Payload, request: Request): Promise<PayloadRequest['user']> => {
  const headers = new Headers({ cookie: request.get('cookie') ?? '', 'sec-fetch-site': 'none' });
  return (await executeAuthStrategies({ headers, payload })).user;
};
