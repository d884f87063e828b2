export type Language = 'de' | 'en';

/** German is always there; missing English falls back to it. */
export type LocalText = { readonly de: string; readonly en?: string | undefined };

/** The text in the wanted language, German where it is missing. */
export const inLanguage = (text: LocalText, language: Language): string => (language === 'en' && text.en ? text.en : text.de);
