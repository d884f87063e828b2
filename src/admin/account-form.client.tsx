'use client';

import {
  DefaultEditView,
  EmailField,
  Form,
  FormSubmit,
  Gutter,
  RenderFields,
  SetStepNav,
  toast,
  useConfig,
  useDocumentInfo,
  useTranslation,
} from '@payloadcms/ui';
import { useRouter } from 'next/navigation';
import type { DocumentViewClientProps } from 'payload';
import { email as isAddress } from 'payload/shared';
import { COLLECTIONS } from '#i18n/admin';
import { INVITATION, invitedSentence } from '#i18n/admin-organisations';

/** The page of an account: Payload's form; for a new one the invitation, because nobody chooses somebody else's password. */
export const AccountForm = ({ hasMailServer, ...props }: DocumentViewClientProps & MailServer) => {
  const { id } = useDocumentInfo();
  if (id !== undefined) return <DefaultEditView {...props} />;
  return <Invitation formState={props.formState} hasMailServer={hasMailServer} />;
};

const ASKED: readonly string[] = ['name', 'role', 'organisation', 'language'];

/** Whether mails leave at all. */
type MailServer = { readonly hasMailServer: boolean };

const Invitation = ({ formState, hasMailServer }: Pick<DocumentViewClientProps, 'formState'> & MailServer) => {
  const { config, getEntityConfig } = useConfig();
  const { i18n, t } = useTranslation();
  const { docPermissions } = useDocumentInfo();
  const router = useRouter();
  const language = i18n.language === 'en' ? 'en' : 'de';
  const accounts = `${config.routes.admin}/collections/users`;
  const fields = getEntityConfig({ collectionSlug: 'users' }).fields.filter(
    (field) => 'name' in field && ASKED.includes(field.name),
  );
  const finish = (answer: unknown): void => {
    const { id, email }: { readonly id?: string; readonly email?: string } = Object(Object(answer).doc);
    if (!id || !email) return;
    toast.success(invitedSentence(email, hasMailServer)[language]);
    router.push(`${accounts}/${id}`);
  };
  return (
    <Gutter className="invitation">
      <SetStepNav nav={[{ label: COLLECTIONS.users.plural[language], url: accounts }, { label: INVITATION.heading[language] }]} />
      <h1>{INVITATION.heading[language]}</h1>
      <p>{INVITATION.hint[language]}</p>
      <Form
        action={`${config.routes.api}/users?depth=0`}
        method="POST"
        initialState={formState}
        onSuccess={finish}
        disableSuccessStatus
        validationOperation="create"
      >
        <EmailField field={{ name: 'email', label: t('general:email'), required: true }} path="email" validate={isAddress} />
        <RenderFields
          fields={fields}
          forceRender
          parentIndexPath=""
          parentPath=""
          parentSchemaPath="users"
          permissions={docPermissions?.fields ?? true}
          readOnly={false}
        />
        <FormSubmit size="large">{INVITATION.send[language]}</FormSubmit>
      </Form>
    </Gutter>
  );
};
