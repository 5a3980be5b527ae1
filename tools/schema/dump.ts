/** The schema as text, from the catalogue alone: the same on every server version from 15 on. */
import type pg from 'pg';

type Column = { table: string; column: string; type: string; required: boolean; fallback: string | null };

const columnsSql = `
  select n.nspname || '.' || c.relname as table, a.attname as column, format_type(a.atttypid, a.atttypmod) as type,
    a.attnotnull as required, pg_get_expr(d.adbin, d.adrelid) as fallback
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
  where n.nspname in ('plaudit', 'directory') and c.relkind in ('r', 'p')
  order by 1, a.attnum`;

// PostgreSQL 18 lists NOT NULL as constraints too; they are shown with the column instead.
const partsSql = `
  select c.oid::regclass::text as table, 1 as place, pg_get_constraintdef(k.oid) as text
    from pg_constraint k join pg_class c on c.oid = k.conrelid where c.relnamespace = any ($1) and k.contype <> 'n'
  union all select i.indrelid::regclass::text, 2, pg_get_indexdef(i.indexrelid)
    from pg_index i join pg_class c on c.oid = i.indrelid where c.relnamespace = any ($1)
    and not exists (select from pg_constraint k where k.conindid = i.indexrelid)
  union all select p.polrelid::regclass::text, 3, 'policy ' || p.polname || ' using (' || pg_get_expr(p.polqual, p.polrelid) || ')'
    || coalesce(' with check (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')', '')
    from pg_policy p join pg_class c on c.oid = p.polrelid where c.relnamespace = any ($1)
  union all select c.oid::regclass::text, 4, 'grant ' || string_agg(distinct lower(g.privilege_type), ', ' order by lower(g.privilege_type)) || ' to ' || r.rolname
    from pg_class c cross join lateral aclexplode(c.relacl) g join pg_roles r on r.oid = g.grantee
    where c.relnamespace = any ($1) and r.rolname like 'plaudit_%_rights' group by c.oid, r.rolname
  union all select c.oid::regclass::text, 5, 'force row level security' from pg_class c where c.relnamespace = any ($1) and c.relforcerowsecurity
  order by 1, 2, 3`;

const functionsSql = `select pg_get_functiondef(p.oid) as text from pg_proc p where p.pronamespace = any ($1) order by p.oid::regprocedure::text`;

async function columnsOf(client: pg.Client): Promise<Map<string, Column[]>> {
  const { rows } = await client.query<Column>(columnsSql);
  return Map.groupBy(rows, (row) => row.table);
}

async function namespaces(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ oid: string }>(`select oid::text from pg_namespace where nspname in ('plaudit', 'directory')`);
  return rows.map((row) => row.oid);
}

/** Every table with columns, constraints, indexes, policies and grants; then every function. */
export async function dumpSchema(client: pg.Client): Promise<string> {
  await client.query('set search_path = pg_catalog');
  const tables = await columnsOf(client);
  const oids = await namespaces(client);
  const parts = Map.groupBy((await client.query<{ table: string; text: string }>(partsSql, [oids])).rows, (row) => row.table);
  const functions = (await client.query<{ text: string }>(functionsSql, [oids])).rows;
  const lines = ['-- Made by tools/schema.ts from the catalogue. Reviewed in every diff, never edited.'];
  for (const [table, columns] of tables) {
    lines.push('', table);
    for (const c of columns)
      lines.push(`  ${c.column} ${c.type}${c.required ? ' not null' : ''}${c.fallback === null ? '' : ` default ${c.fallback}`}`);
    for (const part of parts.get(table) ?? []) lines.push(`  - ${part.text}`);
  }
  for (const f of functions) lines.push('', f.text.trimEnd());
  return `${lines.join('\n')}\n`;
}

const typeOf: Readonly<Record<string, string>> = {
  uuid: 'string',
  text: 'string',
  'text[]': 'string[]',
  'uuid[]': 'string[]',
  'integer[]': 'number[]',
  integer: 'number',
  bigint: 'string',
  xid8: 'string',
  boolean: 'boolean',
  bytea: 'Buffer',
  tsvector: 'string',
  jsonb: 'Json',
  'timestamp with time zone': 'Date',
  date: 'string',
};

/** Columns that hold an id of a branded kind, by name; `id` by its table. */
const brandOf: Readonly<Record<string, string>> = {
  organisation_id: 'OrganisationId',
  programme_id: 'ProgrammeId',
  edition_id: 'EditionId',
  category_id: 'CategoryId',
  criterion_id: 'CriterionId',
  entry_id: 'EntryId',
  ballot_id: 'BallotId',
  person_id: 'PersonId',
  owner_id: 'PersonId',
  judge_id: 'PersonId',
  saved_by: 'PersonId',
  begun_by: 'PersonId',
  decided_by: 'PersonId',
  asked_by: 'PersonId',
  invited_by: 'PersonId',
  accepted_by: 'PersonId',
  computed_by: 'PersonId',
  requested_by: 'PersonId',
  created_by: 'PersonId',
  recorded_by: 'PersonId',
  dismissed_by: 'PersonId',
  given_by: 'PersonId',
  merged_by: 'PersonId',
  undone_by: 'PersonId',
  company_id: 'CompanyId',
  contact_id: 'ContactId',
  parent_id: 'CompanyId',
  merged_into: 'CompanyId',
  same_as: 'PersonId',
  kept_id: 'CompanyId',
  merged_id: 'CompanyId',
  first_id: 'CompanyId',
  second_id: 'CompanyId',
  'directory.organisations.id': 'OrganisationId',
  'directory.people.id': 'PersonId',
  'plaudit.programmes.id': 'ProgrammeId',
  'plaudit.editions.id': 'EditionId',
  'plaudit.categories.id': 'CategoryId',
  'plaudit.criteria.id': 'CriterionId',
  'plaudit.entries.id': 'EntryId',
  'plaudit.ballots.id': 'BallotId',
  'plaudit.companies.id': 'CompanyId',
  'plaudit.contacts.id': 'ContactId',
};

function columnType(c: Column): string {
  const base = brandOf[`${c.table}.${c.column}`] ?? brandOf[c.column] ?? typeOf[c.type];
  if (base === undefined) throw new Error(`no TypeScript type for ${c.type} of ${c.table}.${c.column}`);
  const type = c.required ? base : `${base} | null`;
  return c.fallback === null ? type : `Generated<${type}>`;
}

/** One line while it is short enough for the formatter, a line each from then on. */
function imported(names: readonly string[]): string {
  const line = `import type { ${names.join(', ')} } from '../ids.ts';`;
  return line.length <= 140 ? line : `import type {\n${names.map((name) => `  ${name},\n`).join('')}} from '../ids.ts';`;
}

/** The tables as the query builder sees them: those of `plaudit` by their plain names, those of `directory` qualified. */
export async function dumpTypes(client: pg.Client): Promise<string> {
  const tables = await columnsOf(client);
  const brands = [...new Set(Object.values(brandOf))].sort();
  const lines = [
    '/** Made by tools/schema.ts from the catalogue; never edited. */',
    "import type { ColumnType, Generated } from 'kysely';",
    imported(brands),
    '',
    'type Json = ColumnType<unknown, string, string>;',
    '',
    'export interface Schema {',
  ];
  for (const [table, columns] of tables) {
    const name = table.replace(/^plaudit\./, '');
    lines.push(`  ${/^[a-z_]+$/.test(name) ? name : `'${name}'`}: {`);
    for (const c of columns) lines.push(`    ${c.column}: ${columnType(c)};`);
    lines.push('  };');
  }
  return `${[...lines, '}'].join('\n')}\n`;
}
