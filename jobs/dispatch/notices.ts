import { HANDOVER_TOKEN, handoverUrl } from '#domain/addresses';
import { afterSilence, type ChannelSettings } from '#domain/channel';
import type { Content, Language } from '#domain/content';
import type { Dispatch } from '#domain/dispatch';
import { noLongerTrue } from '#domain/handover';
import type { NoticeKind } from '#domain/notice';
import { limitsOf } from '#domain/post-limits';
import { answerInWords } from '#i18n/answers';
import type { Words } from '#i18n/words';
import { now } from '#runtime/clock';
import { signToken } from '#runtime/secrets';
import { findAskedAfter } from '#store/asked-after';
import { attemptsOf } from '#store/attempts';
import { loadContent } from '#store/contents';
import { loadDelivery } from '#store/deliveries';
import type { LedgerRow } from '#store/delivery-row';
import { dispatchesOf, dueDispatches, insertDispatch, lostBatches } from '#store/dispatches';
import { approvalKey, dueNotices, finishNotice, loadNotice, type Notice, noEditorKey } from '#store/notices';
import { isEditorOf, isReachedBy, loadPerson, type Person } from '#store/people';
import type { Settings } from '#store/settings';
import { composeNotice } from '#templates/notice.tsx';
import type { JobContext } from '../context';
import { accessMail } from './access-mail';
import { type Composed, guarded, toPerson } from './compose';
import { digestMail } from './digest-mail';
import { editionReadyMail, editionTestMail } from './edition-mails';
import { claim, dropClaim, handOver, refuse } from './hand-over';
import { publicationMail } from './publication-mail';
import { stopMail } from './stop-mail';
import { versionMail } from './version-mail';

/** Notices looked at in one tick. */
const LIMIT = 500;

/** Sends what editors must be told; gives the number of mails handed over. */
export const dispatchNotices = async (ctx: JobContext, settings: Settings): Promise<number> => {
  await openNotices(ctx);
  let handed = 0;
  for (const dispatch of await dueDispatches(ctx.payload, 'notice', ctx.now, LIMIT))
    if (await dispatchNotice(ctx, settings, dispatch)) handed += 1;
  return handed;
};

/** Every notice that was raised gets its dispatch, also after a crash between the two. */
const openNotices = async (ctx: JobContext): Promise<void> => {
  const due = await dueNotices(ctx.payload);
  const ids = due.map((notice) => notice.id);
  const opened = new Set((await dispatchesOf(ctx.payload, 'notice', ids)).map((dispatch) => dispatch.subject));
  for (const id of ids)
    if (!opened.has(id))
      await insertDispatch(ctx.payload, { key: `notice/${id}`, kind: 'notice', subject: id, notBefore: ctx.now });
};

const dispatchNotice = async (ctx: JobContext, settings: Settings, dispatch: Dispatch): Promise<boolean> => {
  const claimed = await claim(ctx, dispatch);
  if (!claimed) return false;
  const notice = await loadNotice(ctx.payload, dispatch.subject);
  const composed = notice && (await composeFor(ctx, settings, notice));
  if (!composed) {
    if (notice) await finishNotice(ctx.payload, notice.id, 'failed', now());
    await dropClaim(ctx, claimed);
    return false;
  }
  if (composed.kind === 'refusal') {
    await refuse(ctx, claimed, composed.code, composed.detail);
    return false;
  }
  return (await handOver(ctx, claimed, ctx.channel('outbox'), composed.message)) !== undefined;
};

/** A notice about a ledger row. */
type RowNotice = Omit<Notice, 'kind'> & { readonly kind: Exclude<NoticeKind, keyof typeof OTHER_MAILS> };

/** The mails about anything else. */
const OTHER_MAILS = {
  unpublished: publicationMail,
  'channel-stopped': stopMail,
  'access-ends': accessMail,
  'version-ends': versionMail,
  digest: digestMail,
  'edition-ready': editionReadyMail,
  'edition-test': editionTestMail,
} as const;

/** The mail; undefined when the notice has become pointless, or its reader has left or switched such mails off. */
const composeFor = async (ctx: JobContext, settings: Settings, notice: Notice): Promise<Composed | undefined> => {
  const person = await loadPerson(ctx.payload, notice.userId);
  if (!person || !isReachedBy(person, notice.kind)) return undefined;
  if (isAboutOther(notice.kind)) return OTHER_MAILS[notice.kind](ctx, notice, person, settings);
  const about: RowNotice = { ...notice, kind: notice.kind };
  const subject = await loadSubject(ctx, about, person);
  return subject && mailOf(ctx, settings, about, subject);
};

const isAboutOther = (kind: NoticeKind): kind is keyof typeof OTHER_MAILS => kind in OTHER_MAILS;

