import './list-tabs.css';

/** One view of a list: what it is called, where it is, and how much there is to do in it. */
export type ListTab = {
  readonly name: string;
  readonly href: string;
  readonly isCurrent: boolean;
  readonly count?: number | undefined;
};

/**
 * Views of a list, one click each, above its table. Plain links: Payload's list keeps the filters it began with in its own memory,
 * and would put them back after a change of the address alone.
 */
export const ListTabs = ({ label, tabs }: { readonly label: string; readonly tabs: readonly ListTab[] }) => (
  <nav className="list-tabs" aria-label={label}>
    {tabs.map(({ name, href, isCurrent, count }) => (
      <a key={name} href={href} aria-current={isCurrent ? 'page' : undefined} className="list-tab">
        {name}
        {count ? <span className="list-badge">{count}</span> : null}
      </a>
    ))}
  </nav>
);
