import type { DeliveryStatus } from '#domain/delivery';
import { isOut } from '#domain/delivery';
import type { NoLongerTrue } from '#domain/handover';
import { LEDGER_PAGE } from '#i18n/ledger-page';
import type { Words } from '#i18n/words';
import { CopyText } from './copy-text.client';
import type { DeliveryPage } from './delivery-load';
import type { DeliveryText } from './delivery-text';
import { PostCard } from './post-card.client';
import './post-card.css';

/** The words readers see, and the picture that goes with them. */
export const DeliveryPreview = ({
  page: { delivery, noLongerTrue, text, removal, language },
}: {
  readonly page: DeliveryPage;
}) => (
  <section className="ledger-card ledger-preview" aria-labelledby="ledger-text">
    <h2 id="ledger-text">{headingOf(delivery.status, text, noLongerTrue, removal === 'accepted')[language]}</h2>
    {text ? (
      <>
        {text.isOwnText && !text.wasSent && <p className="ledger-small">{LEDGER_PAGE.ownTextUsed[language]}</p>}
        {text.kind !== 'post' && (
          <p className="ledger-small">{(text.kind === 'feed' ? LEDGER_PAGE.feedHint : LEDGER_PAGE.newsletterHint)[language]}</p>
        )}
        {text.shown ? (
          <PostCard shown={text.shown} language={language} />
        ) : (
          <pre className="ledger-text" lang={text.language}>
            {text.text}
          </pre>
        )}
        {delivery.status === 'handed-over' && !noLongerTrue && <CopyText text={text.text} language={language} />}
      </>
    ) : (
      <p>{LEDGER_PAGE.noContent[language]}</p>
    )}
  </section>
);

const headingOf = (
  status: DeliveryStatus,
  text: DeliveryText | undefined,
  overtaken: NoLongerTrue | undefined,
  isGone: boolean,
): Words => {
  if (status === 'handed-over' && !overtaken) return LEDGER_PAGE.textHandedOver;
  if (text?.isAmended) return isGone ? LEDGER_PAGE.textLast : LEDGER_PAGE.textAmended;
  if (text?.wasSent) return status === 'sent' ? LEDGER_PAGE.textSent : LEDGER_PAGE.textHanded;
  if (status === 'declined' || status === 'missed' || status === 'withdrawn') return LEDGER_PAGE.textNever;
  if (status === 'failed') return LEDGER_PAGE.textAgain;
  return isOut(status) ? LEDGER_PAGE.textNow : LEDGER_PAGE.textPlanned;
};
