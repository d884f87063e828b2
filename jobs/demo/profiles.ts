import type { Payload } from 'payload';

/** Fills in what the bodies' own people would: hashtags for posts, and accounts that others mention. */
export const seedProfiles = async (payload: Payload, organisations: ReadonlyMap<string, string>): Promise<void> => {
  for (const [slug, hashtags] of HASHTAGS) {
    const id = organisations.get(slug);
    if (id)
      await payload.update({
        collection: 'organisations',
        id,
        depth: 0,
        data: { hashtags: [...hashtags], handles: HANDLES[slug] ?? {} },
      });
  }
};

/** Of a server that nobody has. */
const HANDLES: Readonly<Record<string, { readonly mastodon: string }>> = {
  'science-park-kassel': { mastodon: '@sciencepark@social.example.org' },
  'hessen-trade-invest': { mastodon: '@htai@social.example.org' },
};

const HASHTAGS: readonly (readonly [slug: string, hashtags: readonly string[]])[] = [
  ['regionalmanagement-nordhessen', ['Nordhessen']],
  ['science-park-kassel', ['Kassel', 'Gründung']],
  ['ihk-hessen-innovativ', ['Innovation', 'Hessen']],
  ['hessen-trade-invest', ['Hessen', 'Innovation']],
  ['een-hessen', ['EEN', 'Hessen']],
  ['wirtschaftsministerium-hessen', ['Hessen']],
];
