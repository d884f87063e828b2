import type { Payload } from 'payload';
import { cutText } from '#domain/text';
import { type Instant, inBerlin, toIso } from '#domain/time';
import { badgeOf } from '#i18n/dates';
import { PURPOSE_WORDS, STATUS_WORDS } from '#i18n/words';
import { findRows, type Row } from '#store/rows';

/** Prints what happens in the demo's thirty days. */
export type Table = {
  /** After a round of jobs: what people did (`said`), then what left or came to an end since the last call. */
  readonly report: (at: Instant, said: readonly string[]) => Promise<void>;
  /** Ends the table; the number of messages that left. */
  readonly finish: () => number;
};

type Options = {
  readonly payload: Payload;
  readonly start: Instant;
  readonly days: number;
  readonly out: { readonly write: (text: string) => unknown; readonly isTTY?: boolean };
};

/** Opens the table: day | what | channel | because of. A terminal gets a progress line that moves, a file one every five days. */
export const openTable = ({ payload, start, days, out }: Options): Table => {
  const seen = new Set<string>();
  let sent = 0;
  let lastDay = -1;
  const print = (line: string): void => void out.write(`${out.isTTY ? '\r\u001b[K' : ''}${line}\n`);
  print(tableLine({ day: 'Tag', what: 'Was', channels: ['Kanal'], because: 'Weil' })[0] ?? '');
  print('-'.repeat(WIDTHS.day + WIDTHS.what + WIDTHS.channel + 15));
  const progress = (at: Instant): void => {
    const day = Math.floor(start.until(at).total('hours') / 24);
    const line = `… Tag ${Math.min(day, days)} von ${days}, ${sent} Übermittlungen`;
    if (out.isTTY) out.write(`\r\u001b[K${line}`);
    else if (day > lastDay && day % 5 === 0 && day > 0) print(line);
    lastDay = day;
  };
  return {
    report: async (at, said) => {
      for (const what of said) for (const line of tableLine({ day: dayOf(at), what, channels: [], because: '' })) print(line);
      const rows = (await rowsSince(payload, at)).filter((row) => isFirst(seen, `${row.id} ${row.status}`));
      sent += rows.filter((row) => row.status === 'sent').length;
      for (const group of groupsOf(rows)) for (const line of tableLine({ day: dayOf(at), ...group })) print(line);
      progress(at);
    },
    finish: () => {
      if (out.isTTY) out.write('\r\u001b[K');
      return sent;
    },
  };
};

const WIDTHS = { day: 11, what: 64, channel: 46 } as const;

type Line = { readonly day: string; readonly what: string; readonly channels: readonly string[]; readonly because: string };

/** One entry of the table: channels go on in lines of their own, all else is cut to its column. */
const tableLine = ({ day, what, channels, because }: Line): readonly string[] => {
  // What people do fills the line; nothing of it stands in the other columns.
  if (channels.length === 0) return [`${day.padEnd(WIDTHS.day)}${cutText(what, WIDTHS.what + WIDTHS.channel)}`];
  return wrap(channels, ', ', WIDTHS.channel - 2).map((names, index) =>
    index === 0
      ? [day.padEnd(WIDTHS.day), cutText(what, WIDTHS.what - 2).padEnd(WIDTHS.what), names.padEnd(WIDTHS.channel), because].join(
          '',
        )
      : ' '.repeat(WIDTHS.day + WIDTHS.what) + names,
  );
};

const wrap = (parts: readonly string[], separator: string, width: number): readonly string[] => {
  const lines: string[] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + separator.length + part.length <= width)
      lines[lines.length - 1] = last + separator + part;
    else lines.push(part);
  }
  return lines;
};

const dayOf = (at: Instant): string => {
  const { day, month } = inBerlin(at);
  return `${badgeOf(at, 'de').weekday} ${String(day).padStart(2, '0')}.${String(month).padStart(2, '0')}.`;
};

const ENDS = ['handed-over', 'unconfirmed', 'failed', 'missed', 'declined'] as const;

const rowsSince = (payload: Payload, at: Instant): Promise<readonly Row<'deliveries'>[]> =>
  findRows(
    payload,
    'deliveries',
    { or: [{ sentAt: { greater_than_equal: toIso(at) } }, { status: { in: [...ENDS] } }] },
    { sort: 'channelName' },
  );

const isFirst = (seen: Set<string>, mark: string): boolean => !seen.has(mark) && Boolean(seen.add(mark));

/** Rows that say the same of the same content become one entry with several channels. */
const groupsOf = (rows: readonly Row<'deliveries'>[]): readonly Omit<Line, 'day'>[] => {
  const groups = new Map<string, Omit<Line, 'day'>>();
  for (const row of rows) {
    const purpose = PURPOSE_WORDS[row.purpose].de;
    const end = row.status === 'sent' ? '' : `, ${STATUS_WORDS[row.status].de}`;
    const what = `${row.organiserName ?? ''} ${purpose}${end}: ${row.contentTitle ?? ''}`;
    const silence = row.approval === 'silence' && !row.decidedBy && row.status === 'sent' ? ' (Schweigen)' : '';
    const because = row.becauseKind === 'clause' ? `${row.clause ?? ''}${silence}` : 'eigener Kanal';
    const key = [what, because].join('|');
    const group = groups.get(key) ?? { what, because, channels: [] };
    groups.set(key, { ...group, channels: [...group.channels, row.channelName ?? ''] });
  }
  return [...groups.values()].sort((a, b) => (a.what < b.what ? -1 : a.what > b.what ? 1 : 0));
};
