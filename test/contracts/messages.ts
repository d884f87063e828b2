import { createHash } from 'node:crypto';
import type { FeedEntry, Handover, Mail, Post, Recipient } from '#domain/message';

/** A post as templates render it. */
export const post: Post = {
  kind: 'post',
  text: 'Save the Date: Gründungstag in Kassel, 10. Januar 2027. https://nordsued.example.org/veranstaltungen/gruendungstag #Gründung (#KI_live)',
  link: 'https://nordsued.example.org/veranstaltungen/gruendungstag',
  language: 'de',
  at: '2026-12-01T09:00:00.000Z',
};

/** Our id of a person: as in the database, it says nothing of the address. */
export const idOf = (address: string): string => createHash('sha256').update(address).digest('hex').slice(0, 24);

/** One person of a newsletter. */
const recipient = (address: string): Recipient => ({
  id: idOf(address),
  address,
  replace: { '%%ABMELDEN%%': `https://nordsued.example.org/abmelden/${address.length}?a=1&b=2` },
  unsubscribeUrl: `https://nordsued.example.org/u/token-${address.length}`,
});

/** A newsletter to these addresses. */
export const newsletter = (...addresses: readonly string[]): Mail => ({
  kind: 'mail',
  from: 'Regionalmanagement Nordhessen, Kassel <newsletter@nord.example.org>',
  replyTo: 'post@nord.example.org',
  subject: 'Neues aus Nord und Süd – Februar',
  html: '<p>Grüße aus Kassel. <a href="%%ABMELDEN%%">Abmelden</a></p>',
  text: 'Grüße aus Kassel.\nAbmelden: %%ABMELDEN%%\n.\nSchluss',
  listId: 'Gemeinsamer Newsletter für Nord- und Südhessen <common.example.org>',
  recipients: addresses.map(recipient),
});

/** A notice to one editor. */
export const notice = (address: string): Mail => ({
  kind: 'mail',
  from: 'Nordsüd <nordsued@example.org>',
  subject: 'Bitte um Freigabe',
  html: '<p>Bitte sehen Sie sich das an.</p>',
  text: 'Bitte sehen Sie sich das an.',
  recipients: [{ id: 'user-1', address, replace: {} }],
});

/** Ready text for a person. */
export const handover = (address: string): Handover => ({
  kind: 'handover',
  mail: notice(address),
  askUntil: '2027-02-01T08:00:00.000Z',
});

export const feedEntry: FeedEntry = { kind: 'feed-entry', url: 'https://nordsued.example.org/veranstaltungen/gruendungstag' };
