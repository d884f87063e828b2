import { DefaultTemplate } from '@payloadcms/next/templates';
import { Gutter, SetStepNav } from '@payloadcms/ui';
import { redirect } from 'next/navigation';
import type { AdminViewServerProps, Payload, PayloadRequest } from 'payload';
import type { ReactNode } from 'react';
import type { Language } from '#domain/content';
import type { Words } from '#i18n/words';
import { languageOf, type Viewer, viewerOf } from './viewer';

/** Who looks at a page of ours, in which language, and how it was asked for. */
export type PageRequest = {
  readonly payload: Payload;
  readonly req: PayloadRequest;
  readonly viewer: Viewer;
  readonly language: Language;
  /** Root of the admin, such as `/admin`. */
  readonly admin: string;
  readonly searchParams: Readonly<Record<string, string | string[] | undefined>>;
};

/** The request behind a custom view. Payload shows custom views to everybody, so whoever is not logged in is sent to the login. */
export const pageRequest = ({ initPageResult, payload, searchParams }: AdminViewServerProps, path: string): PageRequest => {
  const { req } = initPageResult;
  const { admin } = payload.config.routes;
  const viewer = viewerOf(req.user);
  if (!viewer) redirect(`${admin}/login?redirect=${encodeURIComponent(`${admin}${path}`)}`);
  return { payload, req, viewer, language: languageOf(req.i18n), admin, searchParams: searchParams ?? {} };
};

type FrameProps = {
  readonly view: AdminViewServerProps;
  /** The way to this page in the head, the page itself last. */
  readonly steps: readonly { readonly label: Words; readonly url?: string }[];
  readonly className: string;
  readonly children: ReactNode;
};

/** A page of ours within the admin's frame: side bar, head, and the way to it. */
export const PageFrame = ({ view, steps, className, children }: FrameProps) => {
  const { initPageResult, params, payload, searchParams } = view;
  const { req, locale, permissions, visibleEntities } = initPageResult;
  const language = languageOf(req.i18n);
  return (
    <DefaultTemplate
      i18n={req.i18n}
      {...(locale ? { locale } : {})}
      params={params ?? {}}
      payload={payload}
      permissions={permissions}
      searchParams={searchParams ?? {}}
      {...(req.user ? { user: req.user } : {})}
      req={req}
      visibleEntities={visibleEntities}
    >
      <SetStepNav nav={steps.map(({ label, url }) => ({ label: label[language], ...(url ? { url } : {}) }))} />
      <Gutter className={className}>{children}</Gutter>
    </DefaultTemplate>
  );
};
