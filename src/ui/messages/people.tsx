import type { ReactNode } from 'react';
import { classes } from '../base/classes.ts';

/** First letters of the first and the last name. */
function initialsOf(name: string): string {
  const parts = name.trim().split(/\s+/);
  const letters = parts.length > 1 ? [parts[0], parts.at(-1)] : parts;
  return letters
    .map((part) => Array.from(part ?? '')[0] ?? '')
    .join('')
    .toLocaleUpperCase('en');
}

/** A person's letters; the name stands beside it or is hidden text of the caller. */
export function Avatar({ name, small }: { name: string; small?: boolean }) {
  return (
    <span className={classes('avatar', small && 'avatar--small')} aria-hidden>
      {initialsOf(name)}
    </span>
  );
}

export function Avatars({ names }: { names: readonly string[] }) {
  return (
    <span className="avatars">
      {names.map((name) => (
        <Avatar key={name} name={name} />
      ))}
    </span>
  );
}

/** What somebody said, and when. */
export function Comment({ name, when, children }: { name: string; when: ReactNode; children: ReactNode }) {
  return (
    <article className="comment">
      <Avatar name={name} />
      <p className="comment__who">
        {name} <span>{when}</span>
      </p>
      <blockquote>{children}</blockquote>
    </article>
  );
}
