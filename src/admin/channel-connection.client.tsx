'use client';

import { Button, useAllFormFields, useDocumentInfo, useFormModified, useTranslation } from '@payloadcms/ui';
import { instant } from '#domain/time';
import { CONNECTING, connectWith } from '#i18n/connection';
import { CHANNEL_WORDS } from '#i18n/words';
import { healthIn, needsConnecting, standingSentences } from './account-health.client';
import { useConnection } from './use-connection.client';

/** In the form of a channel on a network: how its account stands, and the buttons that connect, check and let it go on. */
export const ChannelConnection = ({ connectable }: { readonly connectable: readonly string[] }) => {
  const { id } = useDocumentInfo();
  const { i18n } = useTranslation();
  const [fields] = useAllFormFields();
  const language = i18n.language === 'en' ? 'en' : 'de';
  const account = healthIn(fields, instant(new Date(performance.timeOrigin + performance.now()).toISOString()));
  const { said, isBusy, ask } = useConnection(String(id), language);
  // What is asked is about the account as it is saved, and signing in leads away from the form.
  const isModified = useFormModified();
  const isOff = isBusy || isModified;
  const canConnect = account.via !== undefined && connectable.includes(account.via);
  if (id === undefined) return canConnect ? <p className="connection">{CONNECTING.saveFirst[language]}</p> : null;
  return (
    <section className={account.trouble ? 'connection connection--stopped' : 'connection'} aria-labelledby="connection-title">
      <h2 id="connection-title">{CONNECTING.title[language]}</h2>
      {standingSentences(account, said).map((sentence) => (
        <p key={sentence.de}>{sentence[language]}</p>
      ))}
      <div className="connection-buttons">
        {canConnect && account.kind && (
          <ActButton isMain={needsConnecting(account, said)} isOff={isOff} act={() => ask('connect')}>
            {connectWith(CHANNEL_WORDS[account.kind][language], account.tokenSince !== undefined)[language]}
          </ActButton>
        )}
        <ActButton isOff={isOff} act={() => ask('check')}>
          {CONNECTING.check[language]}
        </ActButton>
        {said.mayGoOn && (
          <ActButton isMain isOff={isOff} act={() => ask('go-on')}>
            {CONNECTING.goOn[language]}
          </ActButton>
        )}
      </div>
      <p className={`connection-answer connection-${said.checked?.kind ?? 'none'}`} role="status">
        {isBusy ? CONNECTING.checking[language] : said.message}
      </p>
      <p className="connection-hint">
        {isModified
          ? CONNECTING.saveChanges[language]
          : [CONNECTING.checkHint, ...(account.via === 'x' ? [CONNECTING.checkCosts] : [])].map((one) => one[language]).join(' ')}
      </p>
    </section>
  );
};

type ActProps = {
  readonly children: string;
  readonly isMain?: boolean;
  readonly isOff: boolean;
  readonly act: () => Promise<void>;
};

const ActButton = ({ children, isMain = false, isOff, act }: ActProps) => (
  <Button buttonStyle={isMain ? 'primary' : 'secondary'} size="medium" margin={false} disabled={isOff} onClick={() => void act()}>
    {children}
  </Button>
);
