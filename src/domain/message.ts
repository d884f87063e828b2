import type { Language } from './content';
import type { Mention } from './handle';
import type { LeftOut } from './picture';

/** `leftOut`: why the network does not have it, of a post that was handed over. */
type PostImage = { readonly url: string; readonly alt: string; readonly leftOut?: LeftOut | undefined };

/** A post on a social network, text as readers see it. */
export type Post = {
  readonly kind: 'post';
  readonly text: string;
  readonly link?: string | undefined;
  readonly image?: PostImage | undefined;
  /** What a card beside the link says, where a network draws one; absent in posts kept from before there were cards. */
  readonly card?: { readonly title: string; readonly text: string } | undefined;
  /** Accounts on its network that its text names. */
  readonly mentions?: readonly Mention[] | undefined;
  readonly language: Language;
  /** When it was put together (ISO instant), for networks that are told; absent in posts kept from before they were. */
  readonly at?: string | undefined;
};

/** One person of a mail batch. `id` is opaque; every `replace` key stands in html and text and becomes its value. */
export type Recipient = {
  readonly id: string;
  readonly address: string;
  readonly replace: Readonly<Record<string, string>>;
  /** One-click unsubscribe target (RFC 8058); absent on mails to editors. */
  readonly unsubscribeUrl?: string | undefined;
};

/** One mail to one or many people, at most 1,000; every person gets a mail of their own. */
export type Mail = {
  readonly kind: 'mail';
  /** `Name <address>` */
  readonly from: string;
  readonly replyTo?: string | undefined;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** RFC 2919, e.g. `Gemeinsamer Newsletter <common.example.org>`; newsletters only. */
  readonly listId?: string | undefined;
  /** Its link acts for its reader (new password, consent): nobody else may read it; set by mails about accounts and sign-ups. */
  readonly isSecret?: true | undefined;
  readonly recipients: readonly Recipient[];
};

/**
 * Ready text for a person who posts it by hand: the mail, and the post in it, so that it can be shown again. `askUntil` (ISO
 * instant) is when we stop asking.
 */
export type Handover = {
  readonly kind: 'handover';
  readonly mail: Mail;
  readonly post?: Post | undefined;
  readonly askUntil: string;
};

/** An entry becomes visible in a feed; nothing is transmitted. */
export type FeedEntry = { readonly kind: 'feed-entry'; readonly url: string };

/** A post is taken away that its network knows by this name. */
export type Removal = { readonly kind: 'removal'; readonly providerId: string };

/** A post that its network knows by this name says something else from now on: this. Its picture stays. */
export type Amendment = { readonly kind: 'amendment'; readonly providerId: string; readonly post: Post };

/** What is handed to a channel. */
export type Message = Post | Mail | Handover | FeedEntry | Removal | Amendment;
