import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`attempts\` ADD \`channel\` text;`)
  await db.run(sql`ALTER TABLE \`attempts\` ADD \`cents\` numeric;`)
  await db.run(sql`CREATE INDEX \`channel_startedAt_idx\` ON \`attempts\` (\`channel\`,\`started_at\`);`)
  await db.run(sql`ALTER TABLE \`channels\` ADD \`rest_until\` text;`)
  await db.run(sql`ALTER TABLE \`channels\` ADD \`per_day\` numeric;`)
  await db.run(sql`ALTER TABLE \`channels\` ADD \`gap_minutes\` numeric;`)
  await db.run(sql`ALTER TABLE \`channels\` ADD \`monthly_cents\` numeric;`)
  await db.run(sql`ALTER TABLE \`channels\` ADD \`post_cents\` numeric;`)
  await db.run(sql`ALTER TABLE \`channels\` ADD \`link_post_cents\` numeric;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP INDEX \`channel_startedAt_idx\`;`)
  await db.run(sql`ALTER TABLE \`attempts\` DROP COLUMN \`channel\`;`)
  await db.run(sql`ALTER TABLE \`attempts\` DROP COLUMN \`cents\`;`)
  await db.run(sql`ALTER TABLE \`channels\` DROP COLUMN \`rest_until\`;`)
  await db.run(sql`ALTER TABLE \`channels\` DROP COLUMN \`per_day\`;`)
  await db.run(sql`ALTER TABLE \`channels\` DROP COLUMN \`gap_minutes\`;`)
  await db.run(sql`ALTER TABLE \`channels\` DROP COLUMN \`monthly_cents\`;`)
  await db.run(sql`ALTER TABLE \`channels\` DROP COLUMN \`post_cents\`;`)
  await db.run(sql`ALTER TABLE \`channels\` DROP COLUMN \`link_post_cents\`;`)
}
