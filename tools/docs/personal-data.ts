import { existsSync, readdirSync } from 'node:fs';
import { type ColumnDeclaration, declaredData, type Personal } from '#platform/privacy/declarations.ts';
import { allTimers } from '#platform/privacy/holders.ts';
import { type Page, table } from './page.ts';

const intro = `# Personal data

What the tables know of people, column by column, as the slices declare it: for a record of processing, and for whoever answers a request. A column
that could hold something of a person and is declared by nobody fails a test. How requests are answered: [the how-to](../how-to/answer-a-privacy-request.md).

*Erased*: \`deleted\` takes the row, \`blanked\` empties the column, \`name replaced\` strikes the person's name out of a text that was published,
\`kept\` says why. *Merged* says what becomes of a pointer to a person when two accounts become one.`;

async function openDoors(): Promise<void> {
  const folder = new URL('../../src/slices/', import.meta.url);
  const doors = readdirSync(folder)
    .map((slice) => new URL(`${slice}/index.ts`, folder))
    .filter((door) => existsSync(door));
  await Promise.all(doors.map((door) => import(door.href)));
}

/** Columns of which the same is said stand in one line. */
function linesOf(columns: ReadonlyMap<string, ColumnDeclaration>): (readonly [string, Personal])[] {
  const groups = new Map<string, { names: string[]; said: Personal }>();
  for (const [name, said] of columns) {
    if (!said.personal) continue;
    const key = JSON.stringify(said);
    const group = groups.get(key) ?? { names: [], said };
    group.names.push(name);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ names, said }) => [names.join(', '), said] as const);
}

const head = ['columns', 'kind', 'whose', 'a copy', 'erased', 'merged', 'kept until'];

export const personalData: Page = {
  file: 'personal-data.md',
  make: async () => {
    await openDoors();
    const declared = [...declaredData()].sort((a, b) => (a.table < b.table ? -1 : 1));
    const sections = declared.flatMap(({ slice, table: name, columns }) => {
      const lines = linesOf(columns);
      if (lines.length === 0) return [];
      const rows = lines.map(([names, { class: kind, whose, exported, erased, merged = '', until = '' }]) => [
        names,
        kind,
        whose,
        exported,
        erased,
        merged,
        until,
      ]);
      return [`## ${name}\n\nOf ${slice}.\n\n${table(head, rows)}`];
    });
    const none = declared.flatMap(({ table: name, columns }) => {
      const reasons = [...new Set([...columns.values()].flatMap((said) => (said.personal ? [] : [said.because])))];
      return reasons.map((reason) => [
        name,
        [...columns].flatMap(([column, said]) => (!said.personal && said.because === reason ? [column] : [])).join(', '),
        reason,
      ]);
    });
    const timers = [...allTimers()].sort((a, b) => (a.name < b.name ? -1 : 1));
    const rows = timers.map(({ name, days, perProgramme }) => [
      `${name}`,
      String(days),
      perProgramme ? 'organisation or programme' : 'organisation',
    ]);
    return [
      intro,
      `## Timers\n\nDays after which data go unless somebody set others; nothing goes by itself before an administrator has said so.\n\n${table(['timer', 'days', 'set for'], rows)}`,
      ...sections,
      `## Not personal\n\n${table(['table', 'columns', 'because'], none)}`,
      '',
    ]
      .join('\n\n')
      .trimEnd()
      .concat('\n');
  },
};
