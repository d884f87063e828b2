import { toIso } from '#domain/time';
import type { Days } from './days';
import type { DemoItem, EventItem, NewsItem } from './items';

/** Examples from South Hesse, entered by HTAI, IHK Hessen innovativ, EEN Hessen and the Ministry. */
export const southItems = (days: Days): readonly DemoItem[] => [
  congress(days),
  financeDay(days),
  accelerator(days),
  adviceOnSite(days),
  consulting(days),
  brokerage(days),
  guide(days),
];

/** Published long before the 60 days that the clause allows: it is announced when they have come. */
const congress = (days: Days): EventItem => ({
  name: 'congress',
  collection: 'events',
  by: 'hessen-trade-invest',
  at: days.ago(28, '09:15'),
  topics: ['innovation', 'digitalisierung'],
  data: {
    title: 'Hessischer Innovationskongress',
    teaser:
      'Ein Tag für alle, die Neues in die Praxis bringen: Vorträge, Ausstellung und Gespräche mit Unternehmen, Start-ups und Forschung.',
    startsAt: toIso(days.ahead(56, '09:00')),
    endsAt: toIso(days.ahead(56, '18:00')),
    attendance: 'on-site',
    placeRegion: 'south',
    town: 'Wiesbaden',
    link: 'https://example.org/innovationskongress',
    deadline: toIso(days.ahead(49, '23:59')),
  },
  english: {
    title: 'Hessian Innovation Congress',
    teaser:
      'A day for everyone who puts new ideas into practice: talks, exhibition and meetings with companies, start-ups and research.',
  },
  picture: {
    motif: 'lines',
    colours: 'violet',
    de: 'Abstrakte Grafik: helle Linien laufen auf violettem Grund auf einen Punkt zu',
    en: 'Abstract graphic: light lines converge on a point on a violet ground',
  },
  paragraphs: ['Das Programm erscheint einige Wochen vor dem Kongress.'],
});

const financeDay = (days: Days): EventItem => ({
  name: 'finance-day',
  collection: 'events',
  by: 'ihk-hessen-innovativ',
  at: days.ago(18, '10:50'),
  topics: ['finanzierung', 'innovation'],
  data: {
    title: 'Sprechtag Finanzierung: Förderung für neue Vorhaben',
    teaser:
      'In Einzelgesprächen von 45 Minuten klären Unternehmen, welche Förderung zu ihrem Vorhaben passt und wie der Antrag gelingt.',
    startsAt: toIso(days.ahead(4, '09:00')),
    endsAt: toIso(days.ahead(4, '16:00')),
    attendance: 'online',
    placeRegion: 'online',
    link: 'https://example.org/sprechtag',
    deadline: toIso(days.ago(1, '23:59')),
    cost: 'kostenfrei',
  },
  picture: {
    motif: 'steps',
    colours: 'meadow',
    de: 'Abstrakte Grafik: grüne Farbflächen steigen wie Stufen nach rechts an',
    en: 'Abstract graphic: green areas of colour rise to the right like steps',
  },
  paragraphs: ['Die Gespräche finden per Video statt. Unterlagen zum Vorhaben helfen bei der Vorbereitung.'],
});

const accelerator = (days: Days): NewsItem => ({
  name: 'accelerator',
  collection: 'news-items',
  by: 'een-hessen',
  at: days.ago(17, '11:30'),
  topics: ['internationalisierung', 'scale-up'],
  data: {
    kind: 'best-practice',
    title: 'Innovation Accelerator: wie Murcia Unternehmen beim Wachsen begleitet',
    teaser:
      'Ein gutes Beispiel aus der Region Murcia: ein Begleitprogramm für Unternehmen, die wachsen wollen. Was lässt sich davon nach Hessen holen?',
    country: 'Spanien',
    problem: 'Unternehmen wachsen, aber Abläufe, Finanzierung und Vertrieb wachsen nicht mit.',
    actors: 'Regionale Entwicklungsagentur, Unternehmen, Beratung.',
    transferability: 'Als Reihe von Werkstätten mit den Akteuren in Nord- und Südhessen denkbar.',
  },
  english: {
    title: 'Innovation Accelerator: how Murcia supports growing companies',
    teaser:
      'A good practice from the region of Murcia: a support programme for companies that want to grow. What could work in Hesse?',
  },
  paragraphs: [],
});

