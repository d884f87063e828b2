import { below } from '#domain/addresses';
import { DATA_REQUEST } from '#i18n/personal-data';
import { markup } from './markup';
import { findable, messagePage, pageShell } from './page-shell';
import { addressFields } from './signup-pages';

/** What the form shows; after a refusal what was entered and what was wrong. */
export type DataRequestInput = {
  /** Says when the form was made; comes back with it. */
  readonly stamp: string;
  readonly publicUrl: string;
  readonly entered?: { readonly email: string } | undefined;
  readonly problems?: { readonly email?: string; readonly form?: string } | undefined;
};

/** The form for somebody who wants to know what we keep and has no link at hand. */
export const dataRequestPage = (input: DataRequestInput): string =>
  pageShell({
    title: DATA_REQUEST.title,
    head: [findable(below(input.publicUrl, '/newsletter/auskunft'), DATA_REQUEST.lead)],
    main: [
      markup`<h1>${DATA_REQUEST.title}</h1><p class="lead">${DATA_REQUEST.lead}</p>
<form method="post" action="/newsletter/auskunft" novalidate>${addressFields(input)}<p><button type="submit">${DATA_REQUEST.button}</button></p></form>`,
    ],
  });

/** What everybody sees who sent the form. */
export const dataRequestedPage = (): string => messagePage({ title: DATA_REQUEST.sentTitle, text: DATA_REQUEST.sent });

/** A mailed link that was used to delete everything, or is too old. */
export const dataLinkGonePage = (): string =>
  messagePage(
    { title: DATA_REQUEST.goneTitle, text: DATA_REQUEST.gone },
    { href: '/newsletter/auskunft', label: DATA_REQUEST.title },
  );
