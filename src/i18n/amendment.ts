import type { ForPeople, Hold } from '#domain/amendment-stand';
import { type Words, words } from './words';

/** Words of putting right what a post says of an event that has changed since. */
export const AMENDMENT = {
  unclear: words(
    'Die Veranstaltung hat sich geändert. Steht fest, dass der Beitrag erschienen ist, muss er noch berichtigt werden.',
    'The event has changed. Once it is certain that the post appeared, it still has to be put right.',
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
  toSeeTo: words('bitte nachsehen', 'please look'),
  today: words(
    'Um diesen Beitrag beim Netzwerk muss sich jemand kümmern: Auf der Seite der Ausspielung steht, warum und was zu tun ist.',
    'Somebody must see to this post at the network: the page of the delivery says why, and what to do.',
  ),
  told: words(
    'Der neue Stand ist auf diesem Kanal schon gemeldet. Dieser ältere Beitrag nennt noch den alten, und das Netzwerk erlaubt es nicht, Beiträge zu ändern: Löschen Sie ihn, wenn er in die Irre führt.',
    'The change has been told on this channel already. This earlier post still tells how it was, and the network does not allow posts to be changed: delete it if it misleads.',
  ),
  toTold: words('Zur Meldung', 'To what was told'),
  look: words('Ansehen und erledigen', 'Look and settle'),
  attempt: words('Berichtigung beim Netzwerk, Versuch', 'Putting right at the network, attempt'),
} as const;

/** `at`: in words. */
export const amendedSentence = (at: Words): Words =>
  words(`Beitrag nachträglich berichtigt am ${at.de}.`, `The post was put right on ${at.en}.`);

/** What happens next, not before `until`; undefined: in a moment. */
export const underWaySentence = (kind: 'under-way' | 'soon-for-people', until: Words | undefined): Words => {
  if (kind === 'under-way')
    return words(
      `Die Veranstaltung hat sich geändert. Der Beitrag wird beim Netzwerk ${until ? `frühestens am ${until.de}` : 'gleich'} berichtigt.`,
      `The event has changed. The post will be put right at the network ${until ? `on ${until.en} at the earliest` : 'in a moment'}.`,
    );
  return words(
    `Die Veranstaltung hat sich geändert. Ob an diesem Beitrag etwas zu tun ist, steht ${until ? `ab ${until.de}` : 'gleich'} hier und auf „Heute“.`,
    `The event has changed. Whether anything is to be done about this post will stand here and on “Today” ${until ? `from ${until.en} on` : 'in a moment'}.`,
  );
};

/** Why the network is not asked for now. */
export const HELD: Readonly<Record<Hold, Words>> = {
  stopped: words(
    'Die Veranstaltung hat sich geändert. Solange der Kanal angehalten ist, bleibt der Beitrag, wie er ist. Eilt es, berichtigen oder löschen Sie ihn beim Netzwerk selbst.',
    'The event has changed. While the channel is stopped the post stays as it is. If it is urgent, put it right or delete it at the network yourself.',
  ),
  trouble: words(
    'Die Veranstaltung hat sich geändert, aber der Kanal kann gerade nichts berichtigen. Der Beitrag bleibt, wie er ist, bis der Kanal weiterläuft. Eilt es, berichtigen oder löschen Sie ihn beim Netzwerk selbst.',
    'The event has changed, but the channel cannot put anything right at the moment. The post stays as it is until the channel goes on. If it is urgent, put it right or delete it at the network yourself.',
  ),
  rest: words(
    'Die Veranstaltung hat sich geändert. Das Netzwerk nimmt gerade nichts an; der Beitrag wird berichtigt, sobald es das wieder tut.',
    'The event has changed. The network takes nothing at the moment; the post will be put right as soon as it does again.',
  ),
};

/** Why a person has to see to a post, with what to do. */
export const FOR_PEOPLE: Readonly<Record<ForPeople, Words>> = {
  'own-text': words(
    'Die Veranstaltung hat sich geändert, und dieser Beitrag trägt einen eigenen Text. Bitte sehen Sie nach, ob er noch stimmt, und berichtigen oder löschen Sie ihn.',
    'The event has changed, and this post has a text of its own. Please look whether it is still true, and put it right or delete it.',
  ),
  cannot: words(
    'Die Veranstaltung hat sich geändert, und dieses Netzwerk erlaubt es nicht, Beiträge zu ändern. Bitte löschen Sie den Beitrag, wenn er in die Irre führt.',
    'The event has changed, and this network does not allow posts to be changed. Please delete the post if it misleads.',
  ),
  'no-way': words(
    'Die Veranstaltung hat sich geändert, und der Kanal kann diesen Beitrag auf seinem jetzigen Weg nicht berichtigen. Bitte berichtigen oder löschen Sie ihn dort, wo er steht.',
    'The event has changed, and by its present way the channel cannot put this post right. Please put it right or delete it where it stands.',
  ),
  unknown: words(
    'Die Veranstaltung hat sich geändert. Weil bei der Übermittlung die Antwort ausblieb, kann Nordsüd diesen Beitrag nicht selbst berichtigen: Bitte berichtigen oder löschen Sie ihn beim Netzwerk.',
    'The event has changed. Because the transmission got no answer, Nordsüd cannot put this post right itself: please put it right or delete it at the network.',
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
