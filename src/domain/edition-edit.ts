import type { Language } from './language';

/** What people decided about an edition; rows by their ids. Nothing in it takes a row out of the ledger. */
export type EditionEdits = {
  /** The order people gave; rows not named stand where the rules put them among the others. */
  readonly order: readonly string[];
  /** These stand on top, in a section of their own. */
  readonly pinned: readonly string[];
  /** Not in this edition: they wait for the next. */
  readonly putOff: readonly PutOff[];
  /** Their own wording in the teaser's place, for one version of the row each. */
  readonly teasers: readonly EditedTeaser[];
  /** What stands above the entries. */
  readonly intro: InLanguages;
  /** In place of the subject that is made from the first entry. */
  readonly subject: InLanguages;
};

export type PutOff = { readonly row: string; readonly reason: string };
export type EditedTeaser = { readonly row: string; readonly text: string; readonly fingerprint: string };
export type InLanguages = { readonly [language in Language]?: string | undefined };

/** An edition about which nobody decided anything. */
export const NO_EDITS: EditionEdits = { order: [], pinned: [], putOff: [], teasers: [], intro: {}, subject: {} };

/** One decision of a person. An empty text takes the own wording back. */
export type EditionDecision =
  /** These rows, all of one section, in this order. */
  | { readonly kind: 'order'; readonly rows: readonly string[] }
  | { readonly kind: 'pin' | 'unpin' | 'take-in'; readonly row: string }
  | ({ readonly kind: 'put-off' } & PutOff)
  | ({ readonly kind: 'teaser' } & EditedTeaser)
  | { readonly kind: 'intro' | 'subject'; readonly language: Language; readonly text: string };

/** The edits after one more decision. */
export const decideOnEdition = (edits: EditionEdits, decision: EditionDecision): EditionEdits => {
  switch (decision.kind) {
    case 'order':
      return { ...edits, order: [...edits.order.filter((row) => !decision.rows.includes(row)), ...decision.rows] };
    case 'pin':
      return { ...edits, pinned: [...edits.pinned.filter((row) => row !== decision.row), decision.row] };
    case 'unpin':
      return { ...edits, pinned: edits.pinned.filter((row) => row !== decision.row) };
    case 'put-off': {
      const { row, reason } = decision;
      return { ...edits, putOff: [...edits.putOff.filter((one) => one.row !== row), { row, reason }] };
    }
    case 'take-in':
      return { ...edits, putOff: edits.putOff.filter(({ row }) => row !== decision.row) };
    case 'teaser':
      return { ...edits, teasers: withTeaser(edits.teasers, decision) };
    case 'intro':
    case 'subject':
      return { ...edits, [decision.kind]: { ...edits[decision.kind], [decision.language]: decision.text || undefined } };
  }
};

const withTeaser = (teasers: EditionEdits['teasers'], { row, text, fingerprint }: EditedTeaser): EditionEdits['teasers'] => [
  ...teasers.filter((one) => one.row !== row),
  ...(text === '' ? [] : [{ row, text, fingerprint }]),
];

/** A person's yes to an edition as it stood: its edits by their version, its rows each in one version (`coverOf`). */
export type EditionApproval = {
  readonly by: string;
  /** ISO instant. */
  readonly at: string;
  readonly version: number;
  readonly covers: readonly string[];
};

/** What a yes to an edition covers of a row. */
export const coverOf = ({ id, fingerprint }: { readonly id: string; readonly fingerprint: string }): string =>
  `${id} ${fingerprint}`;

/** What keeps an edition from leaving at its slot: nobody said yes, or the check found what must not leave. */
export const WAITS_FOR = ['approval', 'check'] as const;
export type WaitsFor = (typeof WAITS_FOR)[number];

/** What people do about an edition by buttons: decide, say yes, send themselves a test, stop it. */
export type EditionAct = 'decide' | 'approve' | 'test' | 'stop';
