import type { ReactNode } from 'react';
import { classes } from '../base/classes.ts';

export type Phase = {
  readonly name: string;
  readonly when: ReactNode;
  readonly state?: 'done' | 'now' | undefined;
  /** A word beside the name: "closed", "open now". */
  readonly tag?: string | undefined;
  readonly note?: ReactNode;
};

/** The stretches of a year in their order; `wide` is the form of a public page. */
export function Phases({ items, wide }: { items: readonly Phase[]; wide?: boolean }) {
  return (
    <ol className={classes('phases', wide && 'phases--public')}>
      {items.map(({ name, when, state, tag, note }) => (
        <li key={name} className={classes('phase', state && `phase--${state}`)} aria-current={state === 'now' ? 'step' : undefined}>
          <div>
            <p className="phase__name">
              {name} {tag && <span className={state === 'now' ? 't-sm' : 't-sm faint'}>{tag}</span>}
            </p>
            <p className={wide ? 'num' : 't-sm soft num'}>{when}</p>
            {note !== undefined && <p className="soft t-sm">{note}</p>}
          </div>
        </li>
      ))}
    </ol>
  );
}
