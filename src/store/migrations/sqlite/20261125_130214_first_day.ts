import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`documents\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`title\` text NOT NULL,
  	\`organisation_id\` text(36),
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`url\` text,
  	\`thumbnail_u_r_l\` text,
  	\`filename\` text,
  	\`mime_type\` text,
  	\`filesize\` numeric,
  	\`width\` numeric,
  	\`height\` numeric,
  	\`focal_x\` numeric,
  	\`focal_y\` numeric,
  	FOREIGN KEY (\`organisation_id\`) REFERENCES \`organisations\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`documents_organisation_idx\` ON \`documents\` (\`organisation_id\`);`)
  await db.run(sql`CREATE INDEX \`documents_updated_at_idx\` ON \`documents\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`documents_created_at_idx\` ON \`documents\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`documents_filename_idx\` ON \`documents\` (\`filename\`);`)
  await db.run(sql`CREATE TABLE \`organisations_locales\` (
  	\`funding_text\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`organisations\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`organisations_locales_locale_parent_id_unique\` ON \`organisations_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`operations\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`paused\` integer DEFAULT false,
  	\`cool_off_minutes\` numeric DEFAULT 15 NOT NULL,
  	\`updated_at\` text,
  	\`created_at\` text
  );
  `)
  await db.run(sql`CREATE TABLE \`site_texts\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`updated_at\` text,
  	\`created_at\` text
  );
  `)
  await db.run(sql`CREATE TABLE \`site_texts_locales\` (
  	\`imprint\` text,
  	\`privacy\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`site_texts\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`site_texts_locales_locale_parent_id_unique\` ON \`site_texts_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`ALTER TABLE \`events\` ADD \`sold_out\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`events\` ADD \`contact_name\` text;`)
  await db.run(sql`ALTER TABLE \`events\` ADD \`contact_email\` text;`)
  await db.run(sql`ALTER TABLE \`events\` ADD \`contact_phone\` text;`)
  await db.run(sql`ALTER TABLE \`events\` ADD \`contact_is_public\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`events\` ADD \`funding_hashtag\` text;`)
  await db.run(sql`ALTER TABLE \`events\` ADD \`funding_logo_id\` text(36) REFERENCES media(id) ON DELETE set null;`)
  await db.run(sql`ALTER TABLE \`events\` ADD \`funding_valid_from\` text;`)
  await db.run(sql`ALTER TABLE \`events\` ADD \`funding_valid_to\` text;`)
  await db.run(sql`CREATE INDEX \`events_funding_funding_logo_idx\` ON \`events\` (\`funding_logo_id\`);`)
  await db.run(sql`ALTER TABLE \`events_locales\` ADD \`funding_text\` text;`)
  await db.run(sql`ALTER TABLE \`events_rels\` ADD \`documents_id\` text(36) REFERENCES documents(id) ON DELETE cascade;`)
  await db.run(sql`CREATE INDEX \`events_rels_documents_id_idx\` ON \`events_rels\` (\`documents_id\`);`)
  await db.run(sql`ALTER TABLE \`_events_v\` ADD \`version_sold_out\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`_events_v\` ADD \`version_contact_name\` text;`)
  await db.run(sql`ALTER TABLE \`_events_v\` ADD \`version_contact_email\` text;`)
  await db.run(sql`ALTER TABLE \`_events_v\` ADD \`version_contact_phone\` text;`)
  await db.run(sql`ALTER TABLE \`_events_v\` ADD \`version_contact_is_public\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`_events_v\` ADD \`version_funding_hashtag\` text;`)
  await db.run(sql`ALTER TABLE \`_events_v\` ADD \`version_funding_logo_id\` text(36) REFERENCES media(id) ON DELETE set null;`)
  await db.run(sql`ALTER TABLE \`_events_v\` ADD \`version_funding_valid_from\` text;`)
  await db.run(sql`ALTER TABLE \`_events_v\` ADD \`version_funding_valid_to\` text;`)
  await db.run(sql`CREATE INDEX \`_events_v_version_funding_version_funding_logo_idx\` ON \`_events_v\` (\`version_funding_logo_id\`);`)
  await db.run(sql`ALTER TABLE \`_events_v_locales\` ADD \`version_funding_text\` text;`)
  await db.run(sql`ALTER TABLE \`_events_v_rels\` ADD \`documents_id\` text(36) REFERENCES documents(id) ON DELETE cascade;`)
  await db.run(sql`CREATE INDEX \`_events_v_rels_documents_id_idx\` ON \`_events_v_rels\` (\`documents_id\`);`)
  await db.run(sql`ALTER TABLE \`news_items\` ADD \`contact_name\` text;`)
  await db.run(sql`ALTER TABLE \`news_items\` ADD \`contact_email\` text;`)
  await db.run(sql`ALTER TABLE \`news_items\` ADD \`contact_phone\` text;`)
  await db.run(sql`ALTER TABLE \`news_items\` ADD \`contact_is_public\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`news_items\` ADD \`funding_hashtag\` text;`)
  await db.run(sql`ALTER TABLE \`news_items\` ADD \`funding_logo_id\` text(36) REFERENCES media(id) ON DELETE set null;`)
  await db.run(sql`ALTER TABLE \`news_items\` ADD \`funding_valid_from\` text;`)
  await db.run(sql`ALTER TABLE \`news_items\` ADD \`funding_valid_to\` text;`)
  await db.run(sql`CREATE INDEX \`news_items_funding_funding_logo_idx\` ON \`news_items\` (\`funding_logo_id\`);`)
  await db.run(sql`ALTER TABLE \`news_items_locales\` ADD \`funding_text\` text;`)
  await db.run(sql`ALTER TABLE \`news_items_rels\` ADD \`documents_id\` text(36) REFERENCES documents(id) ON DELETE cascade;`)
  await db.run(sql`CREATE INDEX \`news_items_rels_documents_id_idx\` ON \`news_items_rels\` (\`documents_id\`);`)
  await db.run(sql`ALTER TABLE \`_news_items_v\` ADD \`version_contact_name\` text;`)
  await db.run(sql`ALTER TABLE \`_news_items_v\` ADD \`version_contact_email\` text;`)
  await db.run(sql`ALTER TABLE \`_news_items_v\` ADD \`version_contact_phone\` text;`)
  await db.run(sql`ALTER TABLE \`_news_items_v\` ADD \`version_contact_is_public\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`_news_items_v\` ADD \`version_funding_hashtag\` text;`)
  await db.run(sql`ALTER TABLE \`_news_items_v\` ADD \`version_funding_logo_id\` text(36) REFERENCES media(id) ON DELETE set null;`)
  await db.run(sql`ALTER TABLE \`_news_items_v\` ADD \`version_funding_valid_from\` text;`)
  await db.run(sql`ALTER TABLE \`_news_items_v\` ADD \`version_funding_valid_to\` text;`)
  await db.run(sql`CREATE INDEX \`_news_items_v_version_funding_version_funding_logo_idx\` ON \`_news_items_v\` (\`version_funding_logo_id\`);`)
  await db.run(sql`ALTER TABLE \`_news_items_v_locales\` ADD \`version_funding_text\` text;`)
  await db.run(sql`ALTER TABLE \`_news_items_v_rels\` ADD \`documents_id\` text(36) REFERENCES documents(id) ON DELETE cascade;`)
  await db.run(sql`CREATE INDEX \`_news_items_v_rels_documents_id_idx\` ON \`_news_items_v_rels\` (\`documents_id\`);`)
  await db.run(sql`ALTER TABLE \`channels\` ADD \`paused\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`organisations\` ADD \`funding_hashtag\` text;`)
  await db.run(sql`ALTER TABLE \`organisations\` ADD \`funding_logo_id\` text(36) REFERENCES media(id) ON DELETE set null;`)
  await db.run(sql`ALTER TABLE \`organisations\` ADD \`funding_valid_from\` text;`)
  await db.run(sql`ALTER TABLE \`organisations\` ADD \`funding_valid_to\` text;`)
  await db.run(sql`CREATE INDEX \`organisations_funding_funding_logo_idx\` ON \`organisations\` (\`funding_logo_id\`);`)
  await db.run(sql`ALTER TABLE \`users\` ADD \`active\` integer DEFAULT true;`)
  await db.run(sql`ALTER TABLE \`users\` ADD \`mails_approval\` integer DEFAULT true;`)
  await db.run(sql`ALTER TABLE \`users\` ADD \`mails_declined\` integer DEFAULT true;`)
  await db.run(sql`ALTER TABLE \`users\` ADD \`mails_failed\` integer DEFAULT true;`)
  await db.run(sql`ALTER TABLE \`users\` ADD \`mails_handover\` integer DEFAULT true;`)
  await db.run(sql`ALTER TABLE \`users\` ADD \`mails_digest\` integer DEFAULT true;`)
  await db.run(sql`ALTER TABLE \`users\` ADD \`invited_at\` text;`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`documents_id\` text(36) REFERENCES documents(id) ON DELETE cascade;`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_documents_id_idx\` ON \`payload_locked_documents_rels\` (\`documents_id\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`documents\`;`)
  await db.run(sql`DROP TABLE \`organisations_locales\`;`)
  await db.run(sql`DROP TABLE \`operations\`;`)
  await db.run(sql`DROP TABLE \`site_texts\`;`)
  await db.run(sql`DROP TABLE \`site_texts_locales\`;`)
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_events\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`starts_at\` text,
  	\`ends_at\` text,
  	\`all_day\` integer DEFAULT false,
  	\`attendance\` text DEFAULT 'on-site',
  	\`venue\` text,
  	\`street\` text,
  	\`postal_code\` text,
  	\`town\` text,
  	\`place_region\` text,
  	\`link\` text,
  	\`deadline\` text,
  	\`cost\` text,
  	\`status\` text DEFAULT 'planned',
  	\`previous_starts_at\` text,
  	\`organiser_id\` text(36),
  	\`language\` text DEFAULT 'de',
  	\`picture_id\` text(36),
  	\`visibility\` text DEFAULT 'public',
  	\`do_not_promote\` integer DEFAULT false,
  	\`do_not_promote_reason\` text,
  	\`embargo_until\` text,
  	\`slug\` text,
  	\`published_at\` text,
  	\`changed_at\` text,
  	\`plan_revision\` numeric DEFAULT 0,
  	\`planned_for\` text DEFAULT '',
  	\`plan_until\` text,
  	\`sequence\` numeric DEFAULT 0,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`deleted_at\` text,
  	\`_status\` text DEFAULT 'draft',
  	FOREIGN KEY (\`organiser_id\`) REFERENCES \`organisations\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`picture_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new_events\`("id", "starts_at", "ends_at", "all_day", "attendance", "venue", "street", "postal_code", "town", "place_region", "link", "deadline", "cost", "status", "previous_starts_at", "organiser_id", "language", "picture_id", "visibility", "do_not_promote", "do_not_promote_reason", "embargo_until", "slug", "published_at", "changed_at", "plan_revision", "planned_for", "plan_until", "sequence", "updated_at", "created_at", "deleted_at", "_status") SELECT "id", "starts_at", "ends_at", "all_day", "attendance", "venue", "street", "postal_code", "town", "place_region", "link", "deadline", "cost", "status", "previous_starts_at", "organiser_id", "language", "picture_id", "visibility", "do_not_promote", "do_not_promote_reason", "embargo_until", "slug", "published_at", "changed_at", "plan_revision", "planned_for", "plan_until", "sequence", "updated_at", "created_at", "deleted_at", "_status" FROM \`events\`;`)
  await db.run(sql`DROP TABLE \`events\`;`)
  await db.run(sql`ALTER TABLE \`__new_events\` RENAME TO \`events\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE INDEX \`events_starts_at_idx\` ON \`events\` (\`starts_at\`);`)
  await db.run(sql`CREATE INDEX \`events_organiser_idx\` ON \`events\` (\`organiser_id\`);`)
  await db.run(sql`CREATE INDEX \`events_picture_idx\` ON \`events\` (\`picture_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`events_slug_idx\` ON \`events\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`events_published_at_idx\` ON \`events\` (\`published_at\`);`)
  await db.run(sql`CREATE INDEX \`events_planned_for_idx\` ON \`events\` (\`planned_for\`);`)
  await db.run(sql`CREATE INDEX \`events_plan_until_idx\` ON \`events\` (\`plan_until\`);`)
  await db.run(sql`CREATE INDEX \`events_updated_at_idx\` ON \`events\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`events_created_at_idx\` ON \`events\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`events_deleted_at_idx\` ON \`events\` (\`deleted_at\`);`)
  await db.run(sql`CREATE INDEX \`events__status_idx\` ON \`events\` (\`_status\`);`)
  await db.run(sql`CREATE TABLE \`__new_events_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`organisations_id\` text(36),
  	\`topics_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`events\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`organisations_id\`) REFERENCES \`organisations\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`topics_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`INSERT INTO \`__new_events_rels\`("id", "order", "parent_id", "path", "organisations_id", "topics_id") SELECT "id", "order", "parent_id", "path", "organisations_id", "topics_id" FROM \`events_rels\`;`)
  await db.run(sql`DROP TABLE \`events_rels\`;`)
  await db.run(sql`ALTER TABLE \`__new_events_rels\` RENAME TO \`events_rels\`;`)
  await db.run(sql`CREATE INDEX \`events_rels_order_idx\` ON \`events_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`events_rels_parent_idx\` ON \`events_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`events_rels_path_idx\` ON \`events_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`events_rels_organisations_id_idx\` ON \`events_rels\` (\`organisations_id\`);`)
  await db.run(sql`CREATE INDEX \`events_rels_topics_id_idx\` ON \`events_rels\` (\`topics_id\`);`)
  await db.run(sql`CREATE TABLE \`__new__events_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text(36),
  	\`version_starts_at\` text,
  	\`version_ends_at\` text,
  	\`version_all_day\` integer DEFAULT false,
  	\`version_attendance\` text DEFAULT 'on-site',
  	\`version_venue\` text,
  	\`version_street\` text,
  	\`version_postal_code\` text,
  	\`version_town\` text,
  	\`version_place_region\` text,
  	\`version_link\` text,
  	\`version_deadline\` text,
  	\`version_cost\` text,
  	\`version_status\` text DEFAULT 'planned',
  	\`version_previous_starts_at\` text,
  	\`version_organiser_id\` text(36),
  	\`version_language\` text DEFAULT 'de',
  	\`version_picture_id\` text(36),
  	\`version_visibility\` text DEFAULT 'public',
  	\`version_do_not_promote\` integer DEFAULT false,
  	\`version_do_not_promote_reason\` text,
  	\`version_embargo_until\` text,
  	\`version_slug\` text,
  	\`version_published_at\` text,
  	\`version_changed_at\` text,
  	\`version_plan_revision\` numeric DEFAULT 0,
  	\`version_planned_for\` text DEFAULT '',
  	\`version_plan_until\` text,
  	\`version_sequence\` numeric DEFAULT 0,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version_deleted_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`snapshot\` integer,
  	\`published_locale\` text,
  	\`latest\` integer,
  	\`autosave\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`events\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_organiser_id\`) REFERENCES \`organisations\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_picture_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new__events_v\`("id", "parent_id", "version_starts_at", "version_ends_at", "version_all_day", "version_attendance", "version_venue", "version_street", "version_postal_code", "version_town", "version_place_region", "version_link", "version_deadline", "version_cost", "version_status", "version_previous_starts_at", "version_organiser_id", "version_language", "version_picture_id", "version_visibility", "version_do_not_promote", "version_do_not_promote_reason", "version_embargo_until", "version_slug", "version_published_at", "version_changed_at", "version_plan_revision", "version_planned_for", "version_plan_until", "version_sequence", "version_updated_at", "version_created_at", "version_deleted_at", "version__status", "created_at", "updated_at", "snapshot", "published_locale", "latest", "autosave") SELECT "id", "parent_id", "version_starts_at", "version_ends_at", "version_all_day", "version_attendance", "version_venue", "version_street", "version_postal_code", "version_town", "version_place_region", "version_link", "version_deadline", "version_cost", "version_status", "version_previous_starts_at", "version_organiser_id", "version_language", "version_picture_id", "version_visibility", "version_do_not_promote", "version_do_not_promote_reason", "version_embargo_until", "version_slug", "version_published_at", "version_changed_at", "version_plan_revision", "version_planned_for", "version_plan_until", "version_sequence", "version_updated_at", "version_created_at", "version_deleted_at", "version__status", "created_at", "updated_at", "snapshot", "published_locale", "latest", "autosave" FROM \`_events_v\`;`)
  await db.run(sql`DROP TABLE \`_events_v\`;`)
  await db.run(sql`ALTER TABLE \`__new__events_v\` RENAME TO \`_events_v\`;`)
  await db.run(sql`CREATE INDEX \`_events_v_parent_idx\` ON \`_events_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_events_v_version_version_starts_at_idx\` ON \`_events_v\` (\`version_starts_at\`);`)
  await db.run(sql`CREATE INDEX \`_events_v_version_version_organiser_idx\` ON \`_events_v\` (\`version_organiser_id\`);`)
  await db.run(sql`CREATE INDEX \`_events_v_version_version_picture_idx\` ON \`_events_v\` (\`version_picture_id\`);`)
  await db.run(sql`CREATE INDEX \`_events_v_version_version_slug_idx\` ON \`_events_v\` (\`version_slug\`);`)
  await db.run(sql`CREATE INDEX \`_events_v_version_version_published_at_idx\` ON \`_events_v\` (\`version_published_at\`);`)
  await db.run(sql`CREATE INDEX \`_events_v_version_version_planned_for_idx\` ON \`_events_v\` (\`version_planned_for\`);`)
  await db.run(sql`CREATE INDEX \`_events_v_version_version_plan_until_idx\` ON \`_events_v\` (\`version_plan_until\`);`)
  await db.run(sql`CREATE INDEX \`_events_v_version_version_updated_at_idx\` ON \`_events_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_events_v_version_version_created_at_idx\` ON \`_events_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_events_v_version_version_deleted_at_idx\` ON \`_events_v\` (\`version_deleted_at\`);`)
  await db.run(sql`CREATE INDEX \`_events_v_version_version__status_idx\` ON \`_events_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_events_v_created_at_idx\` ON \`_events_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_events_v_updated_at_idx\` ON \`_events_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_events_v_snapshot_idx\` ON \`_events_v\` (\`snapshot\`);`)
  await db.run(sql`CREATE INDEX \`_events_v_published_locale_idx\` ON \`_events_v\` (\`published_locale\`);`)
  await db.run(sql`CREATE INDEX \`_events_v_latest_idx\` ON \`_events_v\` (\`latest\`);`)
  await db.run(sql`CREATE INDEX \`_events_v_autosave_idx\` ON \`_events_v\` (\`autosave\`);`)
  await db.run(sql`CREATE TABLE \`__new__events_v_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`organisations_id\` text(36),
  	\`topics_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_events_v\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`organisations_id\`) REFERENCES \`organisations\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`topics_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`INSERT INTO \`__new__events_v_rels\`("id", "order", "parent_id", "path", "organisations_id", "topics_id") SELECT "id", "order", "parent_id", "path", "organisations_id", "topics_id" FROM \`_events_v_rels\`;`)
  await db.run(sql`DROP TABLE \`_events_v_rels\`;`)
  await db.run(sql`ALTER TABLE \`__new__events_v_rels\` RENAME TO \`_events_v_rels\`;`)
  await db.run(sql`CREATE INDEX \`_events_v_rels_order_idx\` ON \`_events_v_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_events_v_rels_parent_idx\` ON \`_events_v_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_events_v_rels_path_idx\` ON \`_events_v_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`_events_v_rels_organisations_id_idx\` ON \`_events_v_rels\` (\`organisations_id\`);`)
  await db.run(sql`CREATE INDEX \`_events_v_rels_topics_id_idx\` ON \`_events_v_rels\` (\`topics_id\`);`)
  await db.run(sql`CREATE TABLE \`__new_news_items\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`kind\` text DEFAULT 'news',
  	\`country\` text,
  	\`call_role\` text,
  	\`link\` text,
  	\`deadline\` text,
  	\`organiser_id\` text(36),
  	\`language\` text DEFAULT 'de',
  	\`picture_id\` text(36),
  	\`visibility\` text DEFAULT 'public',
  	\`do_not_promote\` integer DEFAULT false,
  	\`do_not_promote_reason\` text,
  	\`embargo_until\` text,
  	\`slug\` text,
  	\`published_at\` text,
  	\`changed_at\` text,
  	\`plan_revision\` numeric DEFAULT 0,
  	\`planned_for\` text DEFAULT '',
  	\`plan_until\` text,
  	\`sequence\` numeric DEFAULT 0,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`deleted_at\` text,
  	\`_status\` text DEFAULT 'draft',
  	FOREIGN KEY (\`organiser_id\`) REFERENCES \`organisations\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`picture_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new_news_items\`("id", "kind", "country", "call_role", "link", "deadline", "organiser_id", "language", "picture_id", "visibility", "do_not_promote", "do_not_promote_reason", "embargo_until", "slug", "published_at", "changed_at", "plan_revision", "planned_for", "plan_until", "sequence", "updated_at", "created_at", "deleted_at", "_status") SELECT "id", "kind", "country", "call_role", "link", "deadline", "organiser_id", "language", "picture_id", "visibility", "do_not_promote", "do_not_promote_reason", "embargo_until", "slug", "published_at", "changed_at", "plan_revision", "planned_for", "plan_until", "sequence", "updated_at", "created_at", "deleted_at", "_status" FROM \`news_items\`;`)
  await db.run(sql`DROP TABLE \`news_items\`;`)
  await db.run(sql`ALTER TABLE \`__new_news_items\` RENAME TO \`news_items\`;`)
  await db.run(sql`CREATE INDEX \`news_items_organiser_idx\` ON \`news_items\` (\`organiser_id\`);`)
  await db.run(sql`CREATE INDEX \`news_items_picture_idx\` ON \`news_items\` (\`picture_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`news_items_slug_idx\` ON \`news_items\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`news_items_published_at_idx\` ON \`news_items\` (\`published_at\`);`)
  await db.run(sql`CREATE INDEX \`news_items_planned_for_idx\` ON \`news_items\` (\`planned_for\`);`)
  await db.run(sql`CREATE INDEX \`news_items_plan_until_idx\` ON \`news_items\` (\`plan_until\`);`)
  await db.run(sql`CREATE INDEX \`news_items_updated_at_idx\` ON \`news_items\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`news_items_created_at_idx\` ON \`news_items\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`news_items_deleted_at_idx\` ON \`news_items\` (\`deleted_at\`);`)
  await db.run(sql`CREATE INDEX \`news_items__status_idx\` ON \`news_items\` (\`_status\`);`)
  await db.run(sql`CREATE TABLE \`__new_news_items_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`organisations_id\` text(36),
  	\`topics_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`news_items\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`organisations_id\`) REFERENCES \`organisations\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`topics_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`INSERT INTO \`__new_news_items_rels\`("id", "order", "parent_id", "path", "organisations_id", "topics_id") SELECT "id", "order", "parent_id", "path", "organisations_id", "topics_id" FROM \`news_items_rels\`;`)
  await db.run(sql`DROP TABLE \`news_items_rels\`;`)
  await db.run(sql`ALTER TABLE \`__new_news_items_rels\` RENAME TO \`news_items_rels\`;`)
  await db.run(sql`CREATE INDEX \`news_items_rels_order_idx\` ON \`news_items_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`news_items_rels_parent_idx\` ON \`news_items_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`news_items_rels_path_idx\` ON \`news_items_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`news_items_rels_organisations_id_idx\` ON \`news_items_rels\` (\`organisations_id\`);`)
  await db.run(sql`CREATE INDEX \`news_items_rels_topics_id_idx\` ON \`news_items_rels\` (\`topics_id\`);`)
  await db.run(sql`CREATE TABLE \`__new__news_items_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text(36),
  	\`version_kind\` text DEFAULT 'news',
  	\`version_country\` text,
  	\`version_call_role\` text,
  	\`version_link\` text,
  	\`version_deadline\` text,
  	\`version_organiser_id\` text(36),
  	\`version_language\` text DEFAULT 'de',
  	\`version_picture_id\` text(36),
  	\`version_visibility\` text DEFAULT 'public',
  	\`version_do_not_promote\` integer DEFAULT false,
  	\`version_do_not_promote_reason\` text,
  	\`version_embargo_until\` text,
  	\`version_slug\` text,
  	\`version_published_at\` text,
  	\`version_changed_at\` text,
  	\`version_plan_revision\` numeric DEFAULT 0,
  	\`version_planned_for\` text DEFAULT '',
  	\`version_plan_until\` text,
  	\`version_sequence\` numeric DEFAULT 0,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version_deleted_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`snapshot\` integer,
  	\`published_locale\` text,
  	\`latest\` integer,
  	\`autosave\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`news_items\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_organiser_id\`) REFERENCES \`organisations\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_picture_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new__news_items_v\`("id", "parent_id", "version_kind", "version_country", "version_call_role", "version_link", "version_deadline", "version_organiser_id", "version_language", "version_picture_id", "version_visibility", "version_do_not_promote", "version_do_not_promote_reason", "version_embargo_until", "version_slug", "version_published_at", "version_changed_at", "version_plan_revision", "version_planned_for", "version_plan_until", "version_sequence", "version_updated_at", "version_created_at", "version_deleted_at", "version__status", "created_at", "updated_at", "snapshot", "published_locale", "latest", "autosave") SELECT "id", "parent_id", "version_kind", "version_country", "version_call_role", "version_link", "version_deadline", "version_organiser_id", "version_language", "version_picture_id", "version_visibility", "version_do_not_promote", "version_do_not_promote_reason", "version_embargo_until", "version_slug", "version_published_at", "version_changed_at", "version_plan_revision", "version_planned_for", "version_plan_until", "version_sequence", "version_updated_at", "version_created_at", "version_deleted_at", "version__status", "created_at", "updated_at", "snapshot", "published_locale", "latest", "autosave" FROM \`_news_items_v\`;`)
  await db.run(sql`DROP TABLE \`_news_items_v\`;`)
  await db.run(sql`ALTER TABLE \`__new__news_items_v\` RENAME TO \`_news_items_v\`;`)
  await db.run(sql`CREATE INDEX \`_news_items_v_parent_idx\` ON \`_news_items_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_news_items_v_version_version_organiser_idx\` ON \`_news_items_v\` (\`version_organiser_id\`);`)
  await db.run(sql`CREATE INDEX \`_news_items_v_version_version_picture_idx\` ON \`_news_items_v\` (\`version_picture_id\`);`)
  await db.run(sql`CREATE INDEX \`_news_items_v_version_version_slug_idx\` ON \`_news_items_v\` (\`version_slug\`);`)
  await db.run(sql`CREATE INDEX \`_news_items_v_version_version_published_at_idx\` ON \`_news_items_v\` (\`version_published_at\`);`)
  await db.run(sql`CREATE INDEX \`_news_items_v_version_version_planned_for_idx\` ON \`_news_items_v\` (\`version_planned_for\`);`)
  await db.run(sql`CREATE INDEX \`_news_items_v_version_version_plan_until_idx\` ON \`_news_items_v\` (\`version_plan_until\`);`)
  await db.run(sql`CREATE INDEX \`_news_items_v_version_version_updated_at_idx\` ON \`_news_items_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_news_items_v_version_version_created_at_idx\` ON \`_news_items_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_news_items_v_version_version_deleted_at_idx\` ON \`_news_items_v\` (\`version_deleted_at\`);`)
  await db.run(sql`CREATE INDEX \`_news_items_v_version_version__status_idx\` ON \`_news_items_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_news_items_v_created_at_idx\` ON \`_news_items_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_news_items_v_updated_at_idx\` ON \`_news_items_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_news_items_v_snapshot_idx\` ON \`_news_items_v\` (\`snapshot\`);`)
  await db.run(sql`CREATE INDEX \`_news_items_v_published_locale_idx\` ON \`_news_items_v\` (\`published_locale\`);`)
  await db.run(sql`CREATE INDEX \`_news_items_v_latest_idx\` ON \`_news_items_v\` (\`latest\`);`)
  await db.run(sql`CREATE INDEX \`_news_items_v_autosave_idx\` ON \`_news_items_v\` (\`autosave\`);`)
  await db.run(sql`CREATE TABLE \`__new__news_items_v_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`organisations_id\` text(36),
  	\`topics_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_news_items_v\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`organisations_id\`) REFERENCES \`organisations\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`topics_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`INSERT INTO \`__new__news_items_v_rels\`("id", "order", "parent_id", "path", "organisations_id", "topics_id") SELECT "id", "order", "parent_id", "path", "organisations_id", "topics_id" FROM \`_news_items_v_rels\`;`)
  await db.run(sql`DROP TABLE \`_news_items_v_rels\`;`)
  await db.run(sql`ALTER TABLE \`__new__news_items_v_rels\` RENAME TO \`_news_items_v_rels\`;`)
  await db.run(sql`CREATE INDEX \`_news_items_v_rels_order_idx\` ON \`_news_items_v_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_news_items_v_rels_parent_idx\` ON \`_news_items_v_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_news_items_v_rels_path_idx\` ON \`_news_items_v_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`_news_items_v_rels_organisations_id_idx\` ON \`_news_items_v_rels\` (\`organisations_id\`);`)
  await db.run(sql`CREATE INDEX \`_news_items_v_rels_topics_id_idx\` ON \`_news_items_v_rels\` (\`topics_id\`);`)
  await db.run(sql`CREATE TABLE \`__new_organisations\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`short_name\` text NOT NULL,
  	\`slug\` text NOT NULL,
  	\`region\` text NOT NULL,
  	\`statewide\` integer DEFAULT false,
  	\`active\` integer DEFAULT true,
  	\`house_id\` text(36),
  	\`logo_id\` text(36),
  	\`website\` text,
  	\`imprint\` text,
  	\`contact_email\` text,
  	\`defaults_venue\` text,
  	\`defaults_street\` text,
  	\`defaults_postal_code\` text,
  	\`defaults_town\` text,
  	\`defaults_place_region\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`house_id\`) REFERENCES \`organisations\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`logo_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new_organisations\`("id", "name", "short_name", "slug", "region", "statewide", "active", "house_id", "logo_id", "website", "imprint", "contact_email", "defaults_venue", "defaults_street", "defaults_postal_code", "defaults_town", "defaults_place_region", "updated_at", "created_at") SELECT "id", "name", "short_name", "slug", "region", "statewide", "active", "house_id", "logo_id", "website", "imprint", "contact_email", "defaults_venue", "defaults_street", "defaults_postal_code", "defaults_town", "defaults_place_region", "updated_at", "created_at" FROM \`organisations\`;`)
  await db.run(sql`DROP TABLE \`organisations\`;`)
  await db.run(sql`ALTER TABLE \`__new_organisations\` RENAME TO \`organisations\`;`)
  await db.run(sql`CREATE UNIQUE INDEX \`organisations_slug_idx\` ON \`organisations\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`organisations_house_idx\` ON \`organisations\` (\`house_id\`);`)
  await db.run(sql`CREATE INDEX \`organisations_logo_idx\` ON \`organisations\` (\`logo_id\`);`)
  await db.run(sql`CREATE INDEX \`organisations_updated_at_idx\` ON \`organisations\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`organisations_created_at_idx\` ON \`organisations\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`__new_payload_locked_documents_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`events_id\` text(36),
  	\`news_items_id\` text(36),
  	\`media_id\` text(36),
  	\`agreements_id\` text(36),
  	\`channels_id\` text(36),
  	\`organisations_id\` text(36),
  	\`topics_id\` text(36),
  	\`users_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`payload_locked_documents\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`events_id\`) REFERENCES \`events\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`news_items_id\`) REFERENCES \`news_items\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`agreements_id\`) REFERENCES \`agreements\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`channels_id\`) REFERENCES \`channels\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`organisations_id\`) REFERENCES \`organisations\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`topics_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`INSERT INTO \`__new_payload_locked_documents_rels\`("id", "order", "parent_id", "path", "events_id", "news_items_id", "media_id", "agreements_id", "channels_id", "organisations_id", "topics_id", "users_id") SELECT "id", "order", "parent_id", "path", "events_id", "news_items_id", "media_id", "agreements_id", "channels_id", "organisations_id", "topics_id", "users_id" FROM \`payload_locked_documents_rels\`;`)
  await db.run(sql`DROP TABLE \`payload_locked_documents_rels\`;`)
  await db.run(sql`ALTER TABLE \`__new_payload_locked_documents_rels\` RENAME TO \`payload_locked_documents_rels\`;`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_order_idx\` ON \`payload_locked_documents_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_parent_idx\` ON \`payload_locked_documents_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_path_idx\` ON \`payload_locked_documents_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_events_id_idx\` ON \`payload_locked_documents_rels\` (\`events_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_news_items_id_idx\` ON \`payload_locked_documents_rels\` (\`news_items_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_media_id_idx\` ON \`payload_locked_documents_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_agreements_id_idx\` ON \`payload_locked_documents_rels\` (\`agreements_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_channels_id_idx\` ON \`payload_locked_documents_rels\` (\`channels_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_organisations_id_idx\` ON \`payload_locked_documents_rels\` (\`organisations_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_topics_id_idx\` ON \`payload_locked_documents_rels\` (\`topics_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_users_id_idx\` ON \`payload_locked_documents_rels\` (\`users_id\`);`)
  await db.run(sql`ALTER TABLE \`events_locales\` DROP COLUMN \`funding_text\`;`)
  await db.run(sql`ALTER TABLE \`_events_v_locales\` DROP COLUMN \`version_funding_text\`;`)
  await db.run(sql`ALTER TABLE \`news_items_locales\` DROP COLUMN \`funding_text\`;`)
  await db.run(sql`ALTER TABLE \`_news_items_v_locales\` DROP COLUMN \`version_funding_text\`;`)
  await db.run(sql`ALTER TABLE \`channels\` DROP COLUMN \`paused\`;`)
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`active\`;`)
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`mails_approval\`;`)
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`mails_declined\`;`)
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`mails_failed\`;`)
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`mails_handover\`;`)
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`mails_digest\`;`)
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`invited_at\`;`)
}
