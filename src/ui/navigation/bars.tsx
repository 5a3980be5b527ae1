import type { ReactNode } from 'react';
import { Link } from '../actions/link.tsx';
import { useHref } from '../base/frame.tsx';
import { Logo } from '../marks/logo.tsx';
import { Avatar } from '../messages/people.tsx';
import { Nav, type NavItem } from './nav.tsx';

type Named = { readonly text: string; readonly to: string };

/** Top of every public page: whose awards these are. */
export function Masthead({ name, label, items }: { name: Named; label: string; items: readonly NavItem[] }) {
  return (
    <header className="masthead">
      <div className="wrap">
        <Link className="masthead__name" to={name.to}>
          <bdi>{name.text}</bdi>
        </Link>
        <Nav label={label} items={items} />
      </div>
    </header>
  );
}

type BarProps = {
  readonly product: Named;
  /** What the bar's links are about: an edition, a programme, the organisation. */
  readonly subject?: Named | undefined;
  readonly label: string;
  readonly items: readonly NavItem[];
  readonly account?: { readonly name: string; readonly to: string; readonly label: string } | undefined;
};

/** Top of every work page. */
export function Bar({ product, subject, label, items, account }: BarProps) {
  const accountHref = useHref(account?.to ?? '');
  return (
    <header className="bar">
      <div className="wrap">
        <Logo name={product.text} to={product.to} bare={subject !== undefined} />
        {subject && (
          <Link className="bar__edition" to={subject.to}>
            <bdi title={subject.text}>{subject.text}</bdi>
          </Link>
        )}
        {items.length > 0 && <Nav label={label} items={items} />}
        {account && (
          <a className="bar__account link-plain row" href={accountHref}>
            <Avatar name={account.name} />
            <span className="vh">{account.label}</span>
          </a>
        )}
      </div>
    </header>
  );
}

/** Foot of every page: who holds it, a few links, the theme. `work` is the lower one below a bar. */
export function Foot({ work, children, theme }: { work?: boolean; children: ReactNode; theme: ReactNode }) {
  return (
    <footer className={work ? 'foot foot--work' : 'foot'}>
      <div className="wrap">
        {children}
        {theme}
      </div>
    </footer>
  );
}
