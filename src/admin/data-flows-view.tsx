import type { AdminViewServerProps } from 'payload';
import { isNetwork } from '#domain/channel';
import { isAbove } from '#domain/role';
import { type DataFlow, dataFlows, type Surroundings } from '#i18n/data-flows';
import { DATA_FLOWS, FLOW_PARTS } from '#i18n/data-flows-page';
import { CHANNEL_WORDS } from '#i18n/words';
import { now } from '#runtime/clock';
import { isMongo, readEnv } from '#runtime/env';
import { loadSendgridNewsletters } from '#store/channel-accounts';
import { loadSettings } from '#store/settings';
import { PageFrame, type PageRequest, pageRequest } from './page-frame';
import './data-flows.css';

/** `/admin/datenfluesse`: what is done with personal data, as this installation is set up. */
export const DataFlowsView = async (view: AdminViewServerProps) => {
  const request = pageRequest(view, '/datenfluesse');
  const { language } = request;
  return (
    <PageFrame view={view} steps={[{ label: DATA_FLOWS.title }]} className="data-flows">
      <h1>{DATA_FLOWS.title[language]}</h1>
      {isAbove(request.viewer) ? (
        <>
          <p className="data-flows-lead">{DATA_FLOWS.lead[language]}</p>
          {dataFlows(await surroundings(request)).map((flow) => (
            <Flow key={flow.purpose.de} flow={flow} request={request} />
          ))}
        </>
      ) : (
        <p>{DATA_FLOWS.refused[language]}</p>
      )}
    </PageFrame>
  );
};

const Flow = ({ flow, request: { language } }: { readonly flow: DataFlow; readonly request: PageRequest }) => (
  <section>
    <h2>{flow.purpose[language]}</h2>
    <dl>
      {FLOW_PARTS.map(({ part, label }) => (
        <div key={part}>
          <dt>{label[language]}</dt>
          <dd>{flow[part][language]}</dd>
        </div>
      ))}
    </dl>
  </section>
);

const surroundings = async ({ payload }: PageRequest): Promise<Surroundings> => {
  const { databaseUri, smtpUrl } = readEnv();
  const { channels } = await loadSettings(payload, now());
  const posting = channels.filter(({ active, kind, via }) => active && isNetwork(kind) && via !== 'preview');
  return {
    database: isMongo(databaseUri) ? 'mongodb' : 'sqlite',
    mailServer: smtpUrl && new URL(smtpUrl).hostname,
    sendgrid: await loadSendgridNewsletters(payload),
    networks: [...new Set(posting.map(({ kind }) => CHANNEL_WORDS[kind].de))],
  };
};
