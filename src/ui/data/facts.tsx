import type { ReactNode } from 'react';
import { classes } from '../base/classes.ts';

type Fact = { readonly name: string; readonly value: ReactNode };

/** Names and values, small, in two columns; where the values are sentences, `long` lays them below their names on a phone. */
export function Facts({ of, long = false }: { of: readonly Fact[]; long?: boolean }) {
  return (
    <dl className={classes('facts', long && 'facts--long')}>
      {of.map(({ name, value }) => [<dt key={`${name}:n`}>{name}</dt>, <dd key={`${name}:v`}>{value}</dd>])}
    </dl>
  );
}

type Figure = { readonly name: string; readonly value: ReactNode; readonly note?: ReactNode };

/** A few large figures, each with what it counts and what to hold it against. */
export function Figures({ of }: { of: readonly Figure[] }) {
  return (
    <dl className="figures num">
      {of.map(({ name, value, note }) => (
        <div key={name}>
          <dt>
            {name}
            {note !== undefined && <small>{note}</small>}
          </dt>
          <dd className="fig">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
