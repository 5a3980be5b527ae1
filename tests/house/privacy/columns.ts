/** Columns that could hold something of a person, as the catalogue has them, beside those that somebody declared. */
import type { Client } from 'pg';
import { type ColumnDeclaration, declaredData } from '#platform/privacy/declarations.ts';

export type Column = { readonly table: string; readonly column: string; readonly person: boolean };

/** Words, documents and bytes; and whatever points at an account. */
export async function columnsOf(client: Client): Promise<Column[]> {
  const { rows } = await client.query<Column>(
    `select n.nspname || '.' || c.relname as table, a.attname as column, f.oid is not null as person
       from pg_class c
       join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       join pg_type t on t.oid = a.atttypid
       left join pg_type i on i.oid = t.typelem and t.typcategory = 'A'
       left join pg_constraint f on f.conrelid = c.oid and f.contype = 'f' and f.confrelid = 'directory.people'::regclass and f.conkey = array[a.attnum]
      where n.nspname in ('plaudit', 'directory') and c.relkind in ('r', 'p')
        and (coalesce(i.typname, t.typname) in ('text', 'varchar', 'bpchar', 'json', 'jsonb', 'bytea', 'xml') or f.oid is not null)
      order by 1, a.attnum`,
  );
  return rows;
}

const nameOf = ({ table, column }: Pick<Column, 'table' | 'column'>) => `${table}.${column}`;

export function declarations(): ReadonlyMap<string, ColumnDeclaration> {
  const all = declaredData().flatMap(({ table, columns }) =>
    [...columns].map(([column, said]) => [nameOf({ table, column }), said] as const),
  );
  return new Map(all);
}

/** What is wrong, a line each: said by nobody, said of nothing, or a pointer to a person that says nothing of a merge. */
export function undeclared(columns: readonly Column[], everyColumn: ReadonlySet<string>): string[] {
  const said = declarations();
  return [
    ...columns.filter((column) => !said.has(nameOf(column))).map((column) => `${nameOf(column)} is declared by nobody`),
    ...columns
      .filter((column) => column.person && said.has(nameOf(column)))
      .filter((column) => {
        const declared = said.get(nameOf(column));
        return !declared?.personal || declared.merged === undefined;
      })
      .map((column) => `${nameOf(column)} points to a person and does not say what a merge does`),
    ...[...said.keys()].filter((name) => !everyColumn.has(name)).map((name) => `${name} is declared and not there`),
  ];
}
