import type { MigrateDownArgs, MigrateUpArgs } from '@payloadcms/db-mongodb';
import type { Payload } from 'payload';

// Codes that a row fulfils as well get a comma at both ends: `,N-S-1,V-2,`.
export const up = ({ payload }: MigrateUpArgs): Promise<void> => rewrite(payload, (codes) => `,${codes.join(',')},`);

export const down = ({ payload }: MigrateDownArgs): Promise<void> => rewrite(payload, (codes) => codes.join(','));

/** Row by row and only as it was read, so that it may be repeated, and by several machines at once. */
const rewrite = async ({ db }: Payload, textOf: (codes: readonly string[]) => string): Promise<void> => {
  const { docs } = await db.find<{ id: string; alsoFulfils?: string | null }>({
    collection: 'deliveries',
    where: { alsoFulfils: { exists: true } },
    select: { alsoFulfils: true },
    limit: 0,
    pagination: false,
  });
  for (const { id, alsoFulfils } of docs) {
    if (!alsoFulfils) continue;
    const where = { and: [{ id: { equals: id } }, { alsoFulfils: { equals: alsoFulfils } }] };
    const data = { alsoFulfils: textOf(alsoFulfils.split(',').filter(Boolean)) };
    await db.updateOne({ collection: 'deliveries', where, data, options: { atomic: true } });
  }
};
