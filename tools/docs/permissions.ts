import { existsSync, readdirSync } from 'node:fs';
import type { Relation } from '#core/access/relations.ts';
import { type Page, table } from './page.ts';

const columns = {
  visitor: true,
  person: true,
  owner: true,
  judge: true,
  manager: true,
  auditor: true,
  administrator: true,
  system: true,
} as const satisfies Record<Relation, true>;
const relations = Object.keys(columns) as Relation[];

const intro = `# Permissions

Which operation each relation to the thing at hand may call. Deny by default: an empty cell is a refusal that answers the same bytes as a thing
that does not exist. \`draft\` marks autosave, which writes a value and its history and tells nobody.`;

type Permitted = { readonly operation: string; readonly who: readonly Relation[]; readonly draft: boolean };

function isOperation(value: unknown): value is Permitted {
  return typeof value === 'function' && 'operation' in value && 'who' in value;
}

/** Every operation a slice shows at its door. */
async function operations(): Promise<Permitted[]> {
  const folder = new URL('../../src/slices/', import.meta.url);
  const doors = readdirSync(folder)
    .map((slice) => new URL(`${slice}/index.ts`, folder))
    .filter((door) => existsSync(door));
  const modules: Record<string, unknown>[] = await Promise.all(doors.map((door) => import(door.href)));
  const found = new Map(modules.flatMap((module) => Object.values(module).filter(isOperation)).map((op) => [op.operation, op]));
  return [...found.values()].sort((a, b) => a.operation.localeCompare(b.operation, 'en'));
}

export const permissions: Page = {
  file: 'permissions.md',
  make: async () => {
    const rows = (await operations()).map(({ operation, who, draft }) => [
      `\`${operation}\`${draft ? ' draft' : ''}`,
      ...relations.map((relation) => (who.includes(relation) ? 'may' : '')),
    ]);
    return `${intro}\n\n${table(['operation', ...relations], rows)}\n`;
  },
};
