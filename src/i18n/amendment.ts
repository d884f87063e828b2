import { type Words, words } from './words';

/** Words of putting right what a post says of an event that has changed since. */
export const AMENDMENT = {
  underWay: words(
    'Die Veranstaltung hat sich geändert. Der Beitrag wird beim Netzwerk gleich berichtigt.',
    'The event has changed. The post will be put right at the network in a moment.',
  ),
  settled: words('Jemand hat bestätigt, dass dieser Beitrag erledigt ist.', 'Somebody confirmed that this post is settled.'),
  button: words('Erledigt: Ich habe nachgesehen', 'Settled: I have looked'),
  done: words('Danke, der Beitrag gilt als erledigt.', 'Thank you, the post counts as settled.'),
  nothing: words(
    'Bei diesem Beitrag ist nichts zu erledigen. Bitte laden Sie die Seite neu.',
    'There is nothing to settle about this post. Please reload the page.',
  ),
  forbidden: words(
    'Das bestätigt die Redaktion des tragenden Akteurs, die Koordination oder die Administration.',
    'That is confirmed by the editors of the carrying organisation, by coordination or administration.',
  ),
  today: words(
    'Um diesen Beitrag muss sich jemand beim Netzwerk kümmern. Bitte öffnen Sie ihn: Dort steht, was zu tun ist.',
    'Somebody has to see to this post at the network. Please open it: it says what is to be done.',
  ),
  attempt: words('Berichtigung beim Netzwerk, Versuch', 'Putting right at the network, attempt'),
} as const;

/** `at`: in words. */
export const amendedSentence = (at: string): Words =>
  words(`Beitrag nachträglich berichtigt am ${at}.`, `The post was put right on ${at}.`);

/** Why a person has to see to a post. */
export type ForPeople = 'own-text' | 'cannot' | 'by-hand' | 'refused';

/** The same in words, with what to do. */
export const FOR_PEOPLE: Readonly<Record<ForPeople, Words>> = {
  'own-text': words(
    'Die Veranstaltung hat sich geändert, und dieser Beitrag trägt einen eigenen Text. Bitte sehen Sie nach, ob er noch stimmt, und berichtigen oder löschen Sie ihn.',
    'The event has changed, and this post has a text of its own. Please look whether it is still true, and put it right or delete it.',
  ),
  cannot: words(
    'Die Veranstaltung hat sich geändert, und dieses Netzwerk lässt Beiträge nicht ändern. Bitte löschen Sie den Beitrag, wenn er in die Irre führt.',
    'The event has changed, and this network lets no post be changed. Please delete the post if it misleads.',
  ),
  'by-hand': words(
    'Die Veranstaltung hat sich geändert. Diesen Beitrag hat ein Mensch veröffentlicht: Bitte berichtigen oder löschen Sie ihn beim Netzwerk.',
    'The event has changed. A person published this post: please put it right or delete it at the network.',
  ),
  refused: words(
    'Die Veranstaltung hat sich geändert, aber der Beitrag ließ sich beim Netzwerk nicht berichtigen. Bitte berichtigen oder löschen Sie ihn dort selbst.',
    'The event has changed, but the post could not be put right at the network. Please put it right or delete it there yourself.',
  ),
};
