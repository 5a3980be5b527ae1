import { hexToBytes } from '@noble/hashes/utils.js';
import type { Json } from '../canonical.ts';
import type { Hash } from '../event.ts';
import { type CommittedBallot, committed } from './ballot-log.ts';
import type { BundleFiles } from './files.ts';
import type { Say } from './finding.ts';
import { type BundleBallot, type LogEvent, linesOf, parsed, shapes, textOf } from './shapes.ts';

/** Marks a judge may have given, the usual scales in whole and in half marks first, and the words for none. */
const possible = [
  ...Array.from({ length: 201 }, (_, i) => String(i / 2)),
  ...Array.from({ length: 10 }, (_, i) => String(-1 - i)),
  'n/a',
  'abstained',
  'recused',
];

/** Marks looked for in one recount: a bundle of nothing but other marks has no use for each. */
const mostSearched = 20;

type Search = (salt: Uint8Array, criterion: string, commitment: string) => string | null;

/** Finds the mark that was cast: who knows the salt tries them all. */
function searcher(hash: Hash): Search {
  let left = mostSearched;
  return (salt, criterion, commitment) => {
    left -= 1;
    return left < 0 ? null : (possible.find((mark) => committed(salt, `mark\0${criterion}`, mark, hash) === commitment) ?? null);
  };
}

function checkBallot(ballot: BundleBallot, row: number, event: LogEvent | undefined, say: Say, hash: Hash, search: Search): void {
  const facts = { file: 'ballots.jsonl', row, ballot: ballot.seq, entry: ballot.entry, judge: ballot.judge };
  const body = event?.type === 'ballot' ? event.body : undefined;
  if (!body) {
    say('ballots', 'ballot-not-in-log', facts);
    return;
  }
  const salt = hexToBytes(ballot.salt);
  const here: CommittedBallot['judgeHere'] = ballot.judgeHere ?? ballot.judge;
  if (body.category !== ballot.category || body.entry !== ballot.entry || body.round !== ballot.round)
    say('ballots', 'ballot-moved', facts);
  if (body.judgeHere !== committed(salt, 'judge', here, hash)) say('ballots', 'judge-differs', facts);
  if (ballot.linkSalt !== undefined && body.judge !== committed(hexToBytes(ballot.linkSalt), 'link', ballot.judge, hash)) {
    say('ballots', 'judge-differs', facts);
  }
  const marks = (typeof body.marks === 'object' && body.marks !== null ? body.marks : {}) as Readonly<Record<string, Json>>;
  for (const criterion of new Set([...Object.keys(marks), ...Object.keys(ballot.marks)])) {
    const mark = Object.hasOwn(ballot.marks, criterion) ? ballot.marks[criterion] : undefined;
    const expected = Object.hasOwn(marks, criterion) ? marks[criterion] : undefined;
    const found = mark === undefined ? undefined : committed(salt, `mark\0${criterion}`, mark, hash);
    if (found === expected) continue;
    const cast = typeof expected === 'string' ? search(salt, criterion, expected) : null;
    say('ballots', 'mark-differs', { ...facts, criterion, mark: mark ?? null, cast });
  }
}

/** Reads the ballots and holds each against its commitments in the log; what differs is named by line, ballot and criterion. */
export function readBallots(files: BundleFiles, events: readonly (LogEvent | undefined)[], say: Say, hash: Hash): BundleBallot[] {
  const ballots: BundleBallot[] = [];
  const seen = new Set<number>();
  const search = searcher(hash);
  linesOf(textOf(files, 'ballots.jsonl')).forEach((line, i) => {
    const row = i + 1;
    const ballot = parsed(shapes.ballot, line);
    if (!ballot) {
      say('ballots', 'line-unreadable', { file: 'ballots.jsonl', row });
      return;
    }
    if (seen.has(ballot.seq)) say('ballots', 'ballot-twice', { file: 'ballots.jsonl', row, ballot: ballot.seq });
    seen.add(ballot.seq);
    checkBallot(ballot, row, events[ballot.seq], say, hash, search);
    ballots.push(ballot);
  });
  events.forEach((event, seq) => {
    if (event?.type === 'ballot' && !seen.has(seq)) say('ballots', 'ballot-missing', { file: 'ballots.jsonl', ballot: seq });
  });
  return ballots;
}
