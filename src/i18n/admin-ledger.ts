import type { WaitsFor } from '#domain/edition-edit';
import { type Words, words } from './words';

/** Field words of deliveries (UI: Ausspielungen, the ledger). */
export const DELIVERY = {
  key: words('Schlüssel', 'Key'),
  content: words('Inhalt (Kennung)', 'Content (id)'),
  contentTitle: words('Inhalt', 'Content'),
  organiser: words('Von (Kennung)', 'From (id)'),
  organiserName: words('Von', 'From'),
  channel: words('Kanal (Kennung)', 'Channel (id)'),
  channelName: words('Kanal', 'Channel'),
  carrier: words('Für (Kennung)', 'Carrier (id)'),
  carrierName: words('Getragen von', 'Carried by'),
  purpose: words('Anlass', 'Purpose'),
  occasion: words('Wievielte Änderung', 'Occasion'),
  becauseKind: words('Weil', 'Because'),
  agreement: words('Vereinbarung (Kennung)', 'Agreement (id)'),
  clause: words('Regel', 'Clause'),
  clauseText: words('Wortlaut der Regel', 'Text of the clause'),
  clauseAgreed: words('Beschlossen', 'Agreed'),
  alsoFulfils: words('Erfüllt auch', 'Also fulfils'),
  approval: words('Freigabe', 'Approval'),
  silenceHours: words('Stunden bis zur stillen Freigabe', 'Hours until silence counts'),
  wantedAt: words('Gewünscht für', 'Wanted at'),
  dueAt: words('Geplant für (Berliner Zeit)', 'Planned for (Berlin time)'),
  latestAt: words('Spätestens', 'Latest'),
  reason: words('Grund', 'Reason'),
  fingerprint: words('Prüfwert der Fassung', 'Fingerprint'),
  sequence: words('Änderungszähler', 'Sequence'),
  ownText: words('Eigener Text des Akteurs', 'Own text of the carrier'),
  ownTextStale: words('Eigener Text ist veraltet', 'Own text is stale'),
  noticedAt: words('Benachrichtigt', 'Notified'),
  editionId: words('Ausgabe (Kennung)', 'Edition (id)'),
  dispatchId: words('Übermittlung (Kennung)', 'Dispatch (id)'),
  sentAt: words('Übermittelt', 'Sent'),
  askUntil: words('Bestätigung erbeten bis', 'Confirmation asked until'),
  decidedBy: words('Entschieden von (Kennung)', 'Decided by (id)'),
  decidedAt: words('Entschieden', 'Decided'),
  declineReason: words('Grund der Ablehnung', 'Reason for declining'),
} as const;

/** A clause, or own content on one's own channel. */
export const BECAUSE_WORDS = {
  clause: words('Regel der Vereinbarung', 'Clause of the agreement'),
  'own-channel': words('eigener Inhalt auf eigenem Kanal', 'own content on own channel'),
} as const;

/** How the carrier says yes. */
export const APPROVAL_WORDS = {
  automatic: words('ohne Rückfrage', 'automatic'),
  carrier: words('durch den tragenden Akteur', 'by the carrying organisation'),
  silence: words('Schweigen gilt als Zustimmung', 'silence counts as yes'),
} as const;

/** Field words of editions. */
export const EDITION = {
  key: words('Schlüssel', 'Key'),
  slotAt: words('Erscheint', 'Leaves at'),
  recipients: words('Empfänger', 'Recipients'),
  accepted: words('Angenommen', 'Accepted'),
  delivered: words('Zugestellt', 'Delivered'),
  bounced: words('Nicht zustellbar', 'Not deliverable'),
  complained: words('Als Spam gemeldet', 'Reported as spam'),
  left: words('Über den Mailanbieter abgemeldet', 'Unsubscribed through the mail provider'),
  subject: words('Betreff', 'Subject'),
  rows: words('Ausspielungen (Kennungen)', 'Deliveries (ids)'),
  waitsFor: words('Wartet auf', 'Waits for'),
  version: words('Fassung', 'Version'),
  edits: words('Bearbeitung', 'Edits'),
  approval: words('Freigabe', 'Approval'),
} as const;

/** What keeps an edition from leaving at its slot. */
export const WAITS_FOR_WORDS = {
  approval: words('Freigabe', 'approval'),
  check: words('Korrektur: die Prüfung hat etwas gefunden', 'correction: the check found something'),
} as const satisfies Record<WaitsFor, Words>;

/** Status of an edition. */
export const EDITION_STATUS_WORDS = {
  open: words('offen', 'open'),
  closed: words('abgeschlossen', 'closed'),
  sent: words('übermittelt', 'sent'),
  unconfirmed: words('ungeklärt – bitte prüfen', 'unconfirmed – please check'),
  failed: words('fehlgeschlagen', 'failed'),
  skipped: words('ausgefallen', 'skipped'),
} as const;
