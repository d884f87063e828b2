import type { ContentCollection, Language } from '#domain/content';

/** A field people fill in, and the values with which the form may begin; none where it begins empty. */
export type EnteredField = { readonly path: string; readonly begins: readonly (string | boolean)[] };

type Place = 'venue' | 'street' | 'postalCode' | 'town' | 'placeRegion';

/** What the organisations have said about where their events take place: with one of these a new event begins. */
export type Places = Readonly<Record<Place, readonly string[]>>;

/**
 * Everything people enter into a content. Not here are the organiser and the topics: the form chooses them by itself, and alone
 * they say nothing.
 */
export const enteredFields = (collection: ContentCollection, places: Places): readonly EnteredField[] => [
  ...[...BOTH.empty, ...ONLY[collection].empty].map((path) => ({ path, begins: [] })),
  ...[...BOTH.localised, ...ONLY[collection].localised].flatMap((name) =>
    LANGUAGES.map((language) => ({ path: `${name}.${language}`, begins: [] })),
  ),
  ...Object.entries({ ...BOTH.begun, ...ONLY[collection].begun }).map(([path, value]) => ({ path, begins: [value] })),
  ...(collection === 'events' ? Object.entries(places).map(([path, begins]) => ({ path, begins })) : []),
];

const LANGUAGES: readonly Language[] = ['de', 'en'];

type Fields = {
  readonly empty: readonly string[];
  readonly localised: readonly string[];
  readonly begun: Readonly<Record<string, string | boolean>>;
};

const BOTH: Fields = {
  empty: [
    ...['link', 'deadline', 'picture', 'attachments', 'coOrganisers', 'doNotPromoteReason', 'embargoUntil'],
    ...['contact.name', 'contact.email', 'contact.phone'],
    ...['funding.hashtag', 'funding.logo', 'funding.validFrom', 'funding.validTo'],
  ],
  localised: ['title', 'teaser', 'funding.text'],
  begun: { language: 'de', visibility: 'public', doNotPromote: false, 'contact.isPublic': false },
};

const ONLY: Readonly<Record<ContentCollection, Fields>> = {
  events: {
    empty: ['startsAt', 'endsAt', 'previousStartsAt', 'cost'],
    localised: ['description', 'audience'],
    begun: { attendance: 'on-site', allDay: false, status: 'planned', soldOut: false },
  },
  'news-items': {
    empty: ['callRole', 'country'],
    localised: ['text', 'problem', 'actors', 'evidence', 'transferability'],
    begun: { kind: 'news' },
  },
};
