import { Link } from '../actions/link.tsx';

export type NavItem = { readonly to: string; readonly text: string; readonly current?: boolean | undefined };

/** The links of a bar or masthead. */
export function Nav({ label, items }: { label: string; items: readonly NavItem[] }) {
  return (
    <nav aria-label={label}>
      {items.map(({ to, text, current }) => (
        <Link key={to} to={to} current={current ? 'page' : undefined}>
          {text}
        </Link>
      ))}
    </nav>
  );
}

export type Tab = NavItem & { readonly count?: number | undefined };

/** Views of one thing side by side. Each is a page of its own. */
export function Tabs({ label, items }: { label: string; items: readonly Tab[] }) {
  return (
    <nav className="tabs" aria-label={label}>
      {items.map(({ to, text, current, count }) => (
        <Link key={to} to={to} current={current ? 'page' : undefined}>
          {text} {count !== undefined && <span className="n">{count}</span>}
        </Link>
      ))}
    </nav>
  );
}

/** A step of the way may be a title people wrote: one too long for the line is shortened, and says the rest to whoever points at it. */
const inside = (text: string) => <bdi title={text}>{text}</bdi>;

/** The way down to this page; the last one is the page itself and no link. */
export function Crumbs({ label, items }: { label: string; items: readonly { readonly to?: string; readonly text: string }[] }) {
  return (
    <nav aria-label={label}>
      <ol className="crumbs">
        {items.map(({ to, text }, i) => (
          <li key={to ?? text}>
            {to !== undefined && i < items.length - 1 ? (
              <Link to={to}>{inside(text)}</Link>
            ) : (
              <span aria-current="page">{inside(text)}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
