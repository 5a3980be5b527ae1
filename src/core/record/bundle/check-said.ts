import { hexToBytes } from '@noble/hashes/utils.js';
import type { z } from 'zod';
import { canonicalJson } from '../canonical.ts';
import type { Hash } from '../event.ts';
import { committed, metricBody, votesBody } from './ballot-log.ts';
import type { BundleFiles } from './files.ts';
import type { Say } from './finding.ts';
import {
  type BundleBallot,
  type BundleMetric,
  type BundleOverride,
  type BundleVotes,
  type LogEvent,
  linesOf,
  parsed,
  shapes,
  textOf,
} from './shapes.ts';

/** What a bundle holds beside ballots, with the line each stands in. */
export type BundleSaid = {
  readonly values: readonly BundleMetric[];
  readonly votes: readonly BundleVotes[];
  readonly overrides: readonly BundleOverride[];
};

type Events = readonly (LogEvent | undefined)[];

/** Lines of a file, each held against its event by `check`; what is no line, stands twice, or is missing beside the log is named. */
function readLines<T extends { readonly seq: number }>(
  { files, events, say }: { readonly files: BundleFiles; readonly events: Events; readonly say: Say },
  { file, type, shape }: { readonly file: string; readonly type: LogEvent['type']; readonly shape: z.ZodType<T> },
  check: (line: T, body: LogEvent['body'], row: number) => void,
): T[] {
  const seen = new Set<number>();
  const read = linesOf(textOf(files, file)).flatMap((text, i): T[] => {
    const row = i + 1;
    const line = parsed(shape, text);
    if (!line) {
      say('said', 'said-unreadable', { file, row });
      return [];
    }
    const event = events[line.seq];
    if (seen.has(line.seq)) say('said', 'said-twice', { file, row, seq: line.seq });
    else if (event?.type !== type) say('said', 'said-not-in-log', { file, row, seq: line.seq });
    else check(line, event.body, row);
    seen.add(line.seq);
    return [line];
  });
  events.forEach((event, seq) => {
    if (event?.type === type && !seen.has(seq)) say('said', 'said-missing', { file, seq });
  });
  return read;
}

/** Reads values, votes and overrides and holds each against its commitments in the log; what differs is named by file, line and entry. */
export function readSaid(files: BundleFiles, events: Events, ballots: readonly BundleBallot[], say: Say, hash: Hash): BundleSaid {
  const from = { files, events, say };
  const file = { metric: 'metrics.jsonl', votes: 'votes.jsonl', override: 'overrides.jsonl' };
  const values = readLines(from, { file: file.metric, type: 'metric', shape: shapes.metric }, (line, body, row) => {
    const { seq: _, salt, ...own } = line;
    if (canonicalJson(metricBody(own, hexToBytes(salt), hash)) !== canonicalJson(body))
      say('said', 'metric-differs', { file: file.metric, row, ...own });
  });
  const votes = readLines(from, { file: file.votes, type: 'votes', shape: shapes.votes }, (line, body, row) => {
    const { seq: _, salt, count, ...own } = line;
    if (canonicalJson(votesBody({ ...own, ...(count !== undefined && { count }) }, hexToBytes(salt), hash)) !== canonicalJson(body))
      say('said', 'votes-differ', { file: file.votes, row, ...own });
  });
  const bySeq = new Map(ballots.map((ballot) => [ballot.seq, ballot]));
  const overrides = readLines(from, { file: file.override, type: 'override', shape: shapes.override }, (line, body, row) => {
    const { ballot, criterion, mark, who, whoHere = who, why, salt, linkSalt } = line;
    const { entry = null, judge = null } = bySeq.get(ballot) ?? {};
    const facts = { file: file.override, row, ballot, entry, judge, criterion, mark };
    const [open, link] = [hexToBytes(salt), linkSalt === undefined ? null : hexToBytes(linkSalt)];
    if (body.ballot !== ballot || body.criterion !== criterion || body.mark !== committed(open, 'override', mark, hash))
      say('said', 'override-differs', facts);
    if (body.whoHere !== committed(open, 'person', whoHere, hash) || (link && body.who !== committed(link, 'who', who, hash)))
      say('said', 'override-by-another', { ...facts, who });
    if (link && body.why !== committed(link, 'why', why ?? '', hash)) say('said', 'override-for-another-reason', facts);
  });
  return { values, votes, overrides };
}
