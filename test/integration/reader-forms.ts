// What readers do on the public pages: fill forms in, and follow the links of the mails that answer them.
import type { Mail } from '#domain/message';
import type { World } from './jobs-world';
import type { Site } from './site';

type Fields = Readonly<Record<string, string>>;

/** The stamp that a form carries. */
export const stampIn = (html: string): string => /name="stempel" value="([^"]+)"/.exec(html)?.[1] ?? '';

/** The path of the link in a mail that answers a form; empty where there is none. */
export const linkIn = (mail: Mail | undefined): string =>
  /http:\/\/localhost:3000(\/newsletter\/[\w.%/-]+)/.exec(mail?.text ?? '')?.[1] ?? '';

/** Forms of a site, in the time of its world; `house` is asked with every step, for tests open a new one for each. */
export const readerForms = (house: () => { readonly world: World; readonly site: Site }) => {
  const page = async (path = '/newsletter') => (await fetch(house().site.url + path)).text();
  const post = (path: string, fields: Fields = {}) =>
    fetch(house().site.url + path, { method: 'POST', body: new URLSearchParams(fields) });
  /** Fills a form in as a person does, in her time. */
  const fillIn = async (path: string, fields: Fields) => {
    const stempel = stampIn(await page(path));
    house().world.pass(20);
    const response = await post(path, { website: '', stempel, ...fields });
    return { status: response.status, text: await response.text() };
  };
  const ask = (email: string, change: Fields = {}) =>
    fillIn('/newsletter', { email, liste: house().world.ids.newsletter, ...change });
  const mails = (): readonly Mail[] =>
    house().world.fakes.current.outbox.sent.flatMap(({ message }) => (message.kind === 'mail' ? [message] : []));
  return { page, post, fillIn, ask, mails };
};
