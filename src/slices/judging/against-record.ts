/**
 * Ballots held against the record: what lies in the tables must be what the newest event of each ballot committed to. The chain
 * proves the events; this proves that the marks which are counted are those that were submitted.
 */
import { sql } from 'kysely';
import type { Ctx } from '#platform/context.ts';
import { snapshot } from '#platform/database/snapshot.server.ts';
import { commentsByBallot, type KeptMarks, marksByBallot } from './marking/marks.ts';
import type { Comments } from './schemas.ts';

/** `unrecorded`: submitted, and no event says so. `missing`: an event says submitted, and the ballot is gone or open. */
export type BallotFault = {
  readonly ballot: string;
  readonly what: 'marks' | 'comment' | 'unrecorded' | 'missing';
  readonly criteria: readonly string[];
};

type Told = { readonly kind: string; readonly body: string };
type Recorded = { readonly submitted: boolean; readonly marks: KeptMarks; readonly comments: Comments; readonly comment: string };

/** The newest word of the record on each ballot; erased bodies say nothing any more. */
async function recordedBallots(ctx: Ctx): Promise<ReadonlyMap<string, Recorded>> {
  const { rows } = await sql<Told>`
    select e.kind, b.body from audit_events e
    join audit_bodies b on b.organisation_id = e.organisation_id and b.event_id = e.id
    where e.organisation_id = ${ctx.organisation} and e.kind in ('judging.ballot-submitted', 'judging.ballot-reopened') and b.body is not null
    order by e.transaction_id, e.id`.execute(ctx.db);
  const recorded = new Map<string, Recorded>();
  for (const { kind, body } of rows) {
    const { ballot, marks = {}, comments = {}, comment = '' } = JSON.parse(body) as { ballot: string } & Partial<Recorded>;
    recorded.set(ballot, { submitted: kind === 'judging.ballot-submitted', marks, comments, comment });
  }
  return recorded;
}

function differing<T>(a: Readonly<Record<string, T>>, b: Readonly<Record<string, T>>): string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((criterion) => a[criterion] !== b[criterion]);
}

/** Whether bodies were erased, so that a ballot without a word of the record need not be a fault. */
async function anyErased(ctx: Ctx): Promise<boolean> {
  const { rows } = await sql<{ erased: boolean }>`select exists (select from audit_bodies
    where organisation_id = ${ctx.organisation} and erased_at is not null) as erased`.execute(ctx.db);
  return rows[0]?.erased ?? false;
}

export type BallotReport = { readonly ballots: number; readonly faults: readonly BallotFault[] };

/** Holds every submitted ballot against the record. For whoever has the machine: nothing of a mark is in the answer. */
export function ballotsAgainstRecord(ctx: Ctx): Promise<BallotReport> {
  return snapshot(ctx, ['ballots'], async (inside) => {
    const stored = await inside.db
      .selectFrom('ballots')
      .select(['id', 'comment'])
      .where('organisation_id', '=', inside.organisation)
      .where('submitted_at', 'is not', null)
      .orderBy('id')
      .execute();
    const marks = await marksByBallot(
      inside,
      stored.map(({ id }) => id),
    );
    const comments = await commentsByBallot(
      inside,
      stored.map(({ id }) => id),
    );
    const recorded = await recordedBallots(inside);
    const excused = await anyErased(inside);
    const present = new Set<string>(stored.map(({ id }) => id));
    const faults = stored.flatMap(({ id, comment }): BallotFault[] => {
      const said = recorded.get(id);
      if (!said?.submitted) return said || !excused ? [{ ballot: id, what: 'unrecorded', criteria: [] }] : [];
      const criteria = differing(marks.get(id) ?? {}, said.marks);
      if (criteria.length > 0) return [{ ballot: id, what: 'marks', criteria }];
      const beside = differing(comments.get(id) ?? {}, said.comments);
      return comment === said.comment && beside.length === 0 ? [] : [{ ballot: id, what: 'comment', criteria: beside }];
    });
    const gone = [...recorded].filter(([id, { submitted }]) => submitted && !present.has(id));
    const missing = gone.map(([id]): BallotFault => ({ ballot: id, what: 'missing', criteria: [] }));
    return { ballots: stored.length, faults: [...faults, ...missing] };
  });
}
