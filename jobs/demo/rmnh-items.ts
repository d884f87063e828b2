import { toIso } from '#domain/time';
import type { Days } from './days';
import type { DemoItem, EventItem, NewsItem } from './items';

/** Examples that Regionalmanagement Nordhessen enters. */
export const rmnhItems = (days: Days): readonly DemoItem[] => [
  challenge(days),
  innovationLab(days),
  clusterBreakfast(days),
  pitchEvening(days),
  stakeholderMeeting(days),
];

const challenge = (days: Days): NewsItem => ({
  name: 'challenge',
  collection: 'news-items',
  by: 'regionalmanagement-nordhessen',
  at: days.ago(27, '10:05'),
  topics: ['open-innovation', 'digitalisierung'],
  data: {
    kind: 'call',
    callRole: 'seeker',
    title: 'Open Innovation Challenge: Lösungen für vier Digitalisierungsaufgaben gesucht',
    teaser:
      'Vier Unternehmen aus Nordhessen suchen Teams aus Start-ups und Mittelstand, die mit ihnen eine Aufgabe der Digitalisierung lösen. ' +
      'Bewerben können sich Teams aus ganz Hessen.',
    deadline: toIso(days.ahead(20, '23:59')),
    link: 'https://example.org/open-innovation-challenge',
  },
  english: {
    title: 'Open Innovation Challenge: solutions wanted for four digitalisation tasks',
    teaser:
      'Four companies from North Hesse are looking for teams of start-ups and SMEs to solve a digitalisation task together. Teams from ' +
      'all over Hesse can apply.',
  },
  picture: {
    motif: 'circles',
    colours: 'sea',
    de: 'Abstrakte Grafik: einander überschneidende Kreise in Blau und Grün',
    en: 'Abstract graphic: overlapping circles in blue and green',
  },
  paragraphs: ['Die Challenge hat vier Phasen: Aufgabe beschreiben, Teams finden, gemeinsam entwickeln, Ergebnis vorstellen.'],
});

const innovationLab = (days: Days): EventItem => ({
  name: 'innovation-lab',
  collection: 'events',
  by: 'regionalmanagement-nordhessen',
  at: days.ago(26, '11:20'),
  topics: ['innovation', 'cluster'],
  data: {
    title: 'MoWiN.Innovation Lab',
    teaser:
      'Unternehmen stellen eine Neuerung vor, eine Fachrunde gibt Rückmeldung. Wer Partner für den nächsten Schritt sucht, ist hier richtig.',
    startsAt: toIso(days.ago(4, '16:00')),
    endsAt: toIso(days.ago(4, '18:30')),
    attendance: 'on-site',
    placeRegion: 'north',
    town: 'Kassel',
    cost: 'kostenfrei',
  },
  english: {
    title: 'MoWiN.Innovation Lab',
    teaser:
      'Companies present something new and an expert panel gives feedback. The right place to find partners for the next step.',
  },
  paragraphs: ['Jede Vorstellung dauert zehn Minuten, danach folgt das Gespräch mit der Fachrunde.'],
});

const clusterBreakfast = (days: Days): EventItem => ({
  name: 'cluster-breakfast',
  collection: 'events',
  by: 'regionalmanagement-nordhessen',
  at: days.ago(22, '10:30'),
  topics: ['cluster', 'transfer'],
  data: {
    title: 'Cluster-Frühstück Mobilität',
    teaser: 'Kurze Impulse aus drei Betrieben und viel Zeit für neue Kontakte: Das Netzwerk trifft sich zum Frühstück in Kassel.',
    startsAt: toIso(days.ahead(15, '08:30')),
    endsAt: toIso(days.ahead(15, '10:30')),
    attendance: 'on-site',
    placeRegion: 'north',
    town: 'Kassel',
    link: 'https://example.org/cluster-fruehstueck',
  },
  english: {
    title: 'Mobility cluster breakfast',
    teaser: 'Short talks from three companies and plenty of time for new contacts: the network meets for breakfast in Kassel.',
  },
  paragraphs: ['Das Frühstück ist offen für alle Betriebe, auch ohne Mitgliedschaft im Netzwerk.'],
});

const pitchEvening = (days: Days): EventItem => ({
  name: 'pitch-evening',
  collection: 'events',
  by: 'regionalmanagement-nordhessen',
  with: ['science-park-kassel'],
  at: days.ago(15, '10:10'),
  topics: ['open-innovation', 'scale-up'],
  data: {
    title: 'Pitch-Abend der Open Innovation Challenge',
    teaser:
      'Teams aus Start-ups und Mittelstand stellen ihre Lösungen für vier Aufgaben nordhessischer Unternehmen vor. Das Publikum stimmt mit ab.',
    startsAt: toIso(days.ahead(26, '17:30')),
    endsAt: toIso(days.ahead(26, '20:30')),
    attendance: 'on-site',
    placeRegion: 'north',
    venue: 'Science Park Kassel',
    town: 'Kassel',
    link: 'https://example.org/pitch-abend',
  },
  english: {
    title: 'Pitch evening of the Open Innovation Challenge',
    teaser:
      'Teams of start-ups and SMEs present their solutions to four tasks from companies in North Hesse. The audience has a vote.',
  },
  picture: {
    motif: 'lines',
    colours: 'night',
    de: 'Abstrakte Grafik: helle Linien laufen auf dunkelblauem Grund auf einen Punkt zu',
    en: 'Abstract graphic: light lines converge on a point on a dark blue ground',
  },
  paragraphs: ['Die Vorstellungen dauern je acht Minuten. Im Anschluss werden die Preise vergeben.'],
});

const stakeholderMeeting = (days: Days): EventItem => ({
  name: 'stakeholder-meeting',
  collection: 'events',
  by: 'regionalmanagement-nordhessen',
  at: days.ago(11, '14:00'),
  topics: ['cluster'],
  data: {
    title: 'Treffen der sechs Akteure',
    teaser:
      'Halbjährliches Treffen der Akteursgruppe: Rückblick auf die gegenseitige Bewerbung, Vorhaben für das nächste Halbjahr.',
    startsAt: toIso(days.ahead(48, '10:00')),
    endsAt: toIso(days.ahead(48, '14:00')),
    attendance: 'hybrid',
    placeRegion: 'north',
    town: 'Kassel',
    visibility: 'stakeholders',
  },
  paragraphs: ['Die Tagesordnung folgt zwei Wochen vorher.'],
});
