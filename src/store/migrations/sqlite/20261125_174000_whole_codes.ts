import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

// Codes that a row fulfils as well get a comma at both ends: `,N-S-1,V-2,`.
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.run(sql`UPDATE \`deliveries\` SET \`also_fulfils\` = ',' || \`also_fulfils\` || ',' WHERE \`also_fulfils\` <> '' AND \`also_fulfils\` NOT LIKE ',%';`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.run(sql`UPDATE \`deliveries\` SET \`also_fulfils\` = trim(\`also_fulfils\`, ',') WHERE \`also_fulfils\` LIKE ',%';`)
}
