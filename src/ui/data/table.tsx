import type { ReactNode } from 'react';
import { classes } from '../base/classes.ts';
import { useHref } from '../base/frame.tsx';
import { Icon } from '../icons/icon.tsx';

/** A heading that sorts is a link to the list in that order; the order stands in the URL. */
export type Sort = { readonly to: string; readonly now?: 'ascending' | 'descending' | undefined };

export type Column<Row> = {
  readonly id: string;
  readonly head: ReactNode;
  /** The head in plain words, where it is more than that. */
  readonly label?: string;
  readonly cell: (row: Row) => ReactNode;
  /** Figures stand right, short marks in the middle. */
  readonly align?: 'right' | 'centre';
  /** The cell that names the row. One column of a table is. */
  readonly names?: true;
  readonly sort?: Sort;
  readonly nowrap?: boolean;
  /** A sentence rather than a value: on a phone it has the whole line. */
  readonly wide?: boolean;
};

type TableProps<Row> = {
  /** Names the table; also the name of the region it scrolls in. */
  readonly caption: string;
  readonly showCaption?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly tight?: boolean;
  /** How it stands on a phone: each row as a few lines of values below their heads, as its name with one line of values that explain themselves, or still as a row, for short tables that fit. */
  readonly onPhone?: 'lines' | 'line' | 'row';
  readonly isOn?: (row: Row) => boolean;
  /** Sets two things against each other: their columns are as wide as each other. */
  readonly even?: boolean;
};

type Look = { readonly align?: 'right' | 'centre'; readonly nowrap?: boolean; readonly wide?: boolean };

function lookOf({ align, nowrap, wide }: Look): string | undefined {
  return classes(align === 'right' && 'r', align === 'centre' && 'c', nowrap && 'nowrap', wide && 'wide') || undefined;
}

/** What stands above a value once its column has no head; acts and choices say themselves what they do. */
function labelOf({ head, label }: { readonly head: ReactNode; readonly label?: string }): string | undefined {
  return label ?? (typeof head === 'string' ? head : undefined);
}

function SortLink({ sort, children }: { sort: Sort; children: ReactNode }) {
  return (
    <a className="sort" href={useHref(sort.to)}>
      {children}
      {sort.now && <Icon is="arrow-down" {...(sort.now === 'ascending' ? { className: 'icon--up' } : {})} />}
    </a>
  );
}

/** A native table in a region of its own that scrolls sideways where it must; on a phone nothing of a row lies out of sight. */
export function Table<Row>({ caption, showCaption, columns, rows, keyOf, tight, onPhone = 'lines', isOn, even }: TableProps<Row>) {
  const looks = columns.map(lookOf);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard
    <section className="scroll-x" aria-label={caption} tabIndex={0}>
      <table
        className={classes(
          'table',
          tight && 'table--tight',
          even && 'table--even',
          onPhone !== 'row' && 'table--lines',
          onPhone === 'line' && 'table--line',
        )}
      >
        <caption className={showCaption ? undefined : 'vh'}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column, i) => (
              <th key={column.id} scope="col" className={looks[i]} aria-sort={column.sort?.now}>
                {column.sort ? <SortLink sort={column.sort}>{column.head}</SortLink> : column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)} className={isOn?.(row) ? 'is-on' : undefined}>
              {columns.map((column, i) =>
                column.names ? (
                  <th key={column.id} scope="row" className={looks[i]}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.id} className={looks[i]} data-label={labelOf(column)}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
