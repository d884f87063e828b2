import type { DefaultServerCellComponentProps } from 'payload';
import { DELIVERY_STATUSES } from '#domain/delivery';
import { BECAUSE_WORDS } from '#i18n/admin-ledger';
import { LEDGER_PAGE } from '#i18n/ledger-page';
import { STATUS_WORDS } from '#i18n/words';
import { languageOf } from './viewer';
import './ledger-list.css';

/** The status of a row in words, coloured by whether somebody has to act. */
export const StatusCell = ({ cellData, i18n }: DefaultServerCellComponentProps) => {
  const status = DELIVERY_STATUSES.find((one) => one === cellData);
  return status ? (
    <span className={`ledger-status ledger-status--${status}`}>{STATUS_WORDS[status][languageOf(i18n)]}</span>
  ) : null;
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
