import Link from 'next/link';
import type { ListViewServerProps, Payload, Where } from 'payload';
import type { DeliveryStatus } from '#domain/delivery';
import { LEDGER_HINT, LEDGER_TABS } from '#i18n/ledger-page';
import { isAbove, languageOf, type Viewer, viewerOf } from './viewer';
import './ledger-list.css';

/** What the ledger is, and tabs that answer at once what there is to do; editors see the number for their own organisation. */
export const LedgerTabs = async ({ i18n, payload, searchParams, user }: ListViewServerProps) => {
  const viewer = viewerOf(user);
  if (!viewer) return null;
  const language = languageOf(i18n);
  const list = `${payload.config.routes.admin}/collections/deliveries`;
  const current = shownStatus(searchParams);
  const counts = await Promise.all(TABS.map(({ statuses, isTask }) => (isTask ? countOpen(payload, statuses, viewer) : 0)));
  return (
    <div className="ledger-intro">
      <p>{LEDGER_HINT[language]}</p>
      <nav className="ledger-tabs" aria-label={LEDGER_TABS.label[language]}>
        {TABS.map(({ name, statuses, isTask, sort }, index) => (
          <Link
            key={name}
            href={`${list}?${queryOf(statuses, sort, isTask && !isAbove(viewer) ? viewer.organisation : undefined)}`}
            aria-current={current === statuses.join(',') ? 'page' : undefined}
            className="ledger-tab"
          >
            {LEDGER_TABS[name][language]}
            {counts[index] ? <span className="ledger-badge">{counts[index]}</span> : null}
          </Link>
        ))}
      </nav>
    </div>
  );
};

type Tab = {
  readonly name: Exclude<keyof typeof LEDGER_TABS, 'label'>;
  readonly statuses: readonly DeliveryStatus[];
  /** Somebody has to act: counted, and for editors only those of their own organisation. */
  readonly isTask: boolean;
  readonly sort: string;
};

const TABS: readonly Tab[] = [
  { name: 'all', statuses: [], isTask: false, sort: '-dueAt' },
  { name: 'awaiting', statuses: ['awaiting-approval'], isTask: true, sort: 'dueAt' },
  { name: 'byHand', statuses: ['handed-over'], isTask: true, sort: 'askUntil' },
  { name: 'unclear', statuses: ['unconfirmed'], isTask: true, sort: '-dueAt' },
  { name: 'failed', statuses: ['failed'], isTask: true, sort: '-dueAt' },
  { name: 'upcoming', statuses: ['planned', 'awaiting-approval', 'ready'], isTask: false, sort: 'dueAt' },
  { name: 'sent', statuses: ['sent'], isTask: false, sort: '-sentAt' },
];

const queryOf = (statuses: readonly DeliveryStatus[], sort: string, carrier: string | undefined): string => {
  const query = new URLSearchParams({ sort });
  if (statuses.length > 0) query.set('where[or][0][and][0][status][in]', statuses.join(','));
  if (statuses.length > 0 && carrier) query.set('where[or][0][and][1][carrier][equals]', carrier);
  return query.toString();
};

/** Which tab the list shows, by the statuses it is filtered for. */
const shownStatus = (searchParams: ListViewServerProps['searchParams']): string => {
  const given: unknown = searchParams?.['where[or][0][and][0][status][in]'];
  return typeof given === 'string' ? given : '';
};

const countOpen = async (payload: Payload, statuses: readonly DeliveryStatus[], viewer: Viewer): Promise<number> => {
  const where: Where[] = [{ status: { in: [...statuses] } }];
  if (!isAbove(viewer)) where.push({ carrier: { equals: viewer.organisation ?? '' } });
  return (await payload.count({ collection: 'deliveries', where: { and: where }, overrideAccess: true })).totalDocs;
};
