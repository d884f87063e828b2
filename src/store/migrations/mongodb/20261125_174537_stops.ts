import type { MigrateDownArgs, MigrateUpArgs } from '@payloadcms/db-mongodb';
import type { Payload } from 'payload';

// What is stopped already was so since it was last saved, at the latest. Written only where no moment is kept, so it may be repeated.
export async function up({ payload }: MigrateUpArgs): Promise<void> {
  for (const { collection, of } of stoppable(payload))
    for await (const { _id, updatedAt } of collection?.find({ ...of, paused: true, pausedAt: null }) ?? [])
      await collection?.updateOne({ _id, pausedAt: null }, { $set: { pausedAt: updatedAt } });
}

export async function down({ payload }: MigrateDownArgs): Promise<void> {
  for (const { collection, of } of stoppable(payload)) await collection?.updateMany(of, { $unset: { pausedAt: '' } });
}

const stoppable = ({ db }: Payload) => [
  { collection: db.collections.channels?.collection, of: {} },
  { collection: db.globals.collection, of: { globalType: 'operations' } },
];