const adviceOnSite = (days: Days): EventItem => ({
  name: 'advice-on-site',
  collection: 'events',
  by: 'ihk-hessen-innovativ',
  with: ['science-park-kassel'],
  at: days.ago(12, '09:50'),
  topics: ['innovation', 'transfer'],
  data: {
    title: 'Innovationsberatung vor Ort: ein Nachmittag in Kassel',
    teaser:
      'Fachleute aus Süd- und Nordhessen nehmen sich gemeinsam Zeit für Fragen aus den Betrieben, von der Idee bis zum Schutzrecht.',
    startsAt: toIso(days.ahead(24, '13:00')),
    endsAt: toIso(days.ahead(24, '17:00')),
    attendance: 'on-site',
    placeRegion: 'north',
    venue: 'Science Park Kassel',
    town: 'Kassel',
    link: 'https://example.org/innovationsberatung',
    deadline: toIso(days.ahead(20, '18:00')),
  },
  english: {
    title: 'Innovation advice on site: an afternoon in Kassel',
    teaser:
      'Experts from South and North Hesse take time together for questions from companies, from the idea to the property right.',
  },
  picture: {
    motif: 'circles',
    colours: 'dusk',
    de: 'Abstrakte Grafik: einander überschneidende Kreise in Orange und Blau',
    en: 'Abstract graphic: overlapping circles in orange and blue',
  },
  paragraphs: ['Bitte nennen Sie bei der Anmeldung kurz Ihr Thema, damit die passende Ansprechperson dabei ist.'],
});

const consulting = (days: Days): NewsItem => ({
  name: 'consulting',
  collection: 'news-items',
  by: 'ihk-hessen-innovativ',
  at: days.ago(8, '11:10'),
  topics: ['innovation', 'cluster'],
  data: {
    kind: 'best-practice',
    title: 'Innovationsberatung: der erste Schritt von der Idee zum Vorhaben',
    teaser: 'Wie ein Erstgespräch Betrieben hilft, eine Idee einzuordnen, Partner zu finden und den nächsten Schritt zu planen.',
    country: 'Deutschland',
    problem: 'Viele Betriebe haben Ideen, aber niemanden, der sie einordnet.',
    actors: 'Kammern, Betriebe, Hochschulen.',
  },
  paragraphs: [],
});

const brokerage = (days: Days): EventItem => ({
  name: 'brokerage',
  collection: 'events',
  by: 'een-hessen',
  with: ['hessen-trade-invest'],
  at: days.ago(6, '14:20'),
  topics: ['internationalisierung', 'cluster'],
  data: {
    title: 'Kooperationsbörse: Partner in Europa finden',
    teaser:
      'In kurzen, vorab vereinbarten Gesprächen lernen Unternehmen mögliche Partner aus anderen Ländern kennen, vor Ort oder per Video.',
    startsAt: toIso(days.ahead(40, '10:00')),
    endsAt: toIso(days.ahead(40, '16:00')),
    attendance: 'hybrid',
    placeRegion: 'south',
    town: 'Frankfurt am Main',
    link: 'https://example.org/kooperationsboerse',
    deadline: toIso(days.ahead(33, '23:59')),
  },
  english: {
    title: 'Brokerage event: find partners in Europe',
    teaser:
      'In short meetings arranged beforehand, companies get to know possible partners from other countries, on site or by video.',
  },
  picture: {
    motif: 'waves',
    colours: 'sky',
    de: 'Abstrakte Grafik: sanfte Wellen in Blau und Weiß',
    en: 'Abstract graphic: gentle waves in blue and white',
  },
  paragraphs: ['Die Sprache der Gespräche ist Englisch.'],
});

const guide = (days: Days): NewsItem => ({
  name: 'guide',
  collection: 'news-items',
  by: 'wirtschaftsministerium-hessen',
  at: days.ago(4, '12:00'),
  topics: ['finanzierung', 'scale-up'],
  data: {
    kind: 'news',
    title: 'Leitfaden: Finanzierung für wachsende Unternehmen',
    teaser: 'Auf wenigen Seiten: welche Wege der Finanzierung es für wachsende Unternehmen gibt und wer in Hessen dazu berät.',
    link: 'https://example.org/leitfaden',
  },
  paragraphs: ['Der Leitfaden steht zum Herunterladen bereit.'],
});
