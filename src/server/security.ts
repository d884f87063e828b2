import type { RequestHandler } from 'express';
import helmet from 'helmet';
import { PAGE_STYLE_HASH } from '#templates/pages';

/** Headers of public pages and feeds: no scripts, our one style, pictures of our own and the tab's icon, in nobody's frame. */
export const publicHeaders = (publicUrl: string): RequestHandler =>
  helmet({
    ...common(publicUrl),
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        styleSrc: [PAGE_STYLE_HASH],
        imgSrc: ["'self'", 'data:', publicUrl],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
  });

/** A mail shown as a page brings styles at every element; nothing else of it is let in, and nothing of it acts. */
export const mailHeaders = (publicUrl: string): Readonly<Record<string, string>> => ({
  'Content-Security-Policy': `default-src 'none';style-src 'unsafe-inline';img-src 'self' ${publicUrl};base-uri 'none';form-action 'none';frame-ancestors 'none'`,
});

/**
 * Headers of the admin: Next and Payload write inline scripts and styles; still nothing comes from other hosts. Under development Next
 * evaluates what it compiles.
 */
export const adminHeaders = (publicUrl: string, isDevelopment: boolean): RequestHandler =>
  helmet({
    ...common(publicUrl),
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", "'unsafe-inline'", ...(isDevelopment ? ["'unsafe-eval'"] : [])],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:', publicUrl],
        fontSrc: ["'self'", 'data:'],
        frameAncestors: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'self'"],
        objectSrc: ["'none'"],
      },
    },
  });

/** No page of ours asks a browser for any of these, so nothing that slips into one can either. Helmet has no word for it. */
export const permissionsPolicy: RequestHandler = (_request, response, next) => {
  response.set('Permissions-Policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()');
  next();
};

/** Addresses with a token in them: they must not travel on to others, nor be kept or found. */
export const secretAddress: RequestHandler = (_request, response, next) => {
  response.set({ 'Referrer-Policy': 'no-referrer', 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' });
  next();
};

/** HSTS only where people come by https; our pictures may be shown elsewhere (feed readers, mails). */
const common = (publicUrl: string) =>
  ({
    strictTransportSecurity: publicUrl.startsWith('https:') ? { maxAge: 31_536_000 } : false,
    crossOriginResourcePolicy: { policy: 'cross-origin' },
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
  }) as const;
