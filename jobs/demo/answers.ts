import type { Payload, TypedUser } from 'payload';
import type { ChannelSettings } from '#domain/channel';
import { contentKey } from '#domain/content';
import type { Delivery } from '#domain/delivery';
import { type Instant, toIso } from '#domain/time';
import { PURPOSE_WORDS } from '#i18n/words';
import { now } from '#runtime/clock';
import { blockChannels } from '#store/block';
import { approve, confirmHandover, decline, takeOver } from '#store/decisions';
import { deliveriesIn } from '#store/deliveries';
import { loadSettings } from '#store/settings';
import type { Act } from '../virtual-run';
import { HTAI_LINKEDIN, IHK_LINKEDIN, MINISTRY_LINKEDIN, RMNH_LINKEDIN } from './channels';
import type { Shelf } from './timeline';

/** How long people take to answer, in minutes. */
const ANSWER_MINUTES = 150;

/** Who answers for a carrier, and which contents there are. */
export type Carriers = {
  readonly payload: Payload;
  /** Editors by organisation id. */
  readonly editors: ReadonlyMap<string, TypedUser>;
  readonly shelf: Shelf;
};

/**
 * What the carriers' people do about rows that wait for them, once per row and version: approve, decline, confirm, take over, or leave it.
 * Asked after every round of jobs; gives what they will do some hours later.
 */
export const answering = async ({ payload, editors, shelf }: Carriers): Promise<(at: Instant) => Promise<readonly Act[]>> => {
  const { channels } = await loadSettings(payload, now());
  const blocks = blockChannels({ channels }, undefined);
  const seen = new Set<string>();
  const isNew = (row: Delivery): boolean => {
    const mark = [row.id, row.status, row.fingerprint].join();
    return !seen.has(mark) && Boolean(seen.add(mark));
  };
  return async (at) => {
    const waiting = [
      ...(await deliveriesIn(payload, 'awaiting-approval')),
      ...(await deliveriesIn(payload, 'handed-over')),
      ...(await deliveriesIn(
        payload,
        'ready',
        { channel: { in: blocks.map(({ id }) => id) } },
        { dueAt: { less_than_equal: toIso(at) } },
      )),
    ];
    return waiting.filter(isNew).flatMap((row) => {
      const channel = channels.find(({ id }) => id === row.channelId);
      const [item, entered] = [...shelf].find(([, one]) => contentKey(one) === row.content) ?? [];
      const user = editors.get(row.carrier);
      const answer = answerTo(channel?.slug ?? '', item ?? '', row);
      if (!user || answer === 'leave') return [];
      const says = `${user.name} ${SAYINGS[answer]} (${channel?.name}): ${PURPOSE_WORDS[row.purpose].de} ${entered?.title}`;
      return { at: at.add({ minutes: ANSWER_MINUTES }), run: () => act(payload, row, answer, { user: user.id, blocks }), says };
    });
  };
};

type Answer = 'approve' | 'approve-own-text' | 'decline' | 'confirm' | 'take-over' | 'leave';

/** Rows by `<channel> <item> <purpose>` that are answered in a way of their own. */
const ANSWERS: Readonly<Record<string, Answer>> = {
  [`${HTAI_LINKEDIN} innovation-lab announce`]: 'decline',
  [`${HTAI_LINKEDIN} pitch-evening announce`]: 'approve-own-text',
  [`${HTAI_LINKEDIN} demo-day announce`]: 'leave',
  [`${MINISTRY_LINKEDIN} demo-day announce`]: 'leave',
};

/** Channels whose people rely on the rule that silence counts as yes. */
const SILENT: readonly string[] = [IHK_LINKEDIN, RMNH_LINKEDIN];

const answerTo = (channel: string, item: string, row: Delivery): Answer => {
  const own = ANSWERS[[channel, item, row.purpose].join(' ')];
  if (own) return own;
  if (row.status === 'handed-over') return 'confirm';
  if (row.status === 'ready') return 'take-over';
  return row.approval.kind === 'silence' && SILENT.includes(channel) ? 'leave' : 'approve';
};

const SAYINGS: Readonly<Record<Exclude<Answer, 'leave'>, string>> = {
  approve: 'gibt frei',
  'approve-own-text': 'gibt mit eigenem Text frei',
  confirm: 'hat von Hand veröffentlicht',
  decline: 'lehnt ab',
  'take-over': 'hat in den eigenen Newsletter übernommen',
};

type Answering = { readonly user: string; readonly blocks: readonly ChannelSettings[] };

const act = async (
  payload: Payload,
  row: Delivery,
  answer: Exclude<Answer, 'leave'>,
  { user, blocks }: Answering,
): Promise<void> => {
  const by = { user, now: now() };
  switch (answer) {
    case 'approve':
      await approve(payload, row.id, { ...by, fingerprint: row.fingerprint });
      return;
    case 'approve-own-text':
      await approve(payload, row.id, { ...by, fingerprint: row.fingerprint, ownText: OWN_TEXT });
      return;
    case 'decline':
      await decline(payload, row.id, { ...by, reason: DECLINED_BECAUSE });
      return;
    case 'confirm':
      await confirmHandover(payload, row.id, by.now);
      return;
    case 'take-over':
      await takeOver(payload, row.id, { ...by, fingerprint: row.fingerprint, blocks });
      return;
  }
};

const OWN_TEXT =
  'Unser Tipp für den Norden: Beim Pitch-Abend der Open Innovation Challenge in Kassel zeigen Teams, wie sie vier Aufgaben aus der ' +
  'Praxis gelöst haben. Wer Partner für Digitalisierung sucht, sollte sich den Abend vormerken.';
const DECLINED_BECAUSE =
  'Das Format richtet sich vor allem an Mitglieder des Netzwerks vor Ort. Auf unserem Kanal würden wir die Erwartung wecken, dass alle teilnehmen können.';