type About = Parameters<typeof composeNotice>[0]['about'];
type Subject = { readonly delivery: LedgerRow; readonly content: Content; readonly person: Person };

/** What a notice is about; undefined when it has become pointless: decided meanwhile, or changed. */
const loadSubject = async (ctx: JobContext, notice: RowNotice, person: Person): Promise<Subject | undefined> => {
  const delivery = await loadDelivery(ctx.payload, notice.deliveryId);
  const content = delivery && (await loadContent(ctx.payload, delivery.content));
  const subject = delivery && content && { delivery, content, person };
  return subject && (await isStillTrue(ctx, notice, subject)) ? subject : undefined;
};

const isStillTrue = async (ctx: JobContext, notice: RowNotice, { delivery, content, person }: Subject): Promise<boolean> => {
  switch (notice.kind) {
    case 'approval':
      // Silence may count from this mail: only somebody who still decides for the carrier is to get it.
      return isAsked(delivery, approvalKey(delivery, person.id), notice) && isEditorOf(person, delivery.carrier);
    case 'no-editor':
      return isAsked(delivery, noEditorKey(delivery, person.id), notice);
    case 'declined':
      return delivery.status === 'declined';
    case 'failed':
      return isAmiss(delivery) || (await lostPeople(ctx, delivery)) > 0;
    case 'handover-due':
      return delivery.status === 'handed-over' && !noLongerTrue(delivery, content);
  }
};

const isAmiss = ({ status }: LedgerRow): boolean => status === 'failed' || status === 'unconfirmed';

const isAsked = (delivery: LedgerRow, key: string, notice: RowNotice): boolean =>
  delivery.status === 'awaiting-approval' && key === notice.key;

const mailOf = (ctx: JobContext, settings: Settings, notice: RowNotice, subject: Subject): Promise<Composed> =>
  guarded(async () => {
    const { delivery, content, person } = subject;
    const channel = settings.channels.find(({ id }) => id === delivery.channelId);
    if (!channel) return { kind: 'refusal', code: 'no-channel', detail: 'the channel is gone' };
    const words = await composeNotice({
      delivery,
      content,
      channel,
      organisations: settings.organisations,
      publicUrl: ctx.publicUrl,
      language: person.language,
      now: ctx.now,
      limits: limitsOf(channel, ctx.channel(channel.via).limits),
      about: await aboutOf(ctx, channel, notice, delivery, person.language),
    });
    return toPerson(person, { from: ctx.mailFrom, ...words });
  });

const aboutOf = async (
  ctx: JobContext,
  channel: ChannelSettings,
  notice: RowNotice,
  delivery: LedgerRow,
  language: Language,
): Promise<About> => {
  switch (notice.kind) {
    case 'approval':
    case 'no-editor':
      return { kind: notice.kind };
    case 'declined':
      return { kind: 'declined', reason: delivery.declineReason ?? '' };
    case 'failed':
      return aboutFailure(ctx, channel, delivery, language);
    case 'handover-due': {
      const askUntil = delivery.askUntil ?? ctx.now;
      const token = signToken({ purpose: HANDOVER_TOKEN, subject: delivery.id, expires: askUntil });
      return { kind: 'handover-due', confirmUrl: handoverUrl(token, ctx.publicUrl), askUntil };
    }
  }
};

const aboutFailure = async (
  ctx: JobContext,
  channel: ChannelSettings,
  delivery: LedgerRow,
  language: Language,
): Promise<About> => {
  if (delivery.status === 'unconfirmed') {
    const asked = await findAskedAfter(ctx.payload, delivery, channel, ctx.now);
    return { kind: 'unclear', after: afterSilence(channel.via, asked !== undefined) };
  }
  const answer = (await answerOf(ctx, delivery))?.[language] ?? '';
  return delivery.status === 'sent'
    ? { kind: 'partly', people: await lostPeople(ctx, delivery), answer }
    : { kind: 'failed', answer };
};

/** How many people did not get an edition that others got, or perhaps did not. */
const lostPeople = async (ctx: JobContext, { status, editionId }: LedgerRow): Promise<number> => {
  const batches = status === 'sent' && editionId ? await lostBatches(ctx.payload, editionId) : [];
  return batches.reduce((sum, { recipientIds = [] }) => sum + recipientIds.length, 0);
};

/** What the provider answered last. */
const answerOf = async (ctx: JobContext, delivery: LedgerRow): Promise<Words | undefined> => {
  const [kind, subject] = delivery.editionId ? (['edition', delivery.editionId] as const) : (['post', delivery.id] as const);
  const dispatches = await dispatchesOf(ctx.payload, kind, [subject]);
  const attempts = await attemptsOf(
    ctx.payload,
    dispatches.map((dispatch) => dispatch.id),
  );
  return attempts.map(({ outcome }) => outcome && answerInWords(outcome)).findLast((answer) => answer !== undefined);
};
