import { hexToBytes } from '@noble/hashes/utils.js';
import type { Json } from '../canonical.ts';
import type { Hash } from '../event.ts';
import { type CommittedBallot, committed } from './ballot-log.ts';
import type { BundleFiles } from './files.ts';
import type { Say } from './finding.ts';
import { type BundleBallot, type LogEvent, linesOf, parsed, shapes, textOf } from './shapes.ts';

function checkBallot(ballot: BundleBallot, row: number, event: LogEvent | undefined, say: Say, hash: Hash): void {
  const facts = { file: 'ballots.jsonl', row, ballot: ballot.seq, entry: ballot.entry, judge: ballot.judge };
  const body = event?.type === 'ballot' ? event.body : undefined;
  if (!body) {
    say('ballots', 'ballot-not-in-log', facts);
    return;
  }
  const salt = hexToBytes(ballot.salt);
  const here: CommittedBallot['judgeHere'] = ballot.judgeHere ?? ballot.judge;
  if (body.category !== ballot.category || body.entry !== ballot.entry) say('ballots', 'ballot-moved', facts);
  if (body.judgeHere !== committed(salt, 'judge', here, hash)) say('ballots', 'judge-differs', facts);
  if (ballot.linkSalt !== undefined && body.judge !== committed(hexToBytes(ballot.linkSalt), 'link', ballot.judge, hash)) {
    say('ballots', 'judge-differs', facts);
  }
  const marks = (typeof body.marks === 'object' && body.marks !== null ? body.marks : {}) as Readonly<Record<string, Json>>;
  for (const criterion of new Set([...Object.keys(marks), ...Object.keys(ballot.marks)])) {
    const mark = Object.hasOwn(ballot.marks, criterion) ? ballot.marks[criterion] : undefined;
    const expected = Object.hasOwn(marks, criterion) ? marks[criterion] : undefined;
    const found = mark === undefined ? undefined : committed(salt, `mark\0${criterion}`, mark, hash);
    if (found !== expected) say('ballots', 'mark-differs', { ...facts, criterion, mark: mark ?? null });
  }
}

/** Reads the ballots and holds each against its commitments in the log; what differs is named by line, ballot and criterion. */
export function readBallots(files: BundleFiles, events: readonly (LogEvent | undefined)[], say: Say, hash: Hash): BundleBallot[] {
  const ballots: BundleBallot[] = [];
  const seen = new Set<number>();
  linesOf(textOf(files, 'ballots.jsonl')).forEach((line, i) => {
    const row = i + 1;
    const ballot = parsed(shapes.ballot, line);
    if (!ballot) {
      say('ballots', 'line-unreadable', { file: 'ballots.jsonl', row });
      return;
    }
    if (seen.has(ballot.seq)) say('ballots', 'ballot-twice', { file: 'ballots.jsonl', row, ballot: ballot.seq });
    seen.add(ballot.seq);
    checkBallot(ballot, row, events[ballot.seq], say, hash);
    ballots.push(ballot);
  });
  events.forEach((event, seq) => {
    if (event?.type === 'ballot' && !seen.has(seq)) say('ballots', 'ballot-missing', { file: 'ballots.jsonl', ballot: seq });
  });
  return ballots;
}
