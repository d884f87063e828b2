import type { ServerProps } from 'payload';
import { loadOperations } from '#store/settings';
import { SettlingNote } from './settling-note.client';

/** Above the form of a content: until when nothing about it leaves. */
export const Settling = async ({ payload }: ServerProps) => {
  const { coolOffMinutes } = await loadOperations(payload);
  return <SettlingNote minutes={coolOffMinutes} />;
};
