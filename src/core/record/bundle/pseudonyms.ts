import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import type { BallotTable } from '../../scoring/ballot-table.ts';
import type { TallyRules } from '../../verdict/rules.ts';

const comparing = new Set<TallyRules['aggregation']['kind']>(['mean-rank', 'borda', 'schulze', 'instant-runoff', 'bradley-terry']);

/** Entries over which a public name of a judge holds, by number: no more than the exact tally needs. All others have names of their own. */
export type Links = readonly (readonly number[])[];

/**
 * Whole categories where the aggregation compares a judge's ballots; where head to head parts ties, `compared`: the entries it was asked
 * of, and whole categories where that is not known.
 */
export function linksOf({ categories, entries }: BallotTable, rules: TallyRules, compared?: Links): Links {
  const whole = categories.map((_, number) => entries.flatMap(({ category }, entry) => (category === number ? [entry] : [])));
  if (comparing.has(rules.aggregation.kind)) return whole;
  return rules.ties.some(({ by }) => by === 'head-to-head') ? (compared ?? whole) : [];
}

/** By round, as tables are. */
export type Pseudonyms = {
  /** By ballot: the judge's name in its entry, or in those linked with it, `Judge 1` … */
  readonly here: readonly (readonly string[])[];
  /** By judge: the name that links all ballots of one judge in all rounds, `Judge 1` … */
  readonly judges: readonly (readonly string[])[];
  /** The same by the judge's own name. */
  readonly byName: ReadonlyMap<string, string>;
  /** Names of declared groups, the same for judges and entries: `Group 1` … */
  readonly groups: ReadonlyMap<string, string>;
  /** Whoever decided a mark otherwise, by what they are called: `Person 1` … */
  readonly persons: ReadonlyMap<string, string>;
};

const byBytes = (a: Uint8Array, b: Uint8Array): number => {
  for (let i = 0; i < a.length; i += 1) if (a[i] !== b[i]) return (a[i] ?? 0) - (b[i] ?? 0);
  return 0;
};

/** Numbers from 1 in an order nobody can tell without the key: by SHA-256(key || scope || NUL || name). */
function shuffled(key: Uint8Array, scope: string, names: readonly string[]): Map<string, number> {
  const order = names.map((name) => ({ name, sort: sha256(concatBytes(key, utf8ToBytes(`${scope}\0${name}`))) }));
  order.sort((a, b) => byBytes(a.sort, b.sort));
  return new Map(order.map(({ name }, i) => [name, i + 1]));
}

/** Pseudonyms of the judges of one round: by ballot, the name that holds within an entry, or within those linked with it. */
function namesHere(table: BallotTable, round: number, links: Links, key: Uint8Array): readonly string[] {
  const linked = new Map(links.flatMap((entries, link) => entries.map((entry) => [entry, `link ${link}`] as const)));
  const places = new Map<string, Set<string>>();
  const placeOf = (ballot: number): string => {
    const entry = table.ballotEntry[ballot] ?? 0;
    return `round ${round} ${linked.get(entry) ?? `entry ${entry}`}`;
  };
  const judgeOf = (ballot: number): string => table.judges[table.ballotJudge[ballot] ?? 0]?.name ?? '';
  table.ballotEntry.forEach((_, ballot) => {
    const place = placeOf(ballot);
    const there = places.get(place) ?? new Set();
    places.set(place, there.add(judgeOf(ballot)));
  });
  const numbers = new Map([...places].map(([place, names]) => [place, shuffled(key, place, [...names])]));
  return Array.from(table.ballotEntry, (_, ballot) => `Judge ${numbers.get(placeOf(ballot))?.get(judgeOf(ballot)) ?? 0}`);
}

const called = (what: string, numbers: ReadonlyMap<string, number>): ReadonlyMap<string, string> =>
  new Map([...numbers].map(([name, number]) => [name, `${what} ${number}`]));

/** Pseudonyms for everybody in the tables of a tally. `key` is 32 secret bytes made for this tally alone, and kept by nobody. */
export function pseudonymsOf(
  tables: readonly BallotTable[],
  persons: readonly string[],
  links: readonly Links[],
  key: Uint8Array,
): Pseudonyms {
  const everyone = [...new Set(tables.flatMap(({ judges }) => judges.map(({ name }) => name)))];
  const byName = called('Judge', shuffled(key, 'programme', everyone));
  const groups = tables.flatMap(({ judges, entries }) => [...judges, ...entries].flatMap(({ group }) => (group === null ? [] : [group])));
  return {
    here: tables.map((table, round) => namesHere(table, round, links[round] ?? [], key)),
    judges: tables.map(({ judges }) => judges.map(({ name }) => byName.get(name) ?? '')),
    byName,
    groups: called('Group', shuffled(key, 'group', [...new Set(groups)])),
    persons: called('Person', shuffled(key, 'person', [...new Set(persons)])),
  };
}
