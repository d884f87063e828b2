import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isPublicHost, publicLookup, type Reach } from '#channels/public-host';

/** At most so many links are followed at once, and each for so many milliseconds. */
const AT_ONCE = 8;
const TIMEOUT_MS = 5_000;
const MOST_REDIRECTS = 3;

/**
 * Of web addresses those that certainly lead nowhere: their host does not exist, or it says that the page is gone (404, 410). Whoever
 * refuses us, is slow or stands in a private network is not called dead. Nothing private is asked, by redirects neither (SSRF).
 */
export const findDeadLinks = async (links: readonly string[], reach: Reach = {}): Promise<readonly string[]> => {
  const dead: string[] = [];
  const waiting = [...new Set(links)];
  const work = async (): Promise<void> => {
    for (let link = waiting.shift(); link !== undefined; link = waiting.shift())
      if (await isDead(link, reach, MOST_REDIRECTS)) dead.push(link);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return links.filter((link) => dead.includes(link));
};

const isDead = async (link: string, reach: Reach, redirects: number): Promise<boolean> => {
  if (!URL.canParse(link)) return true;
  const url = new URL(link);
  if (!isAskable(url) || !isPublicHost(url.hostname, reach)) return false;
  const { status, location } = await ask(url, reach);
  // What strangers answer may be no address at all.
  const leadsOn = location !== undefined && redirects > 0 && URL.canParse(location, url.href);
  if (leadsOn) return isDead(new URL(location, url).href, reach, redirects - 1);
  return status === 404 || status === 410 || status === 'no-host';
};

/** On the web, and without credentials, which nobody has to give and Node cannot always read. */
const isAskable = ({ protocol, username, password }: URL): boolean =>
  (protocol === 'https:' || protocol === 'http:') && username === '' && password === '';

type Answer = { readonly status: number | 'no-host' | 'unknown'; readonly location?: string | undefined };

/** GET, of which nothing but the head is read: many servers answer HEAD wrongly. */
const ask = (url: URL, reach: Reach): Promise<Answer> =>
  new Promise((done) => {
    const options = { lookup: publicLookup(reach), timeout: TIMEOUT_MS, headers: { 'User-Agent': 'Nordsued-Linkpruefung' } };
    const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, options, (response) => {
      response.destroy();
      const status = response.statusCode ?? 0;
      done({ status, location: status >= 300 && status < 400 ? response.headers.location : undefined });
    });
    const deadline = setTimeout(() => request.destroy(), TIMEOUT_MS);
    request.on('close', () => clearTimeout(deadline));
    request.on('timeout', () => request.destroy());
    request.on('error', (error) => done({ status: 'code' in error && error.code === 'ENOTFOUND' ? 'no-host' : 'unknown' }));
    request.end();
  });
