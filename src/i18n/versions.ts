import { type Words, words } from './words';

/** Words of the page that lists the versions of a document. */
export const VERSIONS = {
  changedAt: words('Geändert am (Berliner Zeit)', 'Changed at (Berlin time)'),
  newer: words('Neuere Fassungen', 'Newer versions'),
  older: words('Ältere Fassungen', 'Older versions'),
  pages: words('Weitere Fassungen', 'More versions'),
  /** Nobody was logged in, or it was changed before anybody was noted. */
  nobody: words('System', 'System'),
  gone: words('gelöschtes Benutzerkonto', 'deleted user account'),
} as const;

/** Who made a version: the name that belongs to the id, leavers included. */
export const authorInWords = (id: string | null | undefined, names: ReadonlyMap<string, string>): Words => {
  if (!id) return VERSIONS.nobody;
  const name = names.get(id);
  return name === undefined ? VERSIONS.gone : words(name, name);
};
