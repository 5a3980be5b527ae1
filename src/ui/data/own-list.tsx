import type { ReactNode } from 'react';

/** Things of one's own below each other: sessions, passkeys, apps. */
export function OwnList({ children }: { children: ReactNode }) {
  return <ul className="own">{children}</ul>;
}

export function OwnThing({ name, note, act }: { name: string; note: ReactNode; act: ReactNode }) {
  return (
    <li>
      <span>
        <bdi>{name}</bdi>
        <span className="t-sm faint block num">{note}</span>
      </span>
      {act}
    </li>
  );
}
