import { z } from 'zod';

/** What somebody asks of the page of their newsletters; `undefined` when it is none of that. */
export type PreferencesAct =
  | {
      readonly kind: 'save';
      readonly channel: string;
      readonly region: 'north' | 'south' | undefined;
      readonly topics: readonly string[];
      readonly language: 'de' | 'en' | undefined;
    }
  | { readonly kind: 'leave'; readonly channel: string }
  | { readonly kind: 'leave-all' }
  | { readonly kind: 'data' }
  | { readonly kind: 'order'; readonly channels: readonly string[] };

/** Reads one of its forms; fields it does not know count for nothing. */
export const readPreferencesForm = (body: unknown): PreferencesAct | undefined => {
  const { aktion, liste, region, thema, sprache } = FORM.parse(body ?? {});
  const [channel = ''] = liste;
  switch (aktion) {
    case 'speichern':
      return { kind: 'save', channel, region, topics: thema, language: sprache };
    case 'abbestellen':
      return { kind: 'leave', channel };
    case 'alle-abbestellen':
      return { kind: 'leave-all' };
    case 'auskunft':
      return { kind: 'data' };
    case 'bestellen':
      return { kind: 'order', channels: liste };
    default:
      return undefined;
  }
};

const many = z.union([z.array(z.string()), z.string().transform((one) => [one])]).catch([]);
const NOTHING = { aktion: '', liste: [], region: undefined, thema: [], sprache: undefined };

const FORM = z
  .object({
    aktion: z.string().catch(''),
    liste: many,
    region: z.enum(['north', 'south']).optional().catch(undefined),
    thema: many,
    sprache: z.enum(['de', 'en']).optional().catch(undefined),
  })
  .catch(NOTHING);
