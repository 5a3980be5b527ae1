/**
 * Expand, then contract. While an upgrade runs, an older process works on the newer schema, so a migration takes nothing away from what
 * was there and demands nothing more of it, unless it says since which earlier migration no code has needed that:
 *
 *   -- contracts since 0022: nothing names plaudit.entries.nickname
 *   alter table plaudit.entries drop column nickname;
 */
import type { Rule } from './rule.ts';
import type { Tree } from './tree.ts';

/** An upgrade side by side is promised from here on; what came before made one whole with its code. */
const promisedSince = '0022';

type Statement = { readonly line: number; readonly text: string; readonly above: string };

const token = /--[^\n]*|'(?:[^']|'')*'|(\$\w*\$)[\s\S]*?\1|;|[^\s;'$-]+|[\s$-]/g;

/** Statements without comments, texts and bodies, each with the comment directly above it. */
function statementsOf(sql: string): Statement[] {
  const statements: Statement[] = [];
  let [text, above, line, start] = ['', '', 1, 0];
  for (const [piece] of sql.matchAll(token)) {
    if (piece.startsWith('--')) above += text.trim() === '' ? `${piece}\n` : '';
    else if (piece === ';') {
      statements.push({ line: start, text: text.trim().replaceAll(/\s+/g, ' ').toLowerCase(), above });
      [text, above] = ['', ''];
    } else {
      if (text.trim() === '' && piece.trim() !== '') start = line;
      // An empty line ends what a comment is about.
      if (text.trim() === '' && piece === '\n' && text.endsWith('\n\n')) above = '';
      text += piece.startsWith("'") ? "''" : piece.startsWith('$') && piece.length > 1 ? '$$' : piece;
    }
    line += piece.split('\n').length - 1;
  }
  return statements;
}

/** What a statement does to a table that was there; undefined for what older code does not notice. */
const narrowing: readonly (readonly [RegExp, string])[] = [
  [/\bdrop (?:table|(?:materialized )?view|schema|type|domain|function)\b/, 'takes something away'],
  [
    /\bdrop (?:column )?(?!table|view|materialized|schema|type|domain|function|constraint|not null|default|trigger|policy|index|expression|identity)\w+/,
    'takes a column away',
  ],
  [/\brename\b/, 'gives another name'],
  [/\balter (?:column )?\w+ (?:set data )?type\b/, 'makes a column another type'],
  [/\bset not null\b/, 'demands a value'],
  [/\balter (?:column )?\w+ drop default\b/, 'demands a value'],
  [/\badd (?:constraint \w+ )?(?:check|foreign key|unique|primary key|exclude)\b/, 'demands more of a row'],
  [/^create unique index\b/, 'demands more of a row'],
  [/\b(?:enable|force) row level security\b|^create policy\b.* as restrictive\b/, 'hides rows'],
  [/^revoke\b.* from (?!public\b)/, 'takes a right away'],
];

const named = [
  /^(?:alter|drop) (?:table|function|view|type) (?:if exists )?(?:only )?([\w.]+)/,
  /^create (?:unique )?index (?:\w+ )?on ([\w.]+)/,
  /^create policy \w+ on ([\w.]+)/,
  /^revoke .* on (?:table )?([\w.]+)/,
];
const subjectOf = (text: string) => named.map((pattern) => pattern.exec(text)?.[1]).find((name) => name !== undefined);
const made = /^create (?:or replace )?(?:table|function|view|type) (?:if not exists )?([\w.]+)/;
/** Each clause of an `alter table`, by the commas outside brackets. */
const clausesOf = (text: string) => text.split(/,(?![^(]*\))/);

/** A constraint that is put back under its name in the same statement is made wider, and a column may be added that has a default. */
function narrowed(text: string): string[] {
  const dropped = new Set([...text.matchAll(/\bdrop constraint (?:if exists )?(\w+)/g)].map(([, name]) => name));
  return clausesOf(text).flatMap((clause) => {
    if (dropped.has(/\badd constraint (\w+)/.exec(clause)?.[1])) return [];
    if (/\badd column\b/.test(clause)) {
      const filled = /\bdefault\b|\bgenerated\b/.test(clause) || !/\bnot null\b/.test(clause);
      return filled ? [] : ['demands a value'];
    }
    return narrowing.filter(([pattern]) => pattern.test(clause)).map(([, what]) => what);
  });
}

/** The columns a statement takes away or renames, of its table. */
function gone(text: string): string[] {
  return [...text.matchAll(/\bdrop column (?:if exists )?(\w+)|\brename column (\w+) to\b/g)].map(([, one, other]) => one ?? other ?? '');
}

