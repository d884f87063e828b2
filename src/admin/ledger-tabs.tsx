import { redirect } from 'next/navigation';
import type { ListViewServerProps, Payload, Where } from 'payload';
import { isAbove } from '#domain/role';
import { LEDGER_HINT, LEDGER_TABS } from '#i18n/ledger-page';
import { FROM_REPORT } from '#i18n/lists';
import { LedgerBulk } from './ledger-bulk.client';
import { LedgerFilterForm, ledgerOptions, UNSENT } from './ledger-filter';
import { ledgerChoicesSent, ledgerConditions, ledgerFilterOf } from './ledger-query';
import { asksFor, isFilteredBy, listQuery } from './list-query';
import { ListTabs } from './list-tabs';
import { languageOf, type Viewer, viewerOf } from './viewer';
import './ledger-forms.css';
import './ledger-list.css';

/**
 * What the ledger is, tabs that answer at once what there is to do (editors see the number for their own organisation), choices to
 * narrow it, and what can be done with the rows that are ticked.
 */
export const LedgerTabs = async ({ i18n, payload, searchParams, user }: ListViewServerProps) => {
  const viewer = viewerOf(user);
  if (!viewer) return null;
  const language = languageOf(i18n);
  const list = `${payload.config.routes.admin}/collections/deliveries`;
  const sent = ledgerChoicesSent(searchParams);
  if (sent) redirect(`${list}?${listQuery(ledgerConditions(sent), '-dueAt')}`);
  const counts = await Promise.all(TABS.map(({ status, isTask }) => (isTask ? countOpen(payload, status, viewer) : 0)));
  const tabs = TABS.map((tab, index) => {
    const conditions = ledgerConditions({ status: tab.status, carrier: tab.isTask ? ownBody(viewer) : undefined });
    return {
      name: LEDGER_TABS[tab.name][language],
      href: `${list}?${listQuery(conditions, tab.sort)}`,
      isCurrent: isFilteredBy(searchParams, conditions),
      count: counts[index],
    };
  });
  const options = await ledgerOptions(payload, language);
  return (
    <div className="ledger-intro">
      <p>{LEDGER_HINT[language]}</p>
      <ListTabs label={LEDGER_TABS.label[language]} tabs={tabs} />
      <LedgerFilterForm list={list} filter={ledgerFilterOf(searchParams)} options={options} language={language} />
      {asksFor(searchParams, 'purpose') && <p role="status">{FROM_REPORT[language]}</p>}
      {viewer.role !== 'author' && <LedgerBulk url={`${payload.config.routes.api}/deliveries`} language={language} />}
    </div>
  );
};

type Tab = {
  readonly name: Exclude<keyof typeof LEDGER_TABS, 'label'>;
  /** One, or several with commas. */
  readonly status?: string;
  /** Somebody has to act: counted, and for editors only those of their own organisation. */
  readonly isTask: boolean;
  readonly sort: string;
};

const TABS: readonly Tab[] = [
  { name: 'all', isTask: false, sort: '-dueAt' },
  { name: 'awaiting', status: 'awaiting-approval', isTask: true, sort: 'dueAt' },
  { name: 'byHand', status: 'handed-over', isTask: true, sort: 'askUntil' },
  { name: 'unclear', status: 'unconfirmed', isTask: true, sort: '-dueAt' },
  { name: 'failed', status: 'failed', isTask: true, sort: '-dueAt' },
  { name: 'upcoming', status: UNSENT, isTask: false, sort: 'dueAt' },
  { name: 'sent', status: 'sent', isTask: false, sort: '-sentAt' },
];

const ownBody = (viewer: Viewer): string | undefined => (isAbove(viewer) ? undefined : viewer.organisation);

const countOpen = async (payload: Payload, status: Tab['status'], viewer: Viewer): Promise<number> => {
  const where: Where[] = [{ status: { equals: status } }];
  if (!isAbove(viewer)) where.push({ carrier: { equals: viewer.organisation ?? '' } });
  return (await payload.count({ collection: 'deliveries', where: { and: where }, overrideAccess: true })).totalDocs;
};
