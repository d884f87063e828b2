import { randomBytes } from 'node:crypto';
import type { CollectionBeforeOperationHook, PayloadRequest } from 'payload';
import { DOCUMENT } from '#i18n/admin-organisations';
import { type REFUSALS, refusal } from '#i18n/problems';
import { faulty, languageOf } from './refuse';

/** Largest file in bytes: what a mailbox or a phone still opens without a thought. */
const MAX_BYTES = 10_000_000;

/**
 * Takes PDF files only, by their first bytes whatever their name says, without programs in them. The name gets an ending
 * that nobody guesses, for the file of an unpublished content is readable by whoever knows its name.
 */
export const checkPdf: CollectionBeforeOperationHook = async ({ operation, overrideAccess, req }) => {
  if (operation !== 'create' && operation !== 'update') return;
  if (!req.user && !overrideAccess) return;
  const { file } = req;
  if (!file) {
    if (operation === 'create') throw fault(req, 'pdfMissing');
    return;
  }
  if (file.data.byteLength > MAX_BYTES) throw fault(req, 'pdfLarge', { max: MAX_BYTES / 1_000_000 });
  const text = file.data.toString('latin1');
  if (!isPdf(text)) throw fault(req, 'pdfKind');
  if (ACTIVE.test(spelledOut(text))) throw fault(req, 'pdfActive');
  req.file = { ...file, mimetype: 'application/pdf', name: named(file.name) };
};

/**
 * What runs or hides something, wherever it stands: where streams begin and end only a whole reader of PDF knows. Every script
 * belongs to an action with one of these names, which are too long to turn up by chance in compressed data.
 */
const ACTIVE = /\/(?:JavaScript|Rendition|Launch|EmbeddedFile)\b/;

/** Names may be written with codes for their letters: `/J#61vaScript` (ISO 32000-1, 7.3.5). */
const spelledOut = (text: string): string =>
  text.replace(/#([\da-f]{2})/gi, (_code, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/** Begins and ends as a PDF does: Payload asks the same, but says so in its own words. */
const isPdf = (text: string): boolean =>
  text.startsWith('%PDF-') && text.slice(-1024).includes('%%EOF') && text.slice(-1024).includes('xref');

const named = (name: string): string =>
  `${name.replace(/\.[^.]*$/, '').slice(0, 80) || 'datei'}-${randomBytes(6).toString('hex')}.pdf`;

const fault = (req: PayloadRequest, code: keyof typeof REFUSALS, facts: Readonly<Record<string, number>> = {}) => {
  const language = languageOf(req);
  return faulty(req, 'documents', [{ path: 'file', message: refusal(code, language, facts), label: DOCUMENT.file[language] }]);
};
