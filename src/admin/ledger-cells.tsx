import type { DefaultServerCellComponentProps } from 'payload';
import { DELIVERY_STATUSES } from '#domain/delivery';
import { BECAUSE_WORDS } from '#i18n/admin-ledger';
import { LEDGER_PAGE } from '#i18n/ledger-page';
import { STATUS_WORDS } from '#i18n/words';
import { dispatchesOf } from '#store/dispatches';
import { languageOf } from './viewer';
import './ledger-list.css';

/** The status of a row in words, coloured by whether somebody has to act; of what was transmitted also that it is deleted since. */
export const StatusCell = async ({ cellData, rowData, payload, i18n }: DefaultServerCellComponentProps) => {
  const status = DELIVERY_STATUSES.find((one) => one === cellData);
  if (!status) return null;
  const language = languageOf(i18n);
  const removals = status === 'sent' ? await dispatchesOf(payload, 'removal', [String(rowData.id)]) : [];
  return (
    <>
      <span className={`ledger-status ledger-status--${status}`}>{STATUS_WORDS[status][language]}</span>
      {removals[0]?.status === 'accepted' && <span className="ledger-note">{LEDGER_PAGE.deleted[language]}</span>}
    </>
  );
};

/** The clause that asks for a row, and whether it was agreed; or that none is needed. */
export const BecauseCell = ({ cellData, rowData, i18n }: DefaultServerCellComponentProps) => {
  const language = languageOf(i18n);
  if (rowData.becauseKind === 'own-channel') return <span>{BECAUSE_WORDS['own-channel'][language]}</span>;
  return (
    <span>
      {LEDGER_PAGE.clause[language]} {String(cellData ?? '')}
      {rowData.clauseAgreed !== true && <span className="ledger-note">{LEDGER_PAGE.proposal[language]}</span>}
    </span>
  );
};
