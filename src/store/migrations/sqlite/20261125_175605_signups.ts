import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`consents\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`newsletter\` text NOT NULL,
  	\`organisation\` text NOT NULL,
  	\`text\` text NOT NULL,
  	\`text_hash\` text NOT NULL,
  	\`form_url\` text NOT NULL,
  	\`requested_at\` text NOT NULL,
  	\`mailed_at\` text,
  	\`mail_hash\` text,
  	\`confirmed_at\` text NOT NULL,
  	\`withdrawn_at\` text,
  	\`key\` text NOT NULL,
  	\`address_hash\` text NOT NULL,
  	\`channel\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`consents_key_idx\` ON \`consents\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`consents_address_hash_idx\` ON \`consents\` (\`address_hash\`);`)
  await db.run(sql`CREATE INDEX \`consents_channel_idx\` ON \`consents\` (\`channel\`);`)
  await db.run(sql`CREATE INDEX \`consents_updated_at_idx\` ON \`consents\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`consents_created_at_idx\` ON \`consents\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`signups\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`email\` text NOT NULL,
  	\`status\` text NOT NULL,
  	\`choices\` text,
  	\`form_url\` text NOT NULL,
  	\`requested_at\` text NOT NULL,
  	\`expires_at\` text NOT NULL,
  	\`mailed_at\` text,
  	\`mail_hash\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`signups_key_idx\` ON \`signups\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`signups_status_idx\` ON \`signups\` (\`status\`);`)
  await db.run(sql`CREATE INDEX \`signups_expires_at_idx\` ON \`signups\` (\`expires_at\`);`)
  await db.run(sql`CREATE INDEX \`signups_updated_at_idx\` ON \`signups\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`signups_created_at_idx\` ON \`signups\` (\`created_at\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`consents\`;`)
  await db.run(sql`DROP TABLE \`signups\`;`)
}
