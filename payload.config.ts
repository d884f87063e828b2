import path from 'node:path';
import { de } from '@payloadcms/translations/languages/de';
import { en } from '@payloadcms/translations/languages/en';
import { buildConfig } from 'payload';
import sharp from 'sharp';
import { answerInWords } from '#collections/answers';
import { BERLIN } from '#collections/fields';
import { allGlobals } from '#collections/globals';
import { allCollections } from '#collections/index';
import { guardLocks } from '#collections/locks';
import { richTextEditor } from '#collections/rich-text';
import { COMMON } from '#i18n/admin';
import { BRAND, TAB_ICON } from '#i18n/brand';
import { OUR_KEYS, PAYLOAD_ENGLISH, PAYLOAD_GERMAN } from '#i18n/payload-german';
import { accountMail } from '#runtime/account-mail';
import { checksum, hashAddress, readAddress } from '#runtime/address-hash';
import { answerDatabaseTrouble } from '#runtime/busy';
import { openDatabase } from '#runtime/database';
import { readEnv } from '#runtime/env';
import { asksFirstCode, isFirstCode } from '#runtime/first-code';
import { allowedOrigins, fixedServerUrl } from '#runtime/origins';
import { payloadLogger } from '#runtime/payload-log';
import { openNetworks } from '#runtime/sign-ins';
import { migrations as mongodb } from '#store/migrations/mongodb/index';
import { migrations as sqlite } from '#store/migrations/sqlite/index';
import { composeAccountMail } from '#templates/account-mail.tsx';

const env = readEnv();
// Every command runs from the project root; import.meta.url would be dist/ in the compiled server.
const root = process.cwd();
const origins = allowedOrigins(env.publicUrl);
const serverURL = fixedServerUrl(env.publicUrl);

const config = buildConfig({
  admin: {
    user: 'users',
    // The default would ask gravatar.com for a picture of everybody who logs in.
    avatar: 'default',
    dateFormat: 'dd.MM.yyyy HH:mm',
    timezones: { defaultTimezone: BERLIN.value, supportedTimezones: [BERLIN] },
    meta: { titleSuffix: ` · ${BRAND.name}`, icons: [{ rel: 'icon', type: 'image/svg+xml', url: TAB_ICON }] },
    components: {
      graphics: { Logo: '/src/admin/brand.tsx#Logo', Icon: '/src/admin/brand.tsx#Mark' },
      providers: ['/src/admin/spoken-names.client.tsx#SpokenNames'],
      beforeNavLinks: ['/src/admin/nav-links.tsx#NavLinks'],
      afterNavLinks: ['/src/admin/system-links.tsx#SystemLinks'],
      views: {
        dashboard: { Component: '/src/admin/today-view.tsx#TodayView' },
        mailbox: { path: '/postfach', exact: true, Component: '/src/admin/mailbox-view.tsx#MailboxView' },
        block: { path: '/baustein', exact: true, Component: '/src/admin/block-view.tsx#BlockView' },
        edition: { path: '/ausgabe', exact: true, Component: '/src/admin/edition-view.tsx#EditionView' },
        import: {
          path: '/abonnements-uebernehmen',
          exact: true,
          Component: '/src/admin/import-view.tsx#ImportView',
        },
        dataFlows: { path: '/datenfluesse', exact: true, Component: '/src/admin/data-flows-view.tsx#DataFlowsView' },
        report: { path: '/bericht', exact: true, Component: '/src/admin/report-view.tsx#ReportView' },
      },
    },
    importMap: { baseDir: root, importMapFile: path.resolve(root, 'src/app/(payload)/admin/importMap.js') },
  },
  i18n: {
    fallbackLanguage: 'de',
    supportedLanguages: { de, en },
    translations: { de: { ...PAYLOAD_GERMAN, ...OUR_KEYS.de }, en: { ...PAYLOAD_ENGLISH, ...OUR_KEYS.en } },
  },
  localization: {
    locales: [
      { code: 'de', label: { de: 'Deutsch', en: 'German' } },
      { code: 'en', label: { de: 'Englisch', en: 'English' } },
    ],
    defaultLocale: 'de',
    fallback: true,
  },
  collections: allCollections({
    mediaDir: path.join(env.dataDir, 'media'),
    addresses: { read: readAddress, hash: hashAddress, checksum },
    accounts: {
      mails: { publicUrl: env.publicUrl, compose: composeAccountMail, hasMailServer: env.smtpUrl !== undefined },
      firstCode: { isAsked: asksFirstCode(env), isRight: isFirstCode },
      secureCookies: env.publicUrl.startsWith('https:'),
    },
    networks: openNetworks(env),
  }),
  globals: allGlobals,
  email: accountMail(env),
  editor: richTextEditor,
  db: openDatabase(env, { sqlite, mongodb }),
  ...(serverURL ? { serverURL } : {}),
  csrf: origins,
  cors: origins,
  graphQL: { disable: true },
  defaultDepth: 1,
  maxDepth: 3,
  secret: env.payloadSecret ?? '',
  sharp,
  // Scheduled publishing is run by one claimed tick, never by a request.
  jobs: { access: { run: () => false, queue: () => false, cancel: () => false } },
  upload: {
    limits: { fileSize: 20_000_000 },
    abortOnLimit: true,
    responseOnLimit: COMMON.uploadTooLarge.de,
    safeFileNames: true,
    preserveExtension: 5,
  },
  hooks: { afterError: [answerInWords, answerDatabaseTrouble] },
  logger: payloadLogger(env.logLevel),
  telemetry: false,
  // Types are written by `npm run generate`, not by every start in development and every test.
  typescript: { outputFile: path.resolve(root, 'src/store/payload-types.ts'), autoGenerate: false },
});

export default config.then(guardLocks);
