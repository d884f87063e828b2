import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`events\` ADD \`changed_by\` text;`)
  await db.run(sql`ALTER TABLE \`_events_v\` ADD \`version_changed_by\` text;`)
  await db.run(sql`ALTER TABLE \`news_items\` ADD \`changed_by\` text;`)
  await db.run(sql`ALTER TABLE \`_news_items_v\` ADD \`version_changed_by\` text;`)
  await db.run(sql`ALTER TABLE \`agreements\` ADD \`changed_by\` text;`)
  await db.run(sql`ALTER TABLE \`_agreements_v\` ADD \`version_changed_by\` text;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`events\` DROP COLUMN \`changed_by\`;`)
  await db.run(sql`ALTER TABLE \`_events_v\` DROP COLUMN \`version_changed_by\`;`)
  await db.run(sql`ALTER TABLE \`news_items\` DROP COLUMN \`changed_by\`;`)
  await db.run(sql`ALTER TABLE \`_news_items_v\` DROP COLUMN \`version_changed_by\`;`)
  await db.run(sql`ALTER TABLE \`agreements\` DROP COLUMN \`changed_by\`;`)
  await db.run(sql`ALTER TABLE \`_agreements_v\` DROP COLUMN \`version_changed_by\`;`)
}
