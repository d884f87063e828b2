import type { Request, Response } from 'express';

/** Refuses in one line: worded as Payload words its errors for whoever speaks to the API, as plain text for everybody else. */
export const refuse = (request: Request, response: Response, status: number, line: string): void => {
  response.status(status).set('Cache-Control', 'no-store');
  if (/^\/api(?:[/?]|$)/.test(request.originalUrl)) response.json({ errors: [{ message: line }] });
  else response.type('text/plain').send(line);
};
