import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`channels\` ADD \`paused_at\` text;`)
  await db.run(sql`ALTER TABLE \`operations\` ADD \`paused_at\` text;`)
  // What is stopped already was so since it was last saved, at the latest.
  await db.run(sql`UPDATE \`channels\` SET \`paused_at\` = \`updated_at\` WHERE \`paused\`;`)
  await db.run(sql`UPDATE \`operations\` SET \`paused_at\` = \`updated_at\` WHERE \`paused\`;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`channels\` DROP COLUMN \`paused_at\`;`)
  await db.run(sql`ALTER TABLE \`operations\` DROP COLUMN \`paused_at\`;`)
}
