import { cappedCodes } from '#domain/agreement';
import { amendsFrom } from '#domain/amendment';
import { isNetwork } from '#domain/channel';
import { type Content, contentKey } from '#domain/content';
import { type Delivery, isOut } from '#domain/delivery';
import { type PlanStep, planDeliveries } from '#domain/plan';
import { isBusy } from '#runtime/database';
import { describeError } from '#runtime/describe-error';
import { log } from '#runtime/log';
import { amendmentsOf, openAmendment } from '#store/amendments';
import { loadBehind, markPlanned, putBackInLine } from '#store/contents';
import { addDelivery, applyChange, loadDeliveries } from '#store/deliveries';
import type { DeliveryNames } from '#store/delivery-row';
import { loadSettings, type Settings } from '#store/settings';
import { type Counted, type LoadCount, weeklyLoad } from '#store/weekly-load';
import type { JobContext } from './context';

/** Contents planned in one go; between two the tick can stop. */
const PAGE = 100;

/**
 * Writes into the ledger what agreement, channels and contents ask for. Repeatable: a content is marked only when every step was
 * done on the rows as they were read; otherwise the next tick plans it again. Gives the number of contents planned.
 */
export const run = async (ctx: JobContext): Promise<number> => {
  const settings = await loadSettings(ctx.payload, ctx.now);
  const load = await weeklyLoad(ctx.payload, cappedCodes(settings.agreement), ctx.now);
  const stuck = new Set<string>();
  let planned = 0;
  for (;;) {
    const behind = await loadBehind(ctx.payload, settings.basis, ctx.now, PAGE + stuck.size);
    const page = behind.filter((content) => !stuck.has(contentKey(content.ref)));
    if (page.length === 0) return planned;
    const rows = await loadDeliveries(
      ctx.payload,
      page.map((content) => contentKey(content.ref)),
    );
    for (const content of page) {
      const key = contentKey(content.ref);
      if (await planOne(ctx, settings, load, content, rows.get(key) ?? [])) planned += 1;
      else stuck.add(key);
    }
  }
};

/** Plans one content; false when it stays in line: somebody was quicker, or planning failed. */
const planOne = async (
  ctx: JobContext,
  settings: Settings,
  load: LoadCount,
  content: Content,
  existing: readonly Delivery[],
): Promise<boolean> => {
  const facts = { content: contentKey(content.ref), revision: content.planRevision };
  try {
    const steps = planDeliveries({ ...settings, content, existing, load: load.without(facts.content), now: ctx.now });
    let isDone = true;
    for (const step of inOrder(steps)) if (!(await apply(ctx, settings, content, step))) isDone = false;
    load.recount(facts.content, rowsAfter(existing, steps));
    await openAmendments(ctx, settings, content, existing);
    if (isDone && (await markPlanned(ctx.payload, content, settings.basis))) {
      log('plan.done', { ...facts, steps: steps.length }, steps.length > 0 ? 'info' : 'debug');
      return true;
    }
    // What was written may rest on a version that is gone: whoever planned meanwhile shall look again.
    await putBackInLine(ctx.payload, content.ref);
    log('plan.overtaken', facts);
  } catch (error) {
    if (isBusy(error)) throw error;
    log('plan.failed', { ...facts, ...describeError(error) }, 'error');
  }
  return false;
};

/** What posts that are out say of an older version is put right, too, by `jobs/dispatch/amendments`; repeatable like the steps. */
const openAmendments = async (
  { payload }: JobContext,
  { channels, coolOffMinutes }: Settings,
  content: Content,
  existing: readonly Delivery[],
): Promise<void> => {
  // Nobody reads a preview.
  const networks = new Set(
    channels.filter(({ kind, via, active }) => active && isNetwork(kind) && via !== 'preview').map(({ id }) => id),
  );
  const told = existing.filter((row) => isOut(row.status) && networks.has(row.channelId) && row.sequence < content.sequence);
  if (told.length === 0) return;
  const amended = new Set(
    (
      await amendmentsOf(
        payload,
        told.map(({ id }) => id),
      )
    ).map(({ subject }) => subject),
  );
  for (const row of told) {
    const from = amendsFrom(row, content, { isAmended: amended.has(row.id), coolOffMinutes });
    if (from) await openAmendment(payload, row, content.sequence, from);
  }
};

/** The rows of a content that planning left or made; those it withdrew count no more. */
const rowsAfter = (existing: readonly Delivery[], steps: readonly PlanStep[]): readonly Counted[] => {
  const touched = new Set(steps.map((step) => (step.kind === 'add' ? step.row.key : step.delivery.key)));
  const made = steps.flatMap((step): Counted[] => {
    if (step.kind === 'add') return [step.row];
    return step.kind === 'change' ? [{ ...step.delivery, ...step.set, status: step.to }] : [];
  });
  return [...existing.filter((row) => !touched.has(row.key)), ...made];
};

/** What must not go out is taken out first, what is new comes last: a crash between two steps never lets a stale row leave. */
const inOrder = (steps: readonly PlanStep[]): readonly PlanStep[] =>
  [...steps].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));

const ORDER: readonly PlanStep['kind'][] = ['withdraw', 'change', 'add'];

const apply = async (ctx: JobContext, settings: Settings, content: Content, step: PlanStep): Promise<boolean> => {
  switch (step.kind) {
    case 'add':
      // False means another planner added it: the next tick compares.
      return addDelivery(ctx.payload, step.row, namesOf(settings, content, step.row));
    case 'change':
      return applyChange(
        ctx.payload,
        step.delivery,
        step.to,
        step.set,
        namesOf(settings, content, { ...step.delivery, ...step.set }),
      );
    case 'withdraw':
      return applyChange(
        ctx.payload,
        step.delivery,
        'withdrawn',
        { reason: step.reason, editionId: undefined },
        namesOf(settings, content, step.delivery),
      );
  }
};

const namesOf = (
  settings: Settings,
  content: Content,
  row: Pick<Delivery, 'channelId' | 'organiser' | 'carrier'>,
): DeliveryNames => ({
  content: content.title.de,
  organiser: settings.organisations.get(row.organiser)?.shortName ?? '',
  channel: settings.channels.find((channel) => channel.id === row.channelId)?.name ?? '',
  carrier: settings.organisations.get(row.carrier)?.shortName ?? '',
});
