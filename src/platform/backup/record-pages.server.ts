/**
 * The record in pages: the events of a stretch of one chain, their bodies, their seals, then the next stretch. So a chain of any
 * length is verified from the archive with a page in memory. Events no seal covers yet come last.
 */
import type pg from 'pg';
import type { Table } from './tables.server.ts';

const events = 'plaudit.audit_events';
const bodies = 'plaudit.audit_bodies';
const seals = 'plaudit.audit_seals';

/** Written page by page, and not as other tables are. */
export const recordTables: ReadonlySet<string> = new Set([events, bodies, seals]);

const pageEvents = 2_000;

type Page = { readonly table: string; readonly statement: string };

/** The columns of a table, under an alias. */
type List = (table: string, alias: string) => string;

function pageOf(list: List, organisation: string, chain: string, after: number): Page[] {
  const stretch = `s.organisation_id = '${organisation}' and s.chain_id = '${chain}' and s.seq > ${after} and s.seq <= ${after + pageEvents}`;
  const ofEvent = (alias: string, key: string) => `${alias}.organisation_id = s.organisation_id and ${alias}.${key} = s.event_id`;
  return [
    {
      table: events,
      statement: `copy (select ${list(events, 'e')} from ${seals} s join ${events} e on ${ofEvent('e', 'id')} where ${stretch} order by s.seq) to stdout`,
    },
    {
      table: bodies,
      statement: `copy (select ${list(bodies, 'b')} from ${seals} s join ${bodies} b on ${ofEvent('b', 'event_id')} where ${stretch} order by s.seq) to stdout`,
    },
    { table: seals, statement: `copy (select ${list(seals, 's')} from ${seals} s where ${stretch} order by s.seq) to stdout` },
  ];
}

const unsealed = `not exists (select from ${seals} s where s.organisation_id = e.organisation_id and s.event_id = e.id)`;

/** What is to be copied, in order. */
export async function recordPages(client: pg.ClientBase, tables: readonly Table[]): Promise<Page[]> {
  const columns = new Map(tables.map((table) => [table.name, table.columns]));
  const list: List = (table, alias) => (columns.get(table) ?? []).map((column) => `${alias}."${column}"`).join(', ');
  const { rows } = await client.query<{ organisation_id: string; id: string; length: number }>(
    `select organisation_id, chain_id as id, max(seq)::integer as length from ${seals} group by 1, 2 order by 1, 2`,
  );
  const pages = rows.flatMap(({ organisation_id: organisation, id, length }) =>
    Array.from({ length: Math.ceil(length / pageEvents) }, (_, i) => pageOf(list, organisation, id, i * pageEvents)).flat(),
  );
  const rest = `from ${events} e join ${bodies} b on b.organisation_id = e.organisation_id and b.event_id = e.id`;
  return [
    ...pages,
    {
      table: events,
      statement: `copy (select ${list(events, 'e')} from ${events} e where ${unsealed} order by e.transaction_id, e.id) to stdout`,
    },
    { table: bodies, statement: `copy (select ${list(bodies, 'b')} ${rest} where ${unsealed}) to stdout` },
  ];
}
