import type { AdminViewServerProps } from 'payload';
import { canImportTo } from '#domain/subscriber-import';
import { COLLECTIONS } from '#i18n/admin';
import { IMPORT } from '#i18n/subscriber-import';
import { now } from '#runtime/clock';
import { loadSettings } from '#store/settings';
import { ImportForm } from './import-form.client';
import { PageFrame, pageRequest } from './page-frame';
import './import.css';

/** `/admin/abonnements-uebernehmen`: subscribers from elsewhere, with the proof of their consent. */
export const ImportView = async (view: AdminViewServerProps) => {
  const { payload, viewer, language, admin } = pageRequest(view, '/abonnements-uebernehmen');
  const { channels } = await loadSettings(payload, now());
  const newsletters = channels.filter((channel) => canImportTo(channel, viewer)).map(({ id, name }) => ({ id, name }));
  const steps = [{ label: COLLECTIONS.subscribers.plural, url: `${admin}/collections/subscribers` }, { label: IMPORT.title }];
  return (
    <PageFrame view={view} steps={steps} className="import-page">
      <h1>{IMPORT.title[language]}</h1>
      <p className="import-lead">{IMPORT.lead[language]}</p>
      {newsletters.length === 0 ? (
        <p>{IMPORT.none[language]}</p>
      ) : (
        <ImportForm newsletters={newsletters} language={language} url={`${payload.config.routes.api}/subscribers`} />
      )}
    </PageFrame>
  );
};
