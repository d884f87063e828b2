export type Language = 'de' | 'en';

/** German is always there; missing English falls back to it. */
export type LocalText = { readonly de: string; readonly en?: string | undefined };

/** The language something can be told in: the wanted one, German where its title has no other. So one text never mixes two. */
export const tellingLanguage = (title: LocalText, wanted: Language): Language => (title.en ? wanted : 'de');

/** The text in the wanted language, German where it is missing. */
export const inLanguage = (text: LocalText, language: Language): string => (language === 'en' && text.en ? text.en : text.de);
