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
import { EndingAccess, EndingInterface, RefusedChecks, StoppedByItself } from './today-channels';
import { NextEditions, WaitingEditions } from './today-editions';
import { isFine } from './today-fine';
import { Blocks, Drafts, Rows, TodayCard } from './today-lists';
import { decidesRows, loadTodayLists } from './today-load';
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
  const above = isAbove(viewer);
  const [lists, regions, stopped] = await Promise.all([
    loadTodayLists(payload, user ?? null, viewer, at),
    loadBalance(payload, halfYearOf(at)),
    loadStopped(payload),
  ]);
  const decides = decidesRows(viewer);
  const rows = {
    ...{ at, stopped, viewer, language, admin },
    ...{ unasked: new Set(lists.unasked), toSeeTo: new Set(lists.toSeeTo), lostTexts: new Set(lists.lostTexts) },
  };
  return (
    <div className="today gutter--left gutter--right">
      <Head admin={admin} language={language} />
      <StoppedNow stopped={stopped} viewer={viewer} language={language} />
      <div className="today-columns">
        {decides && (
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
        {decides && (
          <TodayCard id="troubles" title={TODAY.troubles[language]}>
            <StoppedByItself stuck={lists.stuck} admin={admin} language={language} />
            <EndingAccess ending={lists.ending} admin={admin} language={language} />
            <EndingInterface version={lists.version} language={language} />
            <RefusedChecks refused={lists.refused} admin={admin} language={language} />
            <WaitingEditions editions={lists.editions} admin={admin} language={language} />
            {(lists.troubles.total > 0 || isFine(lists)) && (
              <Rows {...rows} excerpt={lists.troubles} empty={TODAY.troublesNone[language]} sort="-dueAt" withDecisions />
            )}
          </TodayCard>
        )}
        <RightsRequests requests={lists.rights} at={at} admin={admin} language={language} />
        <TodayCard
          id="upcoming"
          title={TODAY.upcoming[language]}
          hint={lists.upcoming.total > 0 ? TODAY.upcomingHint[language] : undefined}
        >
          <Rows {...rows} excerpt={lists.upcoming} empty={TODAY.upcomingNone[language]} sort="dueAt" />
        </TodayCard>
        <TodayCard id="drafts" title={(above ? TODAY.draftsAll : TODAY.drafts)[language]}>
          <Drafts drafts={lists.drafts} admin={admin} language={language} />
        </TodayCard>
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
  );
};

/** What people come to do. */
const Head = ({ admin, language }: { readonly admin: string; readonly language: Language }) => (
  <header className="today-head">
    <h1>{TODAY.title[language]}</h1>
    <Link className="today-new" href={`${admin}/collections/events/create`} prefetch={false}>
      {TODAY.newEvent[language]}
    </Link>
    <Link className="today-new" href={`${admin}/collections/news-items/create`} prefetch={false}>
      {TODAY.newNews[language]}
    </Link>
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
