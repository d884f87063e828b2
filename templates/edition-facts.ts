import type { ChannelSettings } from '#domain/channel';
import type { EditionFacts } from '#domain/edition-lint';
import { newsletterOf } from '#domain/newsletter';
import type { Organisations } from './content-words';
import { PREFERENCES, UNSUBSCRIBE } from './edition-text';

/** What the check of an edition looks at: its mail as composed, with the size of its HTML as it travels. */
export const factsOf = (
  { subject, html, text, bytes }: Pick<EditionFacts, 'subject' | 'html' | 'text' | 'bytes'>,
  channel: Pick<ChannelSettings, 'carrier' | 'newsletter'>,
  { organisations, publicUrl }: { readonly organisations: Organisations; readonly publicUrl: string },
): EditionFacts => ({
  ...{ subject, html, text, bytes, publicUrl },
  unsubscribe: UNSUBSCRIBE,
  filled: [UNSUBSCRIBE, PREFERENCES],
  imprint: organisations.get(channel.carrier)?.imprint,
  colour: newsletterOf(channel).colour,
});

/** The web addresses that a mail leads to, each once. */
export const linksIn = (html: string): readonly string[] => [
  ...new Set(Array.from(html.matchAll(/\bhref="(https?:[^"]*)"/g), ([, link = '']) => unescaped(link))),
];

/** As it was before React wrote it; the other characters it escapes stand in no address. */
const unescaped = (link: string): string => link.replaceAll('&#x27;', "'").replaceAll('&amp;', '&');
