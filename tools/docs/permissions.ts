import { existsSync, readdirSync } from 'node:fs';
import type { Relation } from '#core/access/relations.ts';
import { allOperations } from '#platform/operation.server.ts';
import { type Page, table } from './page.ts';

const columns = {
  visitor: true,
  person: true,
  owner: true,
  writer: true,
  judge: true,
  manager: true,
  'chapter-manager': true,
  screener: true,
  organiser: true,
  auditor: true,
  administrator: true,
  system: true,
} as const satisfies Record<Relation, true>;
const relations = Object.keys(columns) as Relation[];

const intro = `# Permissions

Which operation each relation to the thing at hand may call. Deny by default: an empty cell is a refusal that answers the same bytes as a thing
that does not exist. \`draft\` marks autosave, which writes a value and its history and tells nobody.`;

/** A door, once opened, has signed up every operation of its slice, those of its own jobs included. */
async function openDoors(): Promise<void> {
  const folder = new URL('../../src/slices/', import.meta.url);
  const doors = readdirSync(folder)
    .map((slice) => new URL(`${slice}/index.ts`, folder))
    .filter((door) => existsSync(door));
  await Promise.all(doors.map((door) => import(door.href)));
}

export const permissions: Page = {
  file: 'permissions.md',
  make: async () => {
    await openDoors();
    const operations = [...allOperations().values()].sort((a, b) => (a.operation < b.operation ? -1 : 1));
    const rows = operations.map(({ operation, who, draft }) => [
      `\`${operation}\`${draft ? ' draft' : ''}`,
      ...relations.map((relation) => (who.includes(relation) ? 'may' : '')),
    ]);
    return `${intro}\n\n${table(['operation', ...relations], rows)}\n`;
  },
};
