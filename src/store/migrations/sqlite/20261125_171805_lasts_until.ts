import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`events\` ADD \`lasts_until\` text;`)
  await db.run(sql`CREATE INDEX \`events_lasts_until_idx\` ON \`events\` (\`lasts_until\`);`)
  await db.run(sql`ALTER TABLE \`_events_v\` ADD \`version_lasts_until\` text;`)
  await db.run(sql`CREATE INDEX \`_events_v_version_version_lasts_until_idx\` ON \`_events_v\` (\`version_lasts_until\`);`)
  // What was saved before: as a save would reckon it.
  await db.run(sql`UPDATE \`events\` SET \`lasts_until\` = coalesce(\`ends_at\`, \`starts_at\`);`)
  await db.run(sql`UPDATE \`_events_v\` SET \`version_lasts_until\` = coalesce(\`version_ends_at\`, \`version_starts_at\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP INDEX \`events_lasts_until_idx\`;`)
  await db.run(sql`ALTER TABLE \`events\` DROP COLUMN \`lasts_until\`;`)
  await db.run(sql`DROP INDEX \`_events_v_version_version_lasts_until_idx\`;`)
  await db.run(sql`ALTER TABLE \`_events_v\` DROP COLUMN \`version_lasts_until\`;`)
}
