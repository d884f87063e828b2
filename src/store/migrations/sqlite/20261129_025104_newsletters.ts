import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`suppressions\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`reason\` text NOT NULL,
  	\`scope\` text NOT NULL,
  	\`suppressed_at\` text NOT NULL,
  	\`key\` text NOT NULL,
  	\`address_hash\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`suppressions_key_idx\` ON \`suppressions\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`suppressions_address_hash_idx\` ON \`suppressions\` (\`address_hash\`);`)
  await db.run(sql`CREATE INDEX \`suppressions_updated_at_idx\` ON \`suppressions\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`suppressions_created_at_idx\` ON \`suppressions\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`receipts\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`kind\` text NOT NULL,
  	\`list\` text,
  	\`at\` text NOT NULL,
  	\`applied_at\` text,
  	\`dispatch_key\` text NOT NULL,
  	\`attempt\` numeric NOT NULL,
  	\`subscriber\` text NOT NULL,
  	\`edition\` text,
  	\`channel\` text NOT NULL,
  	\`key\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`receipts_at_idx\` ON \`receipts\` (\`at\`);`)
  await db.run(sql`CREATE INDEX \`receipts_applied_at_idx\` ON \`receipts\` (\`applied_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`receipts_key_idx\` ON \`receipts\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`receipts_updated_at_idx\` ON \`receipts\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`receipts_created_at_idx\` ON \`receipts\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`edition_kind_idx\` ON \`receipts\` (\`edition\`,\`kind\`);`)
  await db.run(sql`CREATE INDEX \`dispatchKey_attempt_idx\` ON \`receipts\` (\`dispatch_key\`,\`attempt\`);`)
  await db.run(sql`ALTER TABLE \`editions\` ADD \`delivered\` numeric;`)
  await db.run(sql`ALTER TABLE \`editions\` ADD \`bounced\` numeric;`)
  await db.run(sql`ALTER TABLE \`editions\` ADD \`complained\` numeric;`)
  await db.run(sql`ALTER TABLE \`editions\` ADD \`left\` numeric;`)
  await db.run(sql`ALTER TABLE \`editions\` ADD \`waits_for\` text;`)
  await db.run(sql`ALTER TABLE \`editions\` ADD \`version\` numeric;`)
  await db.run(sql`ALTER TABLE \`editions\` ADD \`edits\` text;`)
  await db.run(sql`ALTER TABLE \`editions\` ADD \`approval\` text;`)
  await db.run(sql`ALTER TABLE \`subscribers\` ADD \`region\` text;`)
  await db.run(sql`ALTER TABLE \`subscribers\` ADD \`topics\` text;`)
  await db.run(sql`ALTER TABLE \`consents\` ADD \`origin\` text;`)
  await db.run(sql`ALTER TABLE \`consents\` ADD \`source\` text;`)
  await db.run(sql`ALTER TABLE \`consents\` ADD \`imported_at\` text;`)
  await db.run(sql`ALTER TABLE \`consents\` ADD \`imported_by\` text;`)
  await db.run(sql`ALTER TABLE \`signups\` ADD \`kind\` text;`)
  await db.run(sql`ALTER TABLE \`dispatches\` ADD \`segment\` text;`)
  await db.run(sql`ALTER TABLE \`dispatches\` ADD \`rows\` text;`)
  await db.run(sql`ALTER TABLE \`attempts\` ADD \`words_of\` text;`)
  await db.run(sql`ALTER TABLE \`attempts\` ADD \`people\` text;`)
  await db.run(sql`ALTER TABLE \`attempts\` ADD \`forgotten_at\` text;`)
  await db.run(sql`CREATE INDEX \`forgottenAt_endedAt_idx\` ON \`attempts\` (\`forgotten_at\`,\`ended_at\`);`)
  await db.run(sql`ALTER TABLE \`channels\` ADD \`trouble\` text;`)
  await db.run(sql`ALTER TABLE \`channels\` ADD \`both_languages\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`channels\` ADD \`region\` text DEFAULT 'eu';`)
  await db.run(sql`ALTER TABLE \`channels\` ADD \`api_key_since\` text;`)
  await db.run(sql`ALTER TABLE \`channels\` ADD \`sealed_key\` text;`)
  await db.run(sql`ALTER TABLE \`channels\` ADD \`event_key\` text;`)
  await db.run(sql`ALTER TABLE \`channels\` ADD \`dkim_selector\` text;`)
  await db.run(sql`ALTER TABLE \`channels\` ADD \`dkim_since\` text;`)
  await db.run(sql`ALTER TABLE \`channels\` ADD \`sealed_dkim\` text;`)
  await db.run(sql`ALTER TABLE \`channels\` ADD \`reply_to\` text;`)
  await db.run(sql`ALTER TABLE \`channels\` ADD \`minimum_items\` numeric DEFAULT 1;`)
  await db.run(sql`ALTER TABLE \`channels\` ADD \`others_share\` numeric DEFAULT 0;`)
  await db.run(sql`ALTER TABLE \`channels\` ADD \`release\` text DEFAULT 'automatic';`)
  await db.run(sql`ALTER TABLE \`channels\` ADD \`lead_hours\` numeric DEFAULT 0;`)
  await db.run(sql`ALTER TABLE \`channels\` ADD \`colour\` text;`)
  await db.run(sql`ALTER TABLE \`channels\` ADD \`logo_id\` text(36) REFERENCES media(id);`)
  await db.run(sql`ALTER TABLE \`channels\` ADD \`archive_hidden\` integer DEFAULT false;`)
  await db.run(sql`CREATE INDEX \`channels_logo_idx\` ON \`channels\` (\`logo_id\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`suppressions\`;`)
  await db.run(sql`DROP TABLE \`receipts\`;`)
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_channels\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`slug\` text NOT NULL,
  	\`kind\` text NOT NULL,
  	\`via\` text NOT NULL,
  	\`organisation_id\` text(36) NOT NULL,
  	\`active\` integer DEFAULT true,
  	\`paused\` integer DEFAULT false,
  	\`paused_at\` text,
  	\`own_content\` integer DEFAULT true,
  	\`wants_approval\` integer DEFAULT false,
  	\`language\` text DEFAULT 'de' NOT NULL,
  	\`quiet_from\` text DEFAULT '20:00' NOT NULL,
  	\`quiet_to\` text DEFAULT '07:00' NOT NULL,
  	\`quiet_sundays\` integer DEFAULT false,
  	\`slot_rhythm\` text,
  	\`slot_weekday\` text,
  	\`slot_time\` text,
  	\`sender\` text,
  	\`owner_email\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`organisation_id\`) REFERENCES \`organisations\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new_channels\`("id", "name", "slug", "kind", "via", "organisation_id", "active", "paused", "paused_at", "own_content", "wants_approval", "language", "quiet_from", "quiet_to", "quiet_sundays", "slot_rhythm", "slot_weekday", "slot_time", "sender", "owner_email", "updated_at", "created_at") SELECT "id", "name", "slug", "kind", "via", "organisation_id", "active", "paused", "paused_at", "own_content", "wants_approval", "language", "quiet_from", "quiet_to", "quiet_sundays", "slot_rhythm", "slot_weekday", "slot_time", "sender", "owner_email", "updated_at", "created_at" FROM \`channels\`;`)
  await db.run(sql`DROP TABLE \`channels\`;`)
  await db.run(sql`ALTER TABLE \`__new_channels\` RENAME TO \`channels\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE UNIQUE INDEX \`channels_slug_idx\` ON \`channels\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`channels_organisation_idx\` ON \`channels\` (\`organisation_id\`);`)
  await db.run(sql`CREATE INDEX \`channels_updated_at_idx\` ON \`channels\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`channels_created_at_idx\` ON \`channels\` (\`created_at\`);`)
  await db.run(sql`DROP INDEX \`forgottenAt_endedAt_idx\`;`)
  await db.run(sql`ALTER TABLE \`attempts\` DROP COLUMN \`words_of\`;`)
  await db.run(sql`ALTER TABLE \`attempts\` DROP COLUMN \`people\`;`)
  await db.run(sql`ALTER TABLE \`attempts\` DROP COLUMN \`forgotten_at\`;`)
  await db.run(sql`ALTER TABLE \`editions\` DROP COLUMN \`delivered\`;`)
  await db.run(sql`ALTER TABLE \`editions\` DROP COLUMN \`bounced\`;`)
  await db.run(sql`ALTER TABLE \`editions\` DROP COLUMN \`complained\`;`)
  await db.run(sql`ALTER TABLE \`editions\` DROP COLUMN \`left\`;`)
  await db.run(sql`ALTER TABLE \`editions\` DROP COLUMN \`waits_for\`;`)
  await db.run(sql`ALTER TABLE \`editions\` DROP COLUMN \`version\`;`)
  await db.run(sql`ALTER TABLE \`editions\` DROP COLUMN \`edits\`;`)
  await db.run(sql`ALTER TABLE \`editions\` DROP COLUMN \`approval\`;`)
  await db.run(sql`ALTER TABLE \`subscribers\` DROP COLUMN \`region\`;`)
  await db.run(sql`ALTER TABLE \`subscribers\` DROP COLUMN \`topics\`;`)
  await db.run(sql`ALTER TABLE \`consents\` DROP COLUMN \`origin\`;`)
  await db.run(sql`ALTER TABLE \`consents\` DROP COLUMN \`source\`;`)
  await db.run(sql`ALTER TABLE \`consents\` DROP COLUMN \`imported_at\`;`)
  await db.run(sql`ALTER TABLE \`consents\` DROP COLUMN \`imported_by\`;`)
  await db.run(sql`ALTER TABLE \`signups\` DROP COLUMN \`kind\`;`)
  await db.run(sql`ALTER TABLE \`dispatches\` DROP COLUMN \`segment\`;`)
  await db.run(sql`ALTER TABLE \`dispatches\` DROP COLUMN \`rows\`;`)
}
