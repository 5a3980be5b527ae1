import type { ReactNode } from 'react';
import { Link } from '../actions/link.tsx';
import { Icon } from '../icons/icon.tsx';

const readiness = {
  done: { icon: 'check', className: 'is-done' },
  due: { icon: 'alert', className: 'is-due' },
  open: { icon: 'circle', className: undefined },
} as const;

export type ReadyItem = {
  readonly state: keyof typeof readiness;
  /** The state as a word, for people who do not see the icon. */
  readonly stateName: string;
  readonly text: ReactNode;
  /** At the right, short. */
  readonly note?: ReactNode;
  /** Below, a sentence. */
  readonly more?: ReactNode;
};

/** What is done, what is missing, what comes later. */
export function Ready({ items }: { items: readonly ReadyItem[] }) {
  return (
    <ul className="ready">
      {items.map(({ state, stateName, text, note, more }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list is as the server wrote it and never reordered
        <li key={i} className={readiness[state].className}>
          <Icon is={readiness[state].icon} name={stateName} />
          <span>{text}</span>
          {note !== undefined && <span className="t-sm faint">{note}</span>}
          {more !== undefined && <small>{more}</small>}
        </li>
      ))}
    </ul>
  );
}

export type Task = {
  readonly to: string;
  readonly text: string;
  /** The text is a title people wrote. */
  readonly written?: boolean;
  readonly tag?: ReactNode;
  readonly note?: ReactNode;
};

/** What is due next, most pressing first; each line leads to where it is done. */
export function Tasks({ items }: { items: readonly Task[] }) {
  return (
    <ul className="tasks">
      {items.map(({ to, text, written, tag, note }) => (
        <li key={to + text}>
          <Link to={to} className={written ? 'tasks__title' : undefined}>
            <bdi>{text}</bdi>
          </Link>
          {tag}
          {note !== undefined && <p>{note}</p>}
        </li>
      ))}
    </ul>
  );
}

export type LogItem = {
  readonly key: string;
  readonly instant: string;
  readonly time: string;
  readonly text: ReactNode;
  readonly note?: ReactNode;
};

/** What happened, newest first. */
export function Log({ items }: { items: readonly LogItem[] }) {
  return (
    <ul className="log">
      {items.map(({ key, instant, time, text, note }) => (
        <li key={key}>
          <time className="t-sm faint num" dateTime={instant}>
            {time}
          </time>
          <span>
            {text}
            {note !== undefined && <span className="t-sm faint block">{note}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}
