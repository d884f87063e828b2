import { toIso } from '#domain/time';
import type { Days } from './days';
import type { DemoItem, EventItem, NewsItem } from './items';

/** Examples that Science Park Kassel enters. */
export const spkItems = (days: Days): readonly DemoItem[] => [
  foundersEvening(days),
  workshopTalk(days),
  demoDay(days),
  prototypeLab(days),
];

const foundersEvening = (days: Days): EventItem => ({
  name: 'founders-evening',
  collection: 'events',
  by: 'science-park-kassel',
  at: days.ago(24, '09:40'),
  topics: ['scale-up', 'finanzierung'],
  data: {
    title: 'Gründungsabend: Vom Prototyp zum ersten Auftrag',
    teaser:
      'Drei junge Unternehmen aus Kassel erzählen, wie sie ihren ersten Auftrag gewonnen haben. Danach ist Zeit für Fragen und Gespräche.',
    startsAt: toIso(days.ahead(9, '18:00')),
    endsAt: toIso(days.ahead(9, '21:00')),
    attendance: 'on-site',
    placeRegion: 'north',
    venue: 'Science Park Kassel',
    town: 'Kassel',
    link: 'https://example.org/gruendungsabend',
    deadline: toIso(days.ahead(8, '12:00')),
    cost: 'kostenfrei',
    audience: 'Gründungsinteressierte, junge Unternehmen',
  },
  english: {
    title: 'Founders’ evening: from prototype to first order',
    teaser:
      'Three young companies from Kassel tell how they won their first order. Afterwards there is time for questions and conversation.',
  },
  picture: {
    motif: 'steps',
    colours: 'ember',
    de: 'Abstrakte Grafik: warme Farbflächen steigen wie Stufen nach rechts an',
    en: 'Abstract graphic: warm areas of colour rise to the right like steps',
  },
  paragraphs: ['Einlass ist ab 17:30 Uhr. Für Getränke ist gesorgt.'],
});

const workshopTalk = (days: Days): EventItem => ({
  name: 'workshop-talk',
  collection: 'events',
  by: 'science-park-kassel',
  at: days.ago(20, '13:15'),
  topics: ['digitalisierung', 'transfer'],
  data: {
    title: 'Werkstattgespräch: Künstliche Intelligenz in der Fertigung',
    teaser:
      'Wo hilft künstliche Intelligenz in kleinen Fertigungsbetrieben schon heute? Zwei Beispiele aus Nordhessen, eine offene Diskussion.',
    startsAt: toIso(days.ahead(12, '15:00')),
    endsAt: toIso(days.ahead(12, '17:30')),
    attendance: 'hybrid',
    placeRegion: 'north',
    venue: 'Science Park Kassel',
    town: 'Kassel',
    link: 'https://example.org/werkstattgespraech',
    cost: 'kostenfrei',
  },
  english: {
    title: 'Workshop talk: artificial intelligence in manufacturing',
    teaser:
      'Where does artificial intelligence already help small manufacturers? Two examples from North Hesse and an open discussion.',
  },
  paragraphs: ['Eine Teilnahme ist vor Ort und online möglich.'],
});

const demoDay = (days: Days): EventItem => ({
  name: 'demo-day',
  collection: 'events',
  by: 'science-park-kassel',
  at: days.ago(1, '09:30'),
  topics: ['transfer', 'innovation'],
  data: {
    title: 'Demo Day: Hochschulteams zeigen ihre Prototypen',
    teaser:
      'Acht Teams aus der Hochschule zeigen, woran sie arbeiten. Gesucht sind Betriebe, die Prototypen im Alltag erproben möchten.',
    startsAt: toIso(days.ahead(45, '14:00')),
    endsAt: toIso(days.ahead(45, '18:00')),
    attendance: 'on-site',
    placeRegion: 'north',
    venue: 'Science Park Kassel',
    town: 'Kassel',
    link: 'https://example.org/demo-day',
  },
  english: {
    title: 'Demo day: university teams show their prototypes',
    teaser:
      'Eight university teams show what they are working on. They are looking for companies to try out prototypes in everyday use.',
  },
  picture: {
    motif: 'waves',
    colours: 'beach',
    de: 'Abstrakte Grafik: sanfte Wellen in Türkis und Sandfarben',
    en: 'Abstract graphic: gentle waves in turquoise and sand',
  },
  paragraphs: ['Der Rundgang beginnt um 14 Uhr, um 16 Uhr folgt eine Gesprächsrunde.'],
});

const prototypeLab = (days: Days): NewsItem => ({
  name: 'prototype-lab',
  collection: 'news-items',
  by: 'science-park-kassel',
  at: days.ago(1, '10:45'),
  topics: ['innovation', 'transfer'],
  data: {
    kind: 'news',
    title: 'Werkstatt für Prototypen steht jungen Unternehmen offen',
    teaser:
      'Junge Unternehmen aus ganz Hessen können Maschinen und Arbeitsplätze tageweise buchen, um erste Muster selbst zu bauen.',
    link: 'https://example.org/prototypen',
  },
  english: {
    title: 'Prototype workshop opens its doors to young companies',
    teaser:
      'Young companies from all over Hesse can book machines and workplaces by the day to build their first samples themselves.',
  },
  paragraphs: ['Buchungen sind ab sofort möglich, eine Einweisung gehört dazu.'],
});
