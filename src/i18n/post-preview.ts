import { words } from './words';

/** Words of the panel that shows posts while a content is being edited. */
export const POST_PREVIEW = {
  title: words('Vorschau der Beiträge', 'Preview of the posts'),
  hint: words(
    'So würden die Kanäle diesen Inhalt ankündigen, wie er gerade im Formular steht. Ob und wann etwas hinausgeht, regeln Vereinbarung und Freigaben. Gespeichert wird dabei nichts.',
    'This is how channels would announce the content as it stands in the form right now. Whether and when something leaves is up to agreement and approvals. Nothing is saved by looking.',
  ),
  channel: words('Kanal', 'Channel'),
  own: words('Alle Kanäle des eigenen Hauses', 'All channels of the own house'),
  none: words(
    'Das eigene Haus hat keinen aktiven Kanal in einem sozialen Netzwerk. Wählen Sie oben den eines anderen Akteurs.',
    'The own house has no active channel on a social network. Choose another organisation’s above.',
  ),
  noneAtAll: words(
    'Noch hat kein Akteur einen Kanal in einem sozialen Netzwerk.',
    'No organisation has a channel on a social network yet.',
  ),
  incomplete: words(
    'Sobald das Wichtigste ausgefüllt ist, sehen Sie hier den Beitrag: der Titel und bei Veranstaltungen der Beginn.',
    'As soon as the essentials are filled in, the post shows here: the title, and of events the beginning.',
  ),
  failed: words(
    'Die Vorschau ließ sich gerade nicht laden. Sie kommt wieder, sobald Sie weiterschreiben.',
    'The preview could not be loaded just now. It comes back as you go on writing.',
  ),
} as const;

/** What of the teaser a post has no room for. */
export const LOST_OF_TEASER = {
  end: words('Der Kurztext ist hier gekürzt.', 'The teaser is cut here.'),
  all: words('Der Kurztext hat hier keinen Platz.', 'The teaser has no room here.'),
} as const;
