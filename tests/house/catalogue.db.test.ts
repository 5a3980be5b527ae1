/** The rules of the schema, asked of the catalogue of what is shipped. Each finds nothing there, and its planted violations. */
import { Client } from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { onDatabase } from '../support/postgres/template.ts';

type Rule = {
  readonly says: string;
  /** Names what breaks the rule. */
  readonly find: string;
  /** Each is done in a transaction that is rolled back, and has to be found. */
  readonly plant: readonly string[];
};

/** Tables with the number of their `organisation_id`. */
const ours = `(select c.oid, c.relname, a.attnum as organisation from pg_class c
  left join pg_attribute a on a.attrelid = c.oid and a.attname = 'organisation_id'
  where c.relnamespace = 'plaudit'::regnamespace and c.relkind in ('r', 'p'))`;
const columns = `(select n.nspname as schema, c.relname, a.attname, a.attnum, a.attidentity, a.attnotnull, format_type(a.atttypid, null) as type
  from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
  where n.nspname in ('plaudit', 'directory') and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped)`;
const privileges = `(select n.nspname as schema, c.relname, g.grantee, lower(g.privilege_type) as privilege
  from pg_class c join pg_namespace n on n.oid = c.relnamespace cross join lateral aclexplode(c.relacl) g
  where n.nspname in ('plaudit', 'directory'))`;

