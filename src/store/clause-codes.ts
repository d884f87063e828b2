import type { Where } from 'payload';

/** Codes as a row keeps them, `,N-S-1,V-2,`: with a comma at both ends, so that a search for one finds whole codes only. */
export const codesText = (codes: readonly string[]): string | null => (codes.length > 0 ? `,${codes.join(',')},` : null);

/** The codes that a row keeps. */
export const readCodes = (text: string | null | undefined): readonly string[] => (text ?? '').split(',').filter(Boolean);

/** The condition that a field holds the code. */
export const holdsCode = (field: string, code: string): Where => ({ [field]: { contains: codesText([code]) } });
