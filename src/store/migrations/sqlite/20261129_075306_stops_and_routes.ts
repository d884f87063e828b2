import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite';

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`consents\` ADD \`withdrawn_by\` text;`)
  await db.run(sql`ALTER TABLE \`dispatches\` ADD \`stopped_at\` text;`)
  await db.run(sql`CREATE INDEX \`subscriber_kind_idx\` ON \`receipts\` (\`subscriber\`,\`kind\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP INDEX \`subscriber_kind_idx\`;`)
  await db.run(sql`ALTER TABLE \`consents\` DROP COLUMN \`withdrawn_by\`;`)
  await db.run(sql`ALTER TABLE \`dispatches\` DROP COLUMN \`stopped_at\`;`)
}
