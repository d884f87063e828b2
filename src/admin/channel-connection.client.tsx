'use client';

import { Button, useAllFormFields, useDocumentInfo, useFormModified, useTranslation } from '@payloadcms/ui';
import type { Language } from '#domain/content';
import { instant } from '#domain/time';
import { CONNECTING, checkedInWords, connectedInWords, connectWith, pastedInWords, stuckInWords } from '#i18n/connection';
import { shortMoment } from '#i18n/dates';
import { CHANNEL_WORDS } from '#i18n/words';
import { type AccountHealth, type Checked, healthIn } from './account-health.client';
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
    <section className="connection" aria-labelledby="connection-title">
      <h2 id="connection-title">{CONNECTING.title[language]}</h2>
      <Standing account={account} checked={said.checked ?? account.checked} language={language} />
      <div className="connection-buttons">
        {canConnect && account.kind && (
          <ActButton isMain={!account.tokenSince} isOff={isOff} act={() => ask('connect')}>
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

type StandingProps = { readonly account: AccountHealth; readonly checked: Checked | undefined; readonly language: Language };

const Standing = ({ account, checked, language }: StandingProps) => (
  <p>
    {standingOf(account, language)}
    {checked && (
      <>
        <br />
        {checkedInWords(shortMoment(checked.at, language), checked.kind)[language]}
      </>
    )}
  </p>
);

const standingOf = ({ tokenSince, trouble, via, health }: AccountHealth, language: Language): string => {
  if (trouble) return stuckInWords(trouble, via)[language];
  if (!tokenSince) return CONNECTING.none[language];
  const words = health.name ? connectedInWords(health) : pastedInWords(shortMoment(tokenSince, language), health);
  return words[language];
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
