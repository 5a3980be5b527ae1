import { useFrame, useHref } from '../base/frame.tsx';

type Item = {
  readonly tag: string;
  /** In the language itself. */
  readonly name: string;
  readonly direction: 'ltr' | 'rtl';
  readonly to: string;
  /** Its address without what was asked on the page. */
  readonly alone: string;
  readonly current: boolean;
};

function Language({ tag, name, direction, to, current }: Item) {
  return (
    <li>
      <a href={useHref(to)} hrefLang={tag} lang={tag} dir={direction} aria-current={current ? 'true' : undefined}>
        {name}
      </a>
    </li>
  );
}

function Alternate({ tag, to }: { tag: string; to: string }) {
  return <link rel="alternate" hrefLang={tag} href={useFrame().site + to} />;
}

/**
 * The same page in other languages; works without scripts, and tells whoever keeps pages which is which, by whole addresses.
 * `place` has no language in it.
 */
export function Languages({ label, items, place, canonical }: { label: string; items: readonly Item[]; place: string; canonical: string }) {
  return (
    <nav aria-label={label} className="languages">
      <link rel="canonical" href={useFrame().site + canonical} />
      {items.map(({ tag, alone }) => (
        <Alternate key={tag} tag={tag} to={alone} />
      ))}
      <Alternate tag="x-default" to={place} />
      <ul>
        {items.map((item) => (
          <Language key={item.tag} {...item} />
        ))}
      </ul>
    </nav>
  );
}
