import { initI18n } from '@payloadcms/translations';
import { de } from '@payloadcms/translations/languages/de';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PAYLOAD_GERMAN } from '#i18n/payload-german';
import { bootHouse, type House } from './boot';

/** Pronouns, verbs and orders of whoever says du; whole words, wherever they stand. */
const DU_FORMS = [
  'du|dich|dir|dein(?:e[mnrs]?)?|euch|euer|eure[mnrs]?',
  'bist|hast|kannst|könntest|möchtest|musst|willst|wirst|darfst|sollst|solltest|brauchst|erhältst|bekommst|siehst|findest',
  'gib|lies|sieh|nimm|wähle|klicke?|tippe|gehe?|lade|ziehe?|füge|melde|setze|prüfe|speichere|öffne|schließe|lösche|versuche',
  'erstelle|kehre|verwende|nutze|ändere|bearbeite|kopiere|passe|suche(?! nach)|ignoriere|verifiziere|bestätige|achte|warte|stelle',
];
const SAYS_DU = new RegExp(`(?<!\\p{L})(?:${DU_FORMS.join('|')})(?!\\p{L})`, 'iu');

describe('the German of the admin', () => {
  let house: House;
  let sentences: readonly (readonly [string, string])[];
  beforeAll(async () => {
    house = await bootHouse('sqlite', 'german');
    const { translations } = await initI18n({ config: house.config.i18n, context: 'api', language: 'de' });
    sentences = sentencesIn(translations);
  });
  afterAll(() => house.stop());

  it('addresses people as Sie in every sentence, ours and those of Payload', () => {
    expect(sentences.length).toBeGreaterThanOrEqual(sentencesIn(de.translations).length);
    expect(sentences.filter(([, text]) => SAYS_DU.test(text))).toEqual([]);
  });

  it('calls versions Fassungen, as our own pages do', () => {
    expect(sentences.filter(([, text]) => /Version/.test(text))).toEqual([]);
  });

  it('replaces only sentences that Payload still has', () => {
    const known = new Set(sentencesIn(de.translations).map(([key]) => key));
    const effective = new Map(sentences);
    for (const [key, text] of sentencesIn(PAYLOAD_GERMAN))
      expect([known.has(key), effective.get(key)], key).toEqual([true, text]);
  });

  it.each(['Deine Ansicht', 'Bist du sicher?', 'Wähle aus', 'Gib einen Wert ein', 'füge hinzu'])('would notice „%s“', (text) => {
    expect(SAYS_DU.test(text)).toBe(true);
  });
});

const sentencesIn = (words: object, path = ''): readonly (readonly [string, string])[] =>
  Object.entries(words).flatMap(([name, value]) =>
    typeof value === 'string' ? [[path + name, value] as const] : sentencesIn(value, `${path}${name}.`),
  );
