/** The reviewed matrix as it is printed, and how what was observed differs from it. Pure. */
import type { Relation } from '#core/access/relations.ts';
import { type Actor, actors, standings } from './actors.ts';

/** Operation → relation → whether the cell says `may`. */
export type Matrix = ReadonlyMap<string, ReadonlyMap<Relation, boolean>>;

/** `done`, or the code it was refused with; and the tables in which anything was different afterwards. */
export type Outcome = { readonly answer: string; readonly wrote: readonly string[] };
export type Observed = ReadonlyMap<string, ReadonlyMap<Actor, Outcome>>;

const cellsOf = (row: string) =>
  row
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());

/** Reads `docs/generated/permissions.md`. */
export function parseMatrix(page: string): Matrix {
  const [heading = '', , ...rows] = page.split('\n').filter((line) => line.startsWith('|'));
  const relations = cellsOf(heading).slice(1) as Relation[];
  return new Map(
    rows.map((row) => {
      const [name = '', ...cells] = cellsOf(row);
      const operation = /`([^`]+)`/.exec(name)?.[1] ?? name;
      return [operation, new Map(relations.map((relation, i) => [relation, cells[i] === 'may']))];
    }),
  );
}

export function flipped(matrix: Matrix, operation: string, relation: Relation): Matrix {
  const row = new Map(matrix.get(operation));
  row.set(relation, row.get(relation) !== true);
  return new Map(matrix).set(operation, row);
}

/** What a relation brings with it, so that saying it a second time would say nothing. */
const weaker: Readonly<Record<Relation, readonly Relation[]>> = {
  visitor: [],
  person: ['visitor'],
  owner: ['visitor', 'person'],
  writer: ['visitor', 'person'],
  judge: ['visitor', 'person'],
  manager: ['visitor', 'person', 'organiser'],
  'chapter-manager': ['visitor', 'person'],
  screener: ['visitor', 'person'],
  organiser: ['visitor', 'person'],
  auditor: ['visitor', 'person'],
  administrator: ['visitor', 'person', 'manager', 'organiser'],
  system: [],
};

const forbidden: ReadonlySet<string> = new Set(['general.not-found', 'general.sign-in-needed']);

function outcomeFaults(what: string, actor: Actor, may: boolean, { answer, wrote }: Outcome): string[] {
  if (may) return forbidden.has(answer) ? [`${what} may, and was refused with ${answer}`] : [];
  const wanted = actor === 'visitor' ? 'general.sign-in-needed' : 'general.not-found';
  return [
    ...(answer === wanted ? [] : [`${what} may not, and was answered ${answer} instead of ${wanted}`]),
    ...(wrote.length === 0 ? [] : [`${what} may not, and ${wrote.join(', ')} changed`]),
  ];
}

/** One line for each operation and actor for whom the matrix says something else than what happened; none when it is true. */
export function differences(matrix: Matrix, observed: Observed): string[] {
  const untried = [...matrix.keys()].filter((operation) => !observed.has(operation)).map((operation) => `${operation} was not tried`);
  const unlisted = [...observed.keys()].filter((operation) => !matrix.has(operation)).map((operation) => `${operation} is not listed`);
  const faults = [...observed].flatMap(([operation, outcomes]) => {
    const row = matrix.get(operation) ?? new Map<Relation, boolean>();
    const says = (relation: Relation) => row.get(relation) === true;
    const twice = [...row.keys()].filter((relation) => says(relation) && weaker[relation].some(says));
    return [
      ...twice.map((relation) => `${operation}: what ${relation} may is said already`),
      ...actors.flatMap((actor) => {
        const outcome = outcomes.get(actor);
        if (!outcome) return [`${operation}: ${actor} did not try`];
        return outcomeFaults(`${operation}: ${actor}`, actor, standings[actor].some(says), outcome);
      }),
    ];
  });
  return [...untried, ...unlisted, ...faults];
}
