import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`channels\` ADD \`x_keys_since\` text;`)
  await db.run(sql`ALTER TABLE \`channels\` ADD \`sealed_x_keys\` text;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`channels\` DROP COLUMN \`x_keys_since\`;`)
  await db.run(sql`ALTER TABLE \`channels\` DROP COLUMN \`sealed_x_keys\`;`)
}
