import { useHref } from '../base/frame.tsx';
import { sprig } from './outlines.ts';

function Sprig() {
  return (
    <svg viewBox="0 0 32 32" className="mark" aria-hidden>
      <path d={sprig} />
    </svg>
  );
}

/** The sprig: two pairs of leaves, or of hands about to meet. `bare` keeps the name for people who cannot see it. */
export function Logo({ name, to, bare }: { name: string; to: string; bare?: boolean }) {
  return (
    <a className="logo" href={useHref(to)}>
      <Sprig />
      {bare ? <span className="vh">{name}</span> : name}
    </a>
  );
}
