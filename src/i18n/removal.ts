import type { DispatchStatus } from '#domain/dispatch';
import { type Words, words } from './words';

/** Words of taking a post away at its network. */
export const REMOVAL = {
  button: words('Beitrag beim Netzwerk löschen', 'Delete the post at the network'),
  warning: words(
    'Der Beitrag verschwindet beim Netzwerk, mit allen Kommentaren und Reaktionen. Das lässt sich nicht zurücknehmen. Der Nachweis behält, dass er dort stand.',
    'The post disappears at the network with all its comments and reactions. That cannot be undone. The ledger keeps that it stood there.',
  ),
  submit: words('Ja, beim Netzwerk löschen', 'Yes, delete it at the network'),
  done: words('Der Beitrag wird beim Netzwerk gelöscht.', 'The post is being deleted at the network.'),
  already: words('Das Löschen ist schon veranlasst.', 'Deleting it has been asked for already.'),
  byHand: words(
    'Diesen Beitrag hat ein Mensch veröffentlicht, oder wir kennen ihn beim Netzwerk nicht. Bitte löschen Sie ihn dort selbst.',
    'A person published this post, or we do not know it at the network. Please delete it there yourself.',
  ),
  elsewhere: words(
    'Der Kanal hat inzwischen ein anderes Konto oder einen anderen Weg und kann diesen Beitrag nicht mehr löschen. Soll er verschwinden, löschen Sie ihn bitte beim Netzwerk von Hand.',
    'The channel has another account or way now and cannot delete this post any more. If it is to disappear, please delete it at the network by hand.',
  ),
  forbidden: words(
    'Das entscheidet die Redaktion des tragenden Akteurs, die Koordination oder die Administration, und nur wo wir den Beitrag selbst veröffentlicht haben und das Netzwerk das Löschen erlaubt.',
    'That is decided by the editors of the carrying organisation, by coordination or administration, and only where we published the post ourselves and the network lets us delete it.',
  ),
  attempt: words('Löschen beim Netzwerk, Versuch', 'Deleting at the network, attempt'),
} as const;

/** How taking a post away stands. */
export const REMOVAL_STANDS: Readonly<Record<DispatchStatus, Words>> = (() => {
  const underWay = words(
    'Der Beitrag wird beim Netzwerk gelöscht, sobald es das annimmt.',
    'The post will be deleted at the network as soon as it takes that.',
  );
  const gone = words('Der Beitrag ist beim Netzwerk gelöscht.', 'The post is deleted at the network.');
  const refused = words(
    'Der Beitrag ließ sich beim Netzwerk nicht löschen. Soll er verschwinden, löschen Sie ihn bitte dort selbst.',
    'The post could not be deleted at the network. If it is to disappear, please delete it there yourself.',
  );
  const settled = words(
    'Das Netzwerk ließ den Beitrag nicht löschen; jemand hat bestätigt, dass er erledigt ist.',
    'The network did not let the post be deleted; somebody confirmed that it is settled.',
  );
  return {
    ...{ due: underWay, sending: underWay, unconfirmed: underWay },
    ...{ accepted: gone, 'handed-over': refused, failed: refused, cancelled: settled },
  };
})();
