import type { LocalText } from '#domain/content';

/** A localised text as documents keep it: all languages when read with `locale: 'all'`, else the one that was asked for. */
export type AllLocales = { readonly de?: string | null; readonly en?: string | null } | string | null;

/** The text in all its languages; undefined when it is empty. */
export const readText = (value: AllLocales | undefined): LocalText | undefined => {
  if (typeof value === 'string') return value ? { de: value } : undefined;
  const de = value?.de || value?.en;
  return de ? { de, en: value?.en || undefined } : undefined;
};
