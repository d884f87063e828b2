'use client';

import { Button, toast, useConfig, useDocumentInfo, useFormFields, useTranslation } from '@payloadcms/ui';
import { useState } from 'react';
import { instant } from '#domain/time';
import { INVITATION } from '#i18n/admin-organisations';
import { momentInWords } from '#i18n/dates';

/** Beside the account of somebody who was invited and never logged in: since when, and the button that invites once more. */
export const OpenInvitation = () => {
  const { id } = useDocumentInfo();
  const { config } = useConfig();
  const { i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'de';
  const invitedAt: unknown = useFormFields(([fields]) => fields.invitedAt?.value);
  const [isBusy, setBusy] = useState(false);
  if (id === undefined || typeof invitedAt !== 'string') return null;
  const inviteAgain = async (): Promise<void> => {
    setBusy(true);
    const { isDone, message } = await post(`${config.routes.api}/users/${id}/invite`, i18n.language);
    setBusy(false);
    (isDone ? toast.success : toast.error)(message ?? INVITATION.failed[language]);
  };
  return (
    <div className="field-type open-invitation">
      <p>
        {INVITATION.open[language]} <strong>{momentInWords(instant(invitedAt), language)}</strong>
      </p>
      <Button buttonStyle="secondary" size="small" disabled={isBusy} onClick={() => void inviteAgain()}>
        {INVITATION.again[language]}
      </Button>
      <p className="field-description">{INVITATION.againHint[language]}</p>
    </div>
  );
};

type Answer = { readonly isDone: boolean; readonly message?: string | undefined };

const post = async (url: string, language: string): Promise<Answer> => {
  try {
    const response = await fetch(url, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'Accept-Language': language },
    });
    const answer: { message?: string; errors?: { message?: string }[] } = await response.json();
    return { isDone: response.ok, message: response.ok ? answer.message : answer.errors?.[0]?.message };
  } catch {
    return { isDone: false };
  }
};
