import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`channels\` ADD \`page\` text;`)
  await db.run(sql`ALTER TABLE \`channels\` ADD \`token_since\` text;`)
  await db.run(sql`ALTER TABLE \`channels\` ADD \`sealed_token\` text;`)
  await db.run(sql`ALTER TABLE \`channels\` ADD \`access_until\` text;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`channels\` DROP COLUMN \`page\`;`)
  await db.run(sql`ALTER TABLE \`channels\` DROP COLUMN \`token_since\`;`)
  await db.run(sql`ALTER TABLE \`channels\` DROP COLUMN \`sealed_token\`;`)
  await db.run(sql`ALTER TABLE \`channels\` DROP COLUMN \`access_until\`;`)
}
