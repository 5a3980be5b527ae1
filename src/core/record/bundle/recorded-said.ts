import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import type { MetricValue, Sources, VoteCount } from '../../verdict/blended/sources.ts';
import type { Override } from '../../verdict/overrides.ts';
import type { Hash } from '../event.ts';
import {
  type CommittedMetric,
  type CommittedOverride,
  type CommittedVotes,
  type LogEvent,
  metricBody,
  type Opening,
  overrideBody,
  overrideText,
  votesBody,
} from './ballot-log.ts';
import type { Pseudonyms } from './pseudonyms.ts';

type Recorded<T> = T & { readonly seq: number; readonly opening: Opening };

/** What a verdict rests on beside ballots: values measured, votes counted, marks decided otherwise. */
export type RecordedSaid = {
  readonly values: readonly Recorded<CommittedMetric>[];
  readonly votes: readonly Recorded<CommittedVotes>[];
  readonly overrides: readonly Recorded<CommittedOverride>[];
};

/** Two salts nobody can tell from the secret's others. */
export function openingOf(salts: Uint8Array, what: string, hash: Hash): Opening {
  const derive = (salt: string) => hash(concatBytes(salts, utf8ToBytes(`${salt} ${what}`)));
  return { salt: derive('salt'), linkSalt: derive('link') };
}

const byEntry = (a: MetricValue | VoteCount, b: MetricValue | VoteCount): number =>
  a.category === b.category ? (a.entry < b.entry ? -1 : Number(a.entry > b.entry)) : a.category < b.category ? -1 : 1;

const plain = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A text with every judge's name in it as the pseudonym that holds in the whole programme; the longest name first. */
function unnamed(text: string, names: ReadonlyMap<string, string>): string {
  const all = [...names.keys()].filter((name) => text.includes(name)).sort((a, b) => b.length - a.length);
  if (all.length === 0) return text;
  const any = new RegExp(`(?<![\\p{L}\\p{N}])(${all.map(plain).join('|')})(?![\\p{L}\\p{N}])`, 'gu');
  return text.replaceAll(any, (name) => names.get(name) ?? name);
}

export type SaidInput = Pick<Sources, 'values' | 'votes'> & {
  readonly overrides: readonly Override[];
  /** Number of the ballot an override is of. */
  readonly ballotOf: (override: Override) => number;
  readonly names: Pseudonyms;
};

/** Records in the log what there is beside ballots: values and votes in the order of entries, overrides in their own, as the last one holds. */
export function recordSaid(
  { values, votes, overrides, ballotOf, names }: SaidInput,
  salts: Uint8Array,
  add: (type: LogEvent['type'], body: LogEvent['body']) => number,
  hash: Hash,
): RecordedSaid {
  const at = (type: LogEvent['type'], body: LogEvent['body']): number => add(type, body) - 1;
  return {
    values: [...values].sort(byEntry).map(({ category, entry, metric, value }, i) => {
      const said = { category, entry, metric, value };
      const opening = openingOf(salts, `metric ${i}`, hash);
      return { ...said, opening, seq: at('metric', metricBody(said, opening.salt, hash)) };
    }),
    votes: [...votes].sort(byEntry).map(({ category, entry, votes: all, count }, i) => {
      const said = { category, entry, votes: all, ...(count !== undefined && { count }) };
      const opening = openingOf(salts, `votes ${i}`, hash);
      return { ...said, opening, seq: at('votes', votesBody(said, opening.salt, hash)) };
    }),
    overrides: overrides.map((override, i) => {
      const { criterion, mark, who, why } = override;
      const said: CommittedOverride = {
        ballot: ballotOf(override),
        criterion,
        mark: overrideText(mark),
        whoHere: names.persons.get(who) ?? '',
        who: unnamed(who, names.byName),
        why: unnamed(why, names.byName),
      };
      const opening = openingOf(salts, `override ${i}`, hash);
      return { ...said, opening, seq: at('override', overrideBody(said, opening, hash)) };
    }),
  };
}
