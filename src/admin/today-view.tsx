import Link from 'next/link';
import type { Payload, PayloadRequest, ServerProps } from 'payload';
import { type HalfYear, halfYearOf } from '#domain/calendar';
import type { Language } from '#domain/content';
import { type Report, regionsOf } from '#domain/report';
import { isAbove } from '#domain/role';
import { type Stopped, stoppedFor } from '#domain/stop';
import { stoppedInWords, TODAY } from '#i18n/today';
import { now } from '#runtime/clock';
import { loadDoneRows } from '#store/report';
import { loadOrganisations, loadStopped } from '#store/settings';
import { RegionBars } from './report-pairs';
import { EndingAccess, EndingInterface, RefusedChecks, StoppedByItself, UnconnectedChannels } from './today-channels';
import { NextEditions, WaitingEditions } from './today-editions';
import { isFine } from './today-fine';
import { Blocks, Drafts, Rows, type RowsProps, TodayCard } from './today-lists';
import { decidesRows, loadTodayLists, type TodayLists } from './today-load';
import { RightsRequests } from './today-rights';
import { languageOf, type Viewer, viewerOf } from './viewer';
import './ledger-forms.css';
import './ledger-list.css';
import './report.css';
import './today.css';

type Props = ServerProps & { readonly user?: PayloadRequest['user'] };

/** The start page: what waits for this person, what leaves next, what went wrong, what was begun, and how North and South stand. */
export const TodayView = async ({ i18n, payload, user }: Props) => {
  const viewer = viewerOf(user);
  if (!viewer) return null;
  const language = languageOf(i18n);
  const { admin } = payload.config.routes;
  const at = now();
  const [lists, regions, stopped] = await Promise.all([
    loadTodayLists(payload, user ?? null, viewer, at),
    loadBalance(payload, halfYearOf(at)),
    loadStopped(payload),
  ]);
  const rows = {
    ...{ at, stopped, viewer, language, admin },
    ...{ unasked: new Set(lists.unasked), toSeeTo: new Set(lists.toSeeTo), lostTexts: new Set(lists.lostTexts) },
  };
  const parts = { lists, rows };
  return (
    <div className="today gutter--left gutter--right">
      <Head admin={admin} language={language} />
      <StoppedNow stopped={stopped} viewer={viewer} language={language} />
      <div className="today-columns">
        <div>
          {lists.isFresh && isAbove(viewer) && <FirstSteps admin={admin} language={language} />}
          <Waiting {...parts} />
        </div>
        {decidesRows(viewer) ? (
          <div>
            <Troubles {...parts} />
          </div>
        ) : null}
        <div>
          <Ahead {...parts} />
          <TodayCard id="balance" title={TODAY.balance[language]}>
            <RegionBars regions={regions} language={language} />
            <p>
              <Link href={`${admin}/bericht`} prefetch={false}>
                {TODAY.report[language]}
              </Link>
            </p>
          </TodayCard>
        </div>
      </div>
    </div>
  );
};

type Parts = { readonly lists: TodayLists; readonly rows: Omit<RowsProps, 'excerpt' | 'empty' | 'sort' | 'withDecisions'> };

/** What waits for this person. */
const Waiting = ({ lists, rows }: Parts) => {
  const { viewer, language, admin } = rows;
  const above = isAbove(viewer);
  return (
    <>
      {decidesRows(viewer) && (
        <TodayCard id="awaiting" title={(above ? TODAY.awaitingAll : TODAY.awaiting)[language]}>
          <Rows
            {...rows}
            excerpt={lists.awaiting}
            empty={(above ? TODAY.awaitingNoneAll : TODAY.awaitingNone)[language]}
            sort="dueAt"
            withDecisions
          />
        </TodayCard>
      )}
      <Blocks blocks={lists.blocks} admin={admin} language={language} />
      <NextEditions editions={lists.editions} admin={admin} language={language} />
    </>
  );
};

/** What went wrong, or soon will. */
const Troubles = ({ lists, rows }: Parts) => {
  const { at, language, admin } = rows;
  return (
    <>
      <TodayCard id="troubles" title={TODAY.troubles[language]}>
        <StoppedByItself stuck={lists.stuck} admin={admin} language={language} />
        <UnconnectedChannels unconnected={lists.unconnected} admin={admin} language={language} />
        <EndingAccess ending={lists.ending} admin={admin} language={language} />
        <EndingInterface version={lists.version} language={language} />
        <RefusedChecks refused={lists.refused} admin={admin} language={language} />
        <WaitingEditions editions={lists.editions} admin={admin} language={language} />
        {(lists.troubles.total > 0 || isFine(lists)) && (
          <Rows {...rows} excerpt={lists.troubles} empty={TODAY.troublesNone[language]} sort="-dueAt" withDecisions />
        )}
      </TodayCard>
      <RightsRequests requests={lists.rights} at={at} admin={admin} language={language} />
    </>
  );
};

/** What leaves next, and what was begun. */
const Ahead = ({ lists, rows }: Parts) => {
  const { viewer, language, admin } = rows;
  const hint = lists.upcoming.total > 0 ? TODAY.upcomingHint[language] : undefined;
  return (
    <>
      <TodayCard id="upcoming" title={TODAY.upcoming[language]} hint={hint}>
        <Rows {...rows} excerpt={lists.upcoming} empty={TODAY.upcomingNone[language]} sort="dueAt" />
      </TodayCard>
      <TodayCard id="drafts" title={(isAbove(viewer) ? TODAY.draftsAll : TODAY.drafts)[language]}>
        <Drafts drafts={lists.drafts} admin={admin} language={language} />
      </TodayCard>
    </>
  );
};

/** What whoever begins with an empty house does first. */
const FirstSteps = ({ admin, language }: { readonly admin: string; readonly language: Language }) => (
  <TodayCard id="first" title={TODAY.firstSteps[language]} hint={TODAY.firstStepsHint[language]}>
    <ul className="today-list">
      {[['users', TODAY.invite] as const, ['channels', TODAY.createChannel] as const].map(([collection, words]) => (
        <li key={collection} className="today-title">
          <Link href={`${admin}/collections/${collection}/create`} prefetch={false}>
            {words[language]}
          </Link>
        </li>
      ))}
    </ul>
  </TodayCard>
);

/** What people come to do. */
const Head = ({ admin, language }: { readonly admin: string; readonly language: Language }) => (
  <header className="today-head">
    <h1>{TODAY.title[language]}</h1>
    <p className="today-new">
      <Link href={`${admin}/collections/events/create`} prefetch={false}>
        {TODAY.newEvent[language]}
      </Link>
      <Link href={`${admin}/collections/news-items/create`} prefetch={false}>
        {TODAY.newNews[language]}
      </Link>
    </p>
  </header>
);

type StoppedProps = { readonly stopped: Stopped; readonly viewer: Viewer; readonly language: Language };

/** What is stopped; editors read of the channels of their own organisation, those above of all. */
const StoppedNow = ({ stopped, viewer, language }: StoppedProps) => {
  const told = stoppedFor(stopped, isAbove(viewer) ? undefined : (viewer.organisation ?? 'none'));
  return told.length === 0 ? null : (
    <p className="today-stopped" role="status">
      {stoppedInWords(told)[language]}
    </p>
  );
};

const loadBalance = async (payload: Payload, halfYear: HalfYear): Promise<Report['regions']> => {
  const [done, organisations] = await Promise.all([loadDoneRows(payload, halfYear), loadOrganisations(payload)]);
  return regionsOf(done, organisations);
};
