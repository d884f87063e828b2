import Link from 'next/link';
import './list-tabs.css';

/** One view of a list: what it is called, where it is, and how much there is to do in it. */
export type ListTab = {
  readonly name: string;
  readonly href: string;
  readonly isCurrent: boolean;
  readonly count?: number | undefined;
};

/** Views of a list, one click each, above its table. */
export const ListTabs = ({ label, tabs }: { readonly label: string; readonly tabs: readonly ListTab[] }) => (
  <nav className="list-tabs" aria-label={label}>
    {tabs.map(({ name, href, isCurrent, count }) => (
      <Link key={name} href={href} aria-current={isCurrent ? 'page' : undefined} className="list-tab" prefetch={false}>
        {name}
        {count ? <span className="list-badge">{count}</span> : null}
      </Link>
    ))}
  </nav>
);
