import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`attempts\` ADD \`fingerprint\` text;`)
  await db.run(sql`ALTER TABLE \`attempts\` ADD \`sequence\` numeric;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`attempts\` DROP COLUMN \`fingerprint\`;`)
  await db.run(sql`ALTER TABLE \`attempts\` DROP COLUMN \`sequence\`;`)
}
