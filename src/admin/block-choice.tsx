import Link from 'next/link';
import { blockPath } from '#domain/addresses';
import { berlinDay } from '#domain/time';
import { BLOCK } from '#i18n/block-page';
import type { BlockPage } from './block-load';
import type { PageRequest } from './page-frame';

type Props = { readonly page: BlockPage; readonly request: PageRequest };

/** Which newsletter, where there are several, and until when. */
export const BlockChoice = ({ page: { channel, channels, until }, request: { admin, language } }: Props) => (
  <div className="block-choice">
    {channels.length > 1 && (
      <nav aria-label={BLOCK.choose[language]}>
        {channels.map(({ id, name }) => (
          <Link key={id} href={blockPath(id, admin)} aria-current={id === channel.id ? 'page' : undefined} prefetch={false}>
            {name}
          </Link>
        ))}
      </nav>
    )}
    <form action={`${admin}/baustein`} method="get">
      <input type="hidden" name="kanal" value={channel.id} />
      <label htmlFor="block-until">{BLOCK.until[language]}</label>
      <input id="block-until" type="date" name="bis" defaultValue={berlinDay(until)} required />
      <button type="submit">{BLOCK.show[language]}</button>
    </form>
  </div>
);
