import type { Region } from '#domain/organisation';

/** What the first start knows of a body: public facts only; everything can be edited afterwards. */
export type SeedOrganisation = {
  readonly slug: string;
  readonly shortName: string;
  readonly name: string;
  readonly seat: string;
  readonly region: Region;
  readonly statewide: boolean;
  /** Slug of the body in whose house it works. */
  readonly house?: string;
  /** Only where it is certain. */
  readonly website?: string;
};

/** Slug of the body that coordinates the group. */
export const COORDINATOR = 'regionalmanagement-nordhessen';

/** The six bodies of the agreement; a body follows the one that houses it. */
export const SEED_ORGANISATIONS: readonly SeedOrganisation[] = [
  {
    slug: COORDINATOR,
    shortName: 'RMNH',
    name: 'Regionalmanagement Nordhessen GmbH',
    seat: 'Kassel',
    region: 'north',
    statewide: false,
    website: 'https://www.regionnordhessen.de',
  },
  {
    slug: 'science-park-kassel',
    shortName: 'SPK',
    name: 'Science Park Kassel GmbH',
    seat: 'Kassel',
    region: 'north',
    statewide: false,
    website: 'https://www.sciencepark-kassel.de',
  },
  {
    slug: 'ihk-hessen-innovativ',
    shortName: 'IHK-HI',
    name: 'IHK Hessen innovativ',
    seat: 'Frankfurt am Main',
    region: 'south',
    statewide: true,
  },
  {
    slug: 'hessen-trade-invest',
    shortName: 'HTAI',
    name: 'Hessen Trade & Invest GmbH',
    seat: 'Wiesbaden',
    region: 'south',
    statewide: true,
    website: 'https://www.htai.de',
  },
  {
    slug: 'een-hessen',
    shortName: 'EEN',
    name: 'Enterprise Europe Network Hessen',
    seat: 'Wiesbaden',
    region: 'south',
    statewide: true,
    house: 'hessen-trade-invest',
  },
  {
    slug: 'wirtschaftsministerium-hessen',
    shortName: 'HMWEVW',
    name: 'Hessisches Ministerium für Wirtschaft, Energie, Verkehr und Wohnungsbau',
    seat: 'Wiesbaden',
    region: 'south',
    statewide: true,
    website: 'https://wirtschaft.hessen.de',
  },
];

/** Topics by slug, German and English. */
export const SEED_TOPICS: readonly (readonly [slug: string, de: string, en: string])[] = [
  ['scale-up', 'Scale-up und Wachstum', 'Scale-up and growth'],
  ['innovation', 'Innovation', 'Innovation'],
  ['internationalisierung', 'Internationalisierung', 'Internationalisation'],
  ['digitalisierung', 'Digitalisierung', 'Digitalisation'],
  ['open-innovation', 'Open Innovation', 'Open innovation'],
  ['finanzierung', 'Finanzierung', 'Finance'],
  ['cluster', 'Cluster und Netzwerke', 'Clusters and networks'],
  ['transfer', 'Wissens- und Technologietransfer', 'Knowledge and technology transfer'],
];
