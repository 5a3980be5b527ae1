import type { ReactNode } from 'react';
import { useHref } from '../base/frame.tsx';
import type { Option } from '../forms/choice.tsx';
import { Icon } from '../icons/icon.tsx';

/** Search and filters of a list: a form of GET, so the list has an address. */
export function Filters({ to, label, go, children }: { to: string; label: string; go: string; children: ReactNode }) {
  return (
    <search aria-label={label}>
      <form className="filters" method="get" action={useHref(to)}>
        {children}
        <button className="btn btn--small" type="submit">
          {go}
        </button>
      </form>
    </search>
  );
}

export function SearchBox({
  name = 'q',
  label,
  value,
  placeholder,
}: {
  name?: string;
  label: string;
  value?: string | undefined;
  placeholder?: string;
}) {
  return (
    <div className="search">
      <Icon is="search" />
      <input className="input" type="search" name={name} aria-label={label} defaultValue={value} placeholder={placeholder} />
    </div>
  );
}

export function FilterSelect({
  name,
  label,
  value,
  options,
}: {
  name: string;
  label: string;
  value?: string | undefined;
  options: readonly Option[];
}) {
  return (
    <select className="select" name={name} aria-label={label} defaultValue={value}>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}

/** Selects that stand beside the search where there is room, and below one line on a phone. */
export function FoldedFilters({ label, open, children }: { label: string; open: boolean; children: ReactNode }) {
  return (
    <details className="filters__fold" open={open}>
      <summary className="btn btn--small">{label}</summary>
      <div className="filters__folded">{children}</div>
    </details>
  );
}

/** One filter as a link; a chosen one carries the word for taking it away. */
export function Chip({ to, on, remove, children }: { to: string; on?: boolean; remove?: string; children: ReactNode }) {
  return (
    <a className="chip" href={useHref(to)} aria-current={on ? 'true' : undefined}>
      {children}
      {on && remove && <Icon is="cross" name={remove} />}
    </a>
  );
}
