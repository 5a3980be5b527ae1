/** Finding a seat with what is written on it, held until the transaction ends. */
import { sql } from 'kysely';
import type { Ctx } from '#platform/context.ts';
import { together } from '#platform/database/together.server.ts';
import type { BallotId, EntryId, PersonId } from '#platform/ids.ts';
import { asEdition, type CriterionView, criteriaRows, type EditionRow } from '#slices/programmes/index.ts';
import type { Seat } from './access.ts';
import { lockingSeat, type SeatKey } from './store.ts';

export type Ballot = {
  readonly id: BallotId;
  readonly state: 'open' | 'submitted';
  readonly version: number;
  readonly comment: string;
  readonly savedAt: Date;
};
export type HeldSeat = Seat & { readonly ballot: Ballot | undefined };
/** A seat with what its ballot is marked by. */
export type Scorecard = HeldSeat & { readonly criteria: readonly CriterionView[] };

type Row = EditionRow & {
  readonly judging: boolean;
  readonly ballot_id: BallotId | null;
  readonly ballot_state: Ballot['state'];
  readonly ballot_version: number;
  readonly comment: string;
  readonly saved_at: Date;
};

/** The edition of a seat, whether its holder still judges there, and what is written on it. */
function readingSeat(ctx: Ctx, { entry, judge }: SeatKey) {
  return sql<Row>`
    select e.*, p.name as programme_name, p.slug as programme_slug, p.time_zone,
           b.id as ballot_id, b.state as ballot_state, b.version as ballot_version, b.comment, b.saved_at,
           exists (select from programme_roles r where r.organisation_id = a.organisation_id and r.programme_id = e.programme_id
                      and r.person_id = a.judge_id and r.role = 'judge') as judging
      from assignments a
      join editions e on e.organisation_id = a.organisation_id and e.id = a.edition_id
      join programmes p on p.organisation_id = e.organisation_id and p.id = e.programme_id
      left join ballots b on b.organisation_id = a.organisation_id and b.entry_id = a.entry_id and b.judge_id = a.judge_id
     where a.organisation_id = ${ctx.organisation} and a.entry_id = ${entry} and a.judge_id = ${judge}`.compile(ctx.db);
}

function asSeat({ entry, judge }: SeatKey, row: Row): HeldSeat {
  const { judging, ballot_id: id, ballot_state: state, ballot_version: version, comment, saved_at: savedAt } = row;
  return { entry, judge, edition: asEdition(row), judging, ballot: id === null ? undefined : { id, state, version, comment, savedAt } };
}

/** It is held before it is read: whoever held it before may have changed what is read. */
export async function findSeat(ctx: Ctx, entry: EntryId, judge: PersonId | undefined): Promise<HeldSeat | undefined> {
  if (judge === undefined) return undefined;
  const seat = { entry, judge };
  const [, [row]] = await together(ctx.db, lockingSeat(ctx, seat), readingSeat(ctx, seat));
  return row && asSeat(seat, row);
}

export async function findScorecard(ctx: Ctx, entry: EntryId, judge: PersonId | undefined): Promise<Scorecard | undefined> {
  if (judge === undefined) return undefined;
  const seat = { entry, judge };
  const criteria = criteriaRows(ctx).where((e) =>
    e.exists(
      e
        .selectFrom('assignments as a')
        .innerJoin('entries as n', (j) => j.onRef('n.organisation_id', '=', 'a.organisation_id').onRef('n.id', '=', 'a.entry_id'))
        .innerJoin('categories as c', (j) => j.onRef('c.organisation_id', '=', 'n.organisation_id').onRef('c.id', '=', 'n.category_id'))
        .select('a.entry_id')
        .where('a.organisation_id', '=', ctx.organisation)
        .where('a.entry_id', '=', entry)
        .where('a.judge_id', '=', judge)
        .whereRef('a.edition_id', '=', 'criteria.edition_id')
        .whereRef('c.scorecard', '=', 'criteria.scorecard'),
    ),
  );
  const [, [row], scorecard] = await together(ctx.db, lockingSeat(ctx, seat), readingSeat(ctx, seat), criteria.compile());
  return row && { ...asSeat(seat, row), criteria: scorecard };
}
