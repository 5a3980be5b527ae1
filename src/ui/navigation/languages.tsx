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

type Props = { readonly label: string; readonly items: readonly Item[]; readonly place: string; readonly canonical?: string };

function Kept({ items, place, canonical }: Omit<Props, 'label'> & { readonly canonical: string }) {
  return (
    <>
      <link rel="canonical" href={useFrame().site + canonical} />
      {items.map(({ tag, alone }) => (
        <Alternate key={tag} tag={tag} to={alone} />
      ))}
      <Alternate tag="x-default" to={place} />
    </>
  );
}

/**
 * The same page in other languages; works without scripts, and tells whoever keeps pages which is which, by whole addresses.
 * `place` has no language in it; without a `canonical` address nobody keeps the page.
 */
export function Languages({ label, items, place, canonical }: Props) {
  return (
    <nav aria-label={label} className="languages">
      {canonical !== undefined && <Kept items={items} place={place} canonical={canonical} />}
      <ul>
        {items.map((item) => (
          <Language key={item.tag} {...item} />
        ))}
      </ul>
    </nav>
  );
}
