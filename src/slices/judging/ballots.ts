/** Ballots: one judge's marks on one entry, written under a row version until judging closes. */
import { z } from 'zod';
import { type FieldProblem, problem } from '#core/problems/problem.ts';
import { zonedText } from '#core/season/wall-time.ts';
import { type Ctx, personOf } from '#platform/context.ts';
import type { BallotId } from '#platform/ids.ts';
import { operation } from '#platform/operation.server.ts';
import { tell } from '#platform/tell.server.ts';
import { refuseLate, seatRelations } from './access.ts';
import { findScorecard, findSeat, type Scorecard } from './find.ts';
import { refuseIncomplete, refuseUnanswerable } from './marking/filled.ts';
import { commentsByBallot, keptMarks, marksOf, shownMarks } from './marking/marks.ts';
import { ballotVersion, comment, comments, entryId, marks } from './schemas.ts';
import * as store from './store.ts';

const ballotInput = z.object({ entry: entryId, version: ballotVersion, marks, comments, comment });
type Written = z.output<typeof ballotInput>;

type Said = Readonly<Record<string, number | string | null>>;

/** What differs between two texts of one kind, by criterion, each with what is saved and what was sent. */
function differing(kind: 'marks' | 'comments', saved: Said, sent: Said): FieldProblem[] {
  return [...new Set([...Object.keys(saved), ...Object.keys(sent)])]
    .filter((criterion) => saved[criterion] !== sent[criterion])
    .map((criterion) => {
      const facts = { saved: String(saved[criterion] ?? ''), sent: String(sent[criterion] ?? '') };
      return { path: `${kind}.${criterion}`, code: 'field.changed-meanwhile', facts };
    });
}

/** What is saved beside what was sent, for each field in which they differ. */
async function refuseStale(ctx: Ctx, { ballot, edition, criteria }: Scorecard, sent: Written): Promise<void> {
  const version = ballot?.version ?? 0;
  if (version === sent.version) return;
  const saved = ballot ? shownMarks(criteria, await marksOf(ctx, ballot.id)) : {};
  const beside = ballot ? (await commentsByBallot(ctx, [ballot.id])).get(ballot.id) : undefined;
  const fields = [...differing('marks', saved, sent.marks), ...differing('comments', beside ?? {}, sent.comments)];
  const text = ballot?.comment ?? '';
  if (text !== sent.comment) fields.push({ path: 'comment', code: 'field.changed-meanwhile', facts: { saved: text, sent: sent.comment } });
  throw problem(
    'general.stale-version',
    { version, by: null, at: ballot ? zonedText(ballot.savedAt.getTime(), edition.zone) : null },
    fields,
  );
}

async function write(
  ctx: Ctx,
  seat: Scorecard,
  sent: Written,
  state: 'open' | 'submitted',
): Promise<{ ballot: BallotId; version: number }> {
  const writing = { marks: keptMarks(seat.criteria, sent.marks), comments: sent.comments, comment: sent.comment, state };
  if (!seat.ballot) return { ballot: await store.insertBallot(ctx, seat.edition.id, seat, writing), version: 1 };
  await store.updateBallot(ctx, seat.ballot.id, writing);
  return { ballot: seat.ballot.id, version: seat.ballot.version + 1 };
}

/** What is written comes in time, for a ballot still open, under the version that was seen, and on the scales. @throws Problem */
async function refuseUnfit(ctx: Ctx, seat: Scorecard, sent: Written): Promise<void> {
  refuseLate(ctx, seat.edition);
  if (seat.ballot?.state === 'submitted') throw problem('judging.ballot-submitted');
  await refuseStale(ctx, seat, sent);
  refuseUnanswerable(seat.criteria, sent);
}

/** Autosave and "save for later": the ballot as written, complete or not. */
export const saveBallot = operation('judging.save-ballot', {
  input: ballotInput,
  who: ['judge'],
  draft: true,
  find: (ctx, input) => findScorecard(ctx, input.entry, personOf(ctx)),
  relations: seatRelations,
  run: async (ctx, input, seat) => {
    await refuseUnfit(ctx, seat, input);
    return { ...(await write(ctx, seat, input, 'open')), savedAt: ctx.now.toISOString() };
  },
});

/** Saves what is sent and submits it: every criterion has its mark, and the words it asks for. */
export const submitBallot = operation('judging.submit-ballot', {
  input: ballotInput,
  who: ['judge'],
  find: (ctx, input) => findScorecard(ctx, input.entry, personOf(ctx)),
  relations: seatRelations,
  run: async (ctx, input, seat) => {
    await refuseUnfit(ctx, seat, input);
    refuseIncomplete(seat.criteria, input);
    const saved = await write(ctx, seat, input, 'submitted');
    const said = Object.keys(input.comments).length > 0 ? { comments: input.comments } : {};
    await tell(ctx, {
      kind: 'judging.ballot-submitted',
      programme: seat.edition.programme,
      subject: { kind: 'entry', id: seat.entry },
      body: { ...saved, judge: seat.judge, marks: keptMarks(seat.criteria, input.marks), comment: input.comment, ...said },
    });
    return { ...saved, submittedAt: ctx.now.toISOString() };
  },
});

/** Until judging closes a judge may take their own ballot up again; the record keeps what was submitted before. */
export const reopenBallot = operation('judging.reopen-ballot', {
  input: z.object({ entry: entryId }),
  who: ['judge'],
  find: (ctx, input) => findSeat(ctx, input.entry, personOf(ctx)),
  relations: seatRelations,
  run: async (ctx, _input, seat) => {
    refuseLate(ctx, seat.edition);
    const { ballot } = seat;
    if (ballot?.state !== 'submitted') throw problem('judging.ballot-not-submitted');
    await store.markReopened(ctx, ballot.id);
    await tell(ctx, {
      kind: 'judging.ballot-reopened',
      programme: seat.edition.programme,
      subject: { kind: 'entry', id: seat.entry },
      body: { ballot: ballot.id, judge: seat.judge },
    });
    return { ballot: ballot.id, version: ballot.version + 1 };
  },
});
