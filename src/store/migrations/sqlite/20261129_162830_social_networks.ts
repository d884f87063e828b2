import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`connections\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`channel\` text NOT NULL,
  	\`user\` text NOT NULL,
  	\`session\` text NOT NULL,
  	\`stage\` text NOT NULL,
  	\`sealed\` text,
  	\`expires_at\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`connections_key_idx\` ON \`connections\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`connections_expires_at_idx\` ON \`connections\` (\`expires_at\`);`)
  await db.run(sql`CREATE INDEX \`connections_updated_at_idx\` ON \`connections\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`connections_created_at_idx\` ON \`connections\` (\`created_at\`);`)
  await db.run(sql`ALTER TABLE \`attempts\` ADD \`channel\` text;`)
  await db.run(sql`ALTER TABLE \`attempts\` ADD \`cents\` numeric;`)
  await db.run(sql`CREATE INDEX \`channel_startedAt_idx\` ON \`attempts\` (\`channel\`,\`started_at\`);`)
  await db.run(sql`ALTER TABLE \`channels\` ADD \`rest_until\` text;`)
  await db.run(sql`ALTER TABLE \`channels\` ADD \`per_day\` numeric;`)
  await db.run(sql`ALTER TABLE \`channels\` ADD \`gap_minutes\` numeric;`)
  await db.run(sql`ALTER TABLE \`channels\` ADD \`monthly_cents\` numeric;`)
  await db.run(sql`ALTER TABLE \`channels\` ADD \`post_cents\` numeric;`)
  await db.run(sql`ALTER TABLE \`channels\` ADD \`link_post_cents\` numeric;`)
  await db.run(sql`ALTER TABLE \`channels\` ADD \`handle\` text;`)
  await db.run(sql`ALTER TABLE \`channels\` ADD \`server\` text;`)
  await db.run(sql`ALTER TABLE \`channels\` ADD \`account_name\` text;`)
  await db.run(sql`ALTER TABLE \`channels\` ADD \`connected_at\` text;`)
  await db.run(sql`ALTER TABLE \`channels\` ADD \`sealed_refresh\` text;`)
  await db.run(sql`ALTER TABLE \`channels\` ADD \`refresh_since\` text;`)
  await db.run(sql`ALTER TABLE \`channels\` ADD \`refresh_until\` text;`)
  await db.run(sql`ALTER TABLE \`channels\` ADD \`renew_not_before\` text;`)
  await db.run(sql`ALTER TABLE \`channels\` ADD \`checked_at\` text;`)
  await db.run(sql`ALTER TABLE \`channels\` ADD \`checked_as\` text;`)
  await db.run(sql`ALTER TABLE \`channels\` ADD \`check_not_before\` text;`)
  await db.run(sql`ALTER TABLE \`organisations\` ADD \`handles_linkedin\` text;`)
  await db.run(sql`ALTER TABLE \`organisations\` ADD \`handles_mastodon\` text;`)
  await db.run(sql`ALTER TABLE \`organisations\` ADD \`handles_bluesky\` text;`)
  await db.run(sql`ALTER TABLE \`organisations\` ADD \`handles_x\` text;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`connections\`;`)
  await db.run(sql`DROP INDEX \`channel_startedAt_idx\`;`)
  await db.run(sql`ALTER TABLE \`attempts\` DROP COLUMN \`channel\`;`)
  await db.run(sql`ALTER TABLE \`attempts\` DROP COLUMN \`cents\`;`)
  await db.run(sql`ALTER TABLE \`channels\` DROP COLUMN \`rest_until\`;`)
  await db.run(sql`ALTER TABLE \`channels\` DROP COLUMN \`per_day\`;`)
  await db.run(sql`ALTER TABLE \`channels\` DROP COLUMN \`gap_minutes\`;`)
  await db.run(sql`ALTER TABLE \`channels\` DROP COLUMN \`monthly_cents\`;`)
  await db.run(sql`ALTER TABLE \`channels\` DROP COLUMN \`post_cents\`;`)
  await db.run(sql`ALTER TABLE \`channels\` DROP COLUMN \`link_post_cents\`;`)
  await db.run(sql`ALTER TABLE \`channels\` DROP COLUMN \`handle\`;`)
  await db.run(sql`ALTER TABLE \`channels\` DROP COLUMN \`server\`;`)
  await db.run(sql`ALTER TABLE \`channels\` DROP COLUMN \`account_name\`;`)
  await db.run(sql`ALTER TABLE \`channels\` DROP COLUMN \`connected_at\`;`)
  await db.run(sql`ALTER TABLE \`channels\` DROP COLUMN \`sealed_refresh\`;`)
  await db.run(sql`ALTER TABLE \`channels\` DROP COLUMN \`refresh_since\`;`)
  await db.run(sql`ALTER TABLE \`channels\` DROP COLUMN \`refresh_until\`;`)
  await db.run(sql`ALTER TABLE \`channels\` DROP COLUMN \`renew_not_before\`;`)
  await db.run(sql`ALTER TABLE \`channels\` DROP COLUMN \`checked_at\`;`)
  await db.run(sql`ALTER TABLE \`channels\` DROP COLUMN \`checked_as\`;`)
  await db.run(sql`ALTER TABLE \`channels\` DROP COLUMN \`check_not_before\`;`)
  await db.run(sql`ALTER TABLE \`organisations\` DROP COLUMN \`handles_linkedin\`;`)
  await db.run(sql`ALTER TABLE \`organisations\` DROP COLUMN \`handles_mastodon\`;`)
  await db.run(sql`ALTER TABLE \`organisations\` DROP COLUMN \`handles_bluesky\`;`)
  await db.run(sql`ALTER TABLE \`organisations\` DROP COLUMN \`handles_x\`;`)
}
