import type { Postable } from '#domain/connection';
import { CHOOSE_PAGE, CONNECT_PAGES, connectedWords, TO_ADMIN, TO_CHANNEL } from '#i18n/connect-pages';
import { markup } from './markup';
import { messagePage, pageShell } from './page-shell';

/** What stopped somebody who came back from a network, and where to go on. */
export const obstaclePage = (
  what: keyof typeof CONNECT_PAGES,
  way: { readonly channelUrl: string } | { readonly adminUrl: string },
): string =>
  messagePage(
    CONNECT_PAGES[what],
    'channelUrl' in way ? { href: way.channelUrl, label: TO_CHANNEL } : { href: way.adminUrl, label: TO_ADMIN },
  );

/** The channel posts as that account now. */
export const connectedPage = ({ channel, name, url }: { readonly [part in 'channel' | 'name' | 'url']: string }): string =>
  messagePage(connectedWords(channel, name), { href: url, label: TO_CHANNEL });

type ChoosePageInput = {
  readonly accounts: readonly Postable[];
  /** The account that the channel posts as until now. */
  readonly chosen?: string | undefined;
  /** Comes back with the choice. */
  readonly sign: string;
  readonly action: string;
  /** Sent without a choice. */
  readonly isMissing?: boolean;
};

/** Asks as whom of several a channel is to post. */
export const choosePage = ({ accounts, chosen, sign, action, isMissing = false }: ChoosePageInput): string =>
  pageShell({
    title: CHOOSE_PAGE.title,
    secret: true,
    main: [
      markup`<h1>${CHOOSE_PAGE.title}</h1><p class="lead">${CHOOSE_PAGE.lead}</p>
<form method="post" action="${action}"><input type="hidden" name="zeichen" value="${sign}">
<fieldset${isMissing && markup` aria-describedby="seite-problem"`}><legend>${CHOOSE_PAGE.legend}</legend>
${isMissing && markup`<p class="problem" id="seite-problem" role="alert">${CHOOSE_PAGE.missing}</p>`}
${accounts.map(
  ({ id, name }, at) =>
    markup`<div class="choice"><input type="radio" id="seite-${at}" name="seite" value="${id}"${id === chosen && markup` checked`}><div><label for="seite-${at}">${name}</label></div></div>
`,
)}</fieldset>
<p><button type="submit">${CHOOSE_PAGE.button}</button></p>
</form>
<p class="hint">${CHOOSE_PAGE.hint}</p>`,
    ],
  });
