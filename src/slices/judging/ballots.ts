/** Ballots: one judge's marks on one entry, written under a row version until judging closes. */
import { z } from 'zod';
import { type FieldProblem, problem } from '#core/problems/problem.ts';
import { zonedText } from '#core/season/wall-time.ts';
import { type Ctx, personOf } from '#platform/context.ts';
import type { BallotId, CriterionId } from '#platform/ids.ts';
import { operation } from '#platform/operation.server.ts';
import { tell } from '#platform/tell.server.ts';
import type { CriterionView } from '#slices/programmes/index.ts';
import { refuseLate, seatRelations } from './access.ts';
import { findScorecard, findSeat, type HeldSeat, type Scorecard } from './find.ts';
import { marksOf } from './marks.ts';
import { ballotVersion, comment, entryId, type Marks, marks } from './schemas.ts';
import * as store from './store.ts';

const ballotInput = z.object({ entry: entryId, version: ballotVersion, marks, comment });
type Written = z.output<typeof ballotInput>;

/** What is saved beside what was sent, for each field in which they differ. */
async function refuseStale(ctx: Ctx, { ballot, edition }: HeldSeat, sent: Written): Promise<void> {
  const version = ballot?.version ?? 0;
  if (version === sent.version) return;
  const saved: Marks = ballot ? await marksOf(ctx, ballot.id) : {};
  const fields: FieldProblem[] = [...new Set([...Object.keys(saved), ...Object.keys(sent.marks)])]
    .filter((criterion) => saved[criterion] !== sent.marks[criterion])
    .map((criterion) => {
      const facts = { saved: String(saved[criterion] ?? ''), sent: String(sent.marks[criterion] ?? '') };
      return { path: `marks.${criterion}`, code: 'field.changed-meanwhile', facts };
    });
  const text = ballot?.comment ?? '';
  if (text !== sent.comment) fields.push({ path: 'comment', code: 'field.changed-meanwhile', facts: { saved: text, sent: sent.comment } });
  throw problem(
    'general.stale-version',
    { version, by: null, at: ballot ? zonedText(ballot.savedAt.getTime(), edition.zone) : null },
    fields,
  );
}

function refuseOffScale(criteria: readonly CriterionView[], sent: Marks): void {
  const known = new Map(criteria.map((criterion) => [criterion.id, criterion]));
  const fields = Object.entries(sent).flatMap(([id, mark]): FieldProblem[] => {
    const criterion = known.get(id as CriterionId);
    if (!criterion) return [{ path: `marks.${id}`, code: 'field.invalid', facts: {} }];
    const { scaleMin: minimum, scaleMax: maximum } = criterion;
    return mark < minimum || mark > maximum ? [{ path: `marks.${id}`, code: 'field.out-of-range', facts: { minimum, maximum } }] : [];
  });
  if (fields.length > 0) throw problem('general.invalid-input', { count: fields.length }, fields);
}

function refuseIncomplete(criteria: readonly CriterionView[], sent: Marks): void {
  const missing = criteria.filter(({ id }) => sent[id] === undefined);
  if (missing.length === 0) return;
  const fields = missing.map(
    ({ id, name }): FieldProblem => ({ path: `marks.${id}`, code: 'judging.mark-missing', facts: { criterion: name } }),
  );
  throw problem('judging.marks-missing', { count: missing.length, criteria: missing.map(({ name }) => name).join(', ') }, fields);
}

async function write(ctx: Ctx, seat: HeldSeat, sent: Written, state: 'open' | 'submitted'): Promise<{ ballot: BallotId; version: number }> {
  const writing = { marks: sent.marks, comment: sent.comment, state };
  if (!seat.ballot) return { ballot: await store.insertBallot(ctx, seat.edition.id, seat, writing), version: 1 };
  await store.updateBallot(ctx, seat.ballot.id, writing);
  return { ballot: seat.ballot.id, version: seat.ballot.version + 1 };
}

/** What is written comes in time, for a ballot still open, under the version that was seen, and on the scales. @throws Problem */
async function refuseUnfit(ctx: Ctx, seat: Scorecard, sent: Written): Promise<void> {
  refuseLate(ctx, seat.edition);
  if (seat.ballot?.state === 'submitted') throw problem('judging.ballot-submitted');
  await refuseStale(ctx, seat, sent);
  refuseOffScale(seat.criteria, sent.marks);
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

/** Saves what is sent and submits it: every criterion has its mark. */
export const submitBallot = operation('judging.submit-ballot', {
  input: ballotInput,
  who: ['judge'],
  find: (ctx, input) => findScorecard(ctx, input.entry, personOf(ctx)),
  relations: seatRelations,
  run: async (ctx, input, seat) => {
    await refuseUnfit(ctx, seat, input);
    refuseIncomplete(seat.criteria, input.marks);
    const saved = await write(ctx, seat, input, 'submitted');
    await tell(ctx, {
      kind: 'judging.ballot-submitted',
      programme: seat.edition.programme,
      subject: { kind: 'entry', id: seat.entry },
      body: { ...saved, judge: seat.judge, marks: input.marks, comment: input.comment },
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
