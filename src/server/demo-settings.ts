/** What `.env` says in vain to the demo: it has a folder, a database and accounts of its own, and nothing leaves. */
export const DEMO_SETTINGS = {
  DATA_DIR: '',
  DATABASE_URI: '',
  PAYLOAD_SECRET: '',
  SECRETS_KEY: '',
  ADMIN_EMAIL: '',
  ADMIN_PASSWORD: '',
  SMTP_URL: '',
  MAIL_FROM: 'Nordsüd <nordsued@example.org>',
  PREVIEW_BASE_URL: '',
  LINKEDIN_CLIENT_ID: '',
  LINKEDIN_CLIENT_SECRET: '',
  X_CLIENT_ID: '',
  X_CLIENT_SECRET: '',
  TICKS: 'on',
} as const;
