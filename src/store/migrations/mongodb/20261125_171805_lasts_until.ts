import type { MigrateDownArgs, MigrateUpArgs } from '@payloadcms/db-mongodb';

/**
 * What was saved before gets `lastsUntil`, as a save would reckon it. Outside the transaction that Payload opens: two processes that
 * start at once would get into each other's way, and doing it twice changes nothing.
 */
export async function up({ payload }: MigrateUpArgs): Promise<void> {
  const { collections, versions } = payload.db;
  const events = collections.events?.collection;
  for await (const { _id, endsAt, startsAt } of events?.find({}) ?? [])
    await events?.updateOne({ _id }, { $set: { lastsUntil: endsAt ?? startsAt ?? null } });
  const ofEvents = versions.events?.collection;
  for await (const { _id, version } of ofEvents?.find({}) ?? [])
    await ofEvents?.updateOne({ _id }, { $set: { 'version.lastsUntil': version?.endsAt ?? version?.startsAt ?? null } });
}

export async function down({ payload }: MigrateDownArgs): Promise<void> {
  const { collections, versions } = payload.db;
  await collections.events?.collection.updateMany({}, { $unset: { lastsUntil: '' } });
  await versions.events?.collection.updateMany({}, { $unset: { 'version.lastsUntil': '' } });
}
