import type { ReactNode } from 'react';
import { classes } from '../base/classes.ts';

/** What a reader takes for one letter, whatever it is made of. */
const letters = new Intl.Segmenter('en', { granularity: 'grapheme' });

const first = (word: string) => letters.segment(word)[Symbol.iterator]().next().value?.segment ?? '';

/** First letters of the first and the last name. */
function initialsOf(name: string): string {
  const parts = name.trim().split(/\s+/);
  const ends = parts.length > 1 ? [parts[0], parts.at(-1)] : parts;
  return ends
    .map((part) => first(part ?? ''))
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
        <bdi>{name}</bdi> <span>{when}</span>
      </p>
      <blockquote>{children}</blockquote>
    </article>
  );
}
