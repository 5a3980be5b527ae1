import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import type { BallotTable } from '../../scoring/ballot-table.ts';
import type { TallyRules } from '../../verdict/rules.ts';

/** How far a public pseudonym reaches: `entry` hides which ballots share a judge; `category` is needed where the rules compare a judge's ballots. */
export type Scope = 'entry' | 'category';

const comparing = new Set<TallyRules['aggregation']['kind']>(['mean-rank', 'borda', 'schulze', 'instant-runoff', 'bradley-terry']);

/** The narrowest scope under which the exact tally can still be recounted. */
export function publicScope(rules: TallyRules): Scope {
  const compares = comparing.has(rules.aggregation.kind) || rules.ties.some(({ by }) => by === 'head-to-head');
  return compares ? 'category' : 'entry';
}

export type Pseudonyms = {
  /** By ballot: the judge's name in its entry or category, `Judge 1` … */
  readonly here: readonly string[];
  /** By judge: the name that links all ballots of one judge, `Judge 1` … */
  readonly judges: readonly string[];
  /** Names of declared groups, the same for judges and entries: `Group 1` … */
  readonly groups: ReadonlyMap<string, string>;
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

/** Pseudonyms for everybody in a table. `key` is 32 secret bytes made for this tally alone, and kept by nobody. */
export function pseudonymsOf(table: BallotTable, scope: Scope, key: Uint8Array): Pseudonyms {
  const judgeNames = table.judges.map(({ name }) => name);
  const all = shuffled(key, 'programme', judgeNames);
  const places = new Map<string, Set<string>>();
  const placeOf = (ballot: number): string => {
    const entry = table.ballotEntry[ballot] ?? 0;
    return scope === 'entry' ? `entry ${entry}` : `category ${table.entries[entry]?.category ?? 0}`;
  };
  const judgeOf = (ballot: number): string => judgeNames[table.ballotJudge[ballot] ?? 0] ?? '';
  table.ballotEntry.forEach((_, ballot) => {
    const place = placeOf(ballot);
    const there = places.get(place) ?? new Set();
    places.set(place, there.add(judgeOf(ballot)));
  });
  const numbers = new Map([...places].map(([place, names]) => [place, shuffled(key, place, [...names])]));
  const here = Array.from(table.ballotEntry, (_, ballot) => `Judge ${numbers.get(placeOf(ballot))?.get(judgeOf(ballot)) ?? 0}`);
  const groupNames = [...table.judges, ...table.entries].flatMap(({ group }) => (group === null ? [] : [group]));
  const groups = shuffled(key, 'group', [...new Set(groupNames)]);
  return {
    here,
    judges: judgeNames.map((name) => `Judge ${all.get(name) ?? 0}`),
    groups: new Map([...groups].map(([name, number]) => [name, `Group ${number}`])),
  };
}
