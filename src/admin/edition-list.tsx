import Link from 'next/link';
import { redirect } from 'next/navigation';
import type { DefaultServerCellComponentProps, DocumentViewServerProps } from 'payload';

/** An edition has a page of its own, in place of Payload's form. */
export const EditionRedirect = ({ initPageResult, payload }: DocumentViewServerProps) =>
  redirect(`${payload.config.routes.admin}/ausgabe?id=${encodeURIComponent(String(initPageResult.docID ?? ''))}`);

/** The newsletter's name in the list, leading to the edition's page. */
export const EditionCell = ({ cellData, payload, rowData }: DefaultServerCellComponentProps) => (
  <Link href={`${payload.config.routes.admin}/ausgabe?id=${encodeURIComponent(String(rowData.id))}`} prefetch={false}>
    {String(cellData ?? '')}
  </Link>
);
