import type { DataFlow } from './data-flows';
import { type Words, words } from './words';

/** Words of the page about personal data. */
export const DATA_FLOWS = {
  title: words('Datenflüsse', 'Data flows'),
  lead: words(
    'Welche personenbezogenen Daten diese Installation verarbeitet, so wie sie gerade eingerichtet ist: eine Grundlage für das Verzeichnis der Verarbeitungstätigkeiten (Art. 30 DSGVO).',
    'Which personal data this installation processes, as it is set up now: a basis for the record of processing activities (Art. 30 GDPR).',
  ),
  refused: words(
    'Die Datenflüsse sehen nur Koordination und Administration.',
    'Only coordination and administration see the data flows.',
  ),
} as const;

/** The parts of a flow below its purpose, in the order in which they are told. */
export const FLOW_PARTS = [
  { part: 'whose', label: words('Betroffene', 'People concerned') },
  { part: 'data', label: words('Daten', 'Data') },
  { part: 'basis', label: words('Rechtsgrundlage', 'Legal basis') },
  { part: 'where', label: words('Ort', 'Place') },
  { part: 'recipients', label: words('Empfänger', 'Recipients') },
  { part: 'kept', label: words('Dauer', 'Time') },
] as const satisfies readonly { readonly part: keyof DataFlow; readonly label: Words }[];