/** Modules that know the table and the column as texts of theirs; the types made from the schema change with it. */
function namersOf(tree: Tree, table: string, column: string): string[] {
  const [, name = table] = table.split('.');
  const [knows, says] = [new RegExp(`\\b${name}\\b`), new RegExp(`['"\`.\\s]${column}['"\`\\s,:)=]`)];
  return tree.modules
    .filter(({ path, text }) => path.startsWith('src/') && !path.includes('.gen.') && knows.test(text) && says.test(text))
    .map(({ path }) => path);
}

function faultsOf(tree: Tree, path: string, numbers: readonly string[]): string[] {
  const statements = statementsOf(tree.read(path));
  const own = new Set(statements.map(({ text }) => made.exec(text)?.[1]));
  const number = /(\d{4})-/.exec(path)?.[1] ?? '';
  return statements.flatMap(({ line, text, above }) => {
    const table = subjectOf(text);
    if (table !== undefined && own.has(table)) return [];
    const found = [...new Set(narrowed(text))];
    if (found.length === 0) return [];
    const at = `${path}:${line}: `;
    const since = /^-- contracts since (\d{4}): \S/m.exec(above)?.[1];
    if (since === undefined) return [`${at}${found.join(', ')}, and does not say since when no code needs it`];
    if (since >= number || !numbers.includes(since)) return [`${at}${since} is no earlier migration`];
    return gone(text).flatMap((column) => namersOf(tree, table ?? '', column).map((module) => `${at}${module} still names ${column}`));
  });
}

export const migrationRules: readonly Rule[] = [
  {
    says: 'a migration takes nothing from older code that still runs, unless it says since when no code has needed it',
    find: (tree) => {
      const files = tree.files.filter((path) => /^db\/migrations\/\d{4}-.*\.sql$/.test(path)).sort();
      const numbers = files.map((path) => path.slice('db/migrations/'.length, 'db/migrations/'.length + 4));
      return files.filter((_, i) => (numbers[i] ?? '') >= promisedSince).flatMap((path) => faultsOf(tree, path, numbers));
    },
    plant: {
      'db/migrations/0009-early.sql': 'alter table plaudit.entries drop column before;\n',
      'db/migrations/0022-wider.sql': `-- A list of its own; nobody has used it yet.
create table plaudit.notes (organisation_id uuid not null, id uuid not null);
alter table plaudit.notes add check (length('drop table plaudit.entries') > 1), enable row level security;
alter table plaudit.entries add column note text, add column kind text not null default 'plain',
  drop constraint entries_state_check, add constraint entries_state_check check (state in ('draft', 'late'));
alter table plaudit.entries alter column body drop not null;
create index entries_note on plaudit.entries (organisation_id, note);
drop function plaudit.f();
create function plaudit.f() returns void language sql as $$ drop table plaudit.entries; $$;
revoke all on function plaudit.f() from public;
`,
      'db/migrations/0023-narrower.sql': `alter table plaudit.entries drop column nickname;
alter table plaudit.entries rename column title to name, alter column body set not null;
alter table plaudit.entries add column owner uuid not null;
alter table plaudit.entries add foreign key (owner) references directory.people (id);
create unique index entries_one on plaudit.entries (organisation_id, name);
drop table plaudit.drafts;
revoke update on plaudit.entries from plaudit_app_rights;
-- contracts since 0023: nothing names it
alter table plaudit.entries drop column motto;
`,
      'db/migrations/0024-later.sql': `-- contracts since 0022: nothing names plaudit.entries.strapline
alter table plaudit.entries drop column strapline;
-- contracts since 0022: nothing names plaudit.entries.colour
alter table plaudit.entries drop column colour;
-- contracts since 0022: it was of another statement

alter table plaudit.entries alter column number type bigint;
`,
      'src/slices/entries/store.ts': "export const paint = 'update plaudit.entries set colour = $1';\n",
      'src/slices/people/store.ts': "export const other = { people: 'colour', strapline: '' };\n",
    },
    found: [
      'db/migrations/0023-narrower.sql:1: takes a column away, and does not say since when no code needs it',
      'db/migrations/0023-narrower.sql:2: gives another name, demands a value, and does not say since when no code needs it',
      'db/migrations/0023-narrower.sql:3: demands a value, and does not say since when no code needs it',
      'db/migrations/0023-narrower.sql:4: demands more of a row, and does not say since when no code needs it',
      'db/migrations/0023-narrower.sql:5: demands more of a row, and does not say since when no code needs it',
      'db/migrations/0023-narrower.sql:6: takes something away, and does not say since when no code needs it',
      'db/migrations/0023-narrower.sql:7: takes a right away, and does not say since when no code needs it',
      'db/migrations/0023-narrower.sql:9: 0023 is no earlier migration',
      'db/migrations/0024-later.sql:4: src/slices/entries/store.ts still names colour',
      'db/migrations/0024-later.sql:7: makes a column another type, and does not say since when no code needs it',
    ],
  },
];