const rules: readonly Rule[] = [
  {
    says: 'every table of the schema plaudit begins with its organisation',
    find: `select relname from ${columns} c where schema = 'plaudit' and attnum = 1 and (attname, type, attnotnull) <> ('organisation_id', 'uuid', true)`,
    plant: [
      'create table plaudit.planted (id uuid primary key, organisation_id uuid not null)',
      'create table plaudit.planted (organisation_id uuid, id uuid)',
    ],
  },
  {
    // An inverted index of words has no order to begin with: ADR 52.
    says: 'every primary key, unique key and index in order begins with the organisation',
    find: `select i.indexrelid::regclass::text from pg_index i join ${ours} t on t.oid = i.indrelid
      join pg_class c on c.oid = i.indexrelid join pg_am a on a.oid = c.relam
      where i.indkey[0] is distinct from t.organisation and a.amname <> 'gin'`,
    plant: [
      'create table plaudit.planted (organisation_id uuid not null, id uuid primary key)',
      'create table plaudit.planted (organisation_id uuid not null, code text unique)',
      'create table plaudit.planted (organisation_id uuid not null, at timestamptz); create index on plaudit.planted (at)',
      'create table plaudit.planted (organisation_id uuid not null, name text); create index on plaudit.planted (lower(name))',
    ],
  },
  {
    says: 'a foreign key from one table of an organisation to another begins with the organisation on both sides',
    find: `select k.conrelid::regclass || ' ' || k.conname from pg_constraint k join ${ours} a on a.oid = k.conrelid join ${ours} b on b.oid = k.confrelid
      where k.contype = 'f' and (k.conkey[1] <> a.organisation or k.confkey[1] <> b.organisation)`,
    plant: [
      `create table plaudit.planted (organisation_id uuid not null, id uuid not null, unique (id));
       create table plaudit.planted_too (organisation_id uuid not null, other uuid references plaudit.planted (id))`,
    ],
  },
  {
    says: 'every table has a primary key',
    find: `select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('plaudit', 'directory') and c.relkind in ('r', 'p')
      and not exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'p')`,
    plant: ['create table directory.planted (id uuid)'],
  },
  {
    says: 'ids are made by the application: uuid, and no sequence counts anything',
    find: `select relname || '.' || attname from ${columns} c where attidentity <> '' or (schema = 'plaudit' and attname = 'id' and type <> 'uuid')
      union all select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname in ('plaudit', 'directory') and c.relkind = 'S'`,
    plant: [
      'create table directory.planted (id bigint generated always as identity primary key)',
      'create table plaudit.planted (organisation_id uuid not null, id text not null, primary key (organisation_id, id))',
      'create sequence plaudit.planted',
    ],
  },
  {
    says: 'instants have their zone, and no figure is a float',
    find: `select relname || '.' || attname || ' ' || type from ${columns} c
      where type in ('timestamp without time zone', 'time with time zone', 'real', 'double precision', 'money', 'json')`,
    plant: [
      'create table directory.planted (id uuid primary key, at timestamp)',
      'create table directory.planted (id uuid primary key, score real)',
    ],
  },
  {
    says: 'what is secret stands behind row-level security that nobody passes, and every policy is in force',
    find: `select relname from pg_class c where relnamespace = 'plaudit'::regnamespace and not (relrowsecurity and relforcerowsecurity)
      and (relname in ('ballots', 'ballot_marks', 'tallies', 'decisions', 'honours') or exists (select from pg_policy p where p.polrelid = c.oid))
      union all select relname from pg_class c where relrowsecurity and not exists (select from pg_policy p where p.polrelid = c.oid)`,
    plant: [
      'alter table plaudit.ballots no force row level security',
      'alter table plaudit.honours disable row level security',
      'create policy planted on plaudit.entries using (true)',
    ],
  },
  {
    says: 'neither the application nor the jobs can change or take away what the record says',
    find: `select p.relname || ': ' || p.privilege || ' to ' || r.rolname from ${privileges} p join pg_roles r on r.oid = p.grantee
      where r.rolname in ('plaudit_app_rights', 'plaudit_jobs_rights') and p.privilege in ('update', 'delete', 'truncate')
      and (p.relname in ('audit_events', 'audit_bodies', 'audit_seals') or (p.relname = 'audit_chains' and r.rolname = 'plaudit_app_rights'))`,
    plant: [
      'grant update on plaudit.audit_events to plaudit_jobs_rights',
      'grant delete on plaudit.audit_bodies to plaudit_app_rights',
      'grant update on plaudit.audit_chains to plaudit_app_rights',
    ],
  },
  {
    says: 'nothing is open to every role there is, and in the schema everybody has lies only the list of migrations',
    find: `select relname || ': ' || privilege from ${privileges} p where grantee = 0
      union all select nspname::text from pg_namespace n, aclexplode(n.nspacl) g where n.nspname in ('plaudit', 'directory') and g.grantee = 0
      union all select c.oid::regclass::text from pg_class c
        where c.relnamespace = 'public'::regnamespace and c.relname not in ('plaudit_migrations', 'plaudit_migrations_pkey')`,
    plant: [
      'grant select on plaudit.entries to public',
      'grant usage on schema plaudit to public',
      'create table public.planted (id uuid primary key)',
    ],
  },
  {
    says: 'what runs with its owner’s rights is not for everybody, and looks up names where its owner said',
    find: `select p.oid::regprocedure::text from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname in ('plaudit', 'directory') and p.prosecdef and (
        not exists (select from unnest(p.proconfig) s where s like 'search_path=%')
        or exists (select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) g where g.grantee = 0))`,
    plant: [
      `create function plaudit.planted() returns integer language sql security definer set search_path = pg_catalog as 'select 1'`,
      `create function plaudit.planted() returns integer language sql security definer as 'select 1'; revoke all on function plaudit.planted() from public`,
    ],
  },
];

const { superUrl, shippedUrl } = inject('template');
const client = new Client({ connectionString: onDatabase(superUrl, new URL(shippedUrl).pathname.slice(1)) });
beforeAll(() => client.connect());
afterAll(() => client.end());

const found = async (sql: string): Promise<unknown[]> => (await client.query({ text: sql, rowMode: 'array' })).rows.flat();

for (const { says, find, plant } of rules) {
  test(`${says}, and each planted violation is found`, async () => {
    expect(await found(find)).toEqual([]);
    for (const statement of plant) {
      await client.query('begin');
      await client.query(statement);
      const broken = await found(find);
      await client.query('rollback');
      expect([statement, broken.length > 0]).toEqual([statement, true]);
    }
  });
}
