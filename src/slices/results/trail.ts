/** What the record says, in public, of the entries that won: kinds, instants and seals, never a body. */
import { sql } from 'kysely';
import { zonedText } from '#core/season/wall-time.ts';
import type { Ctx } from '#platform/context.ts';
import type { EntryId } from '#platform/ids.ts';
import type { Edition } from '#slices/programmes/index.ts';

/** A kind that is not here is not shown. */
const publicKinds = [
  'entries.entry-submitted',
  'screening.entry-accepted',
  'judging.judges-assigned',
  'judging.interest-declared',
  'judging.seat-released',
  'judging.ballot-submitted',
  'judging.ballot-reopened',
  'results.tally-computed',
  'results.results-published',
  'results.announcement-withdrawn',
] as const;
export type PublicStepKind = (typeof publicKinds)[number];

/** When one judge sat down to mark is nobody's business but theirs; the seal covers the instant all the same. */
const ofOneJudge: readonly PublicStepKind[] = ['judging.ballot-submitted', 'judging.ballot-reopened', 'judging.interest-declared'];

/** `at` is null for what points to one judge; `seq` and `seal` are null until the record has sealed it, within seconds. */
export type PublicStep = {
  readonly kind: PublicStepKind;
  readonly at: string | null;
  readonly seq: number | null;
  readonly seal: string | null;
};

type Row = { kind: PublicStepKind; subject: EntryId; at: Date; seq: number | null; seal: Buffer | null };

/** Each entry's steps together with its edition's, oldest first. The caller has made sure that the results are announced. */
export async function publicTrails(ctx: Ctx, edition: Edition, entries: readonly EntryId[]): Promise<ReadonlyMap<EntryId, PublicStep[]>> {
  const subjects = [...entries, edition.id];
  const { rows } = await sql<Row>`
    select e.kind, e.subject_id as subject, e.at, s.seq, s.seal from audit_events e
    left join audit_seals s on s.organisation_id = e.organisation_id and s.event_id = e.id
    where e.organisation_id = ${ctx.organisation} and e.subject_id = any (${subjects}::uuid[]) and e.kind = any (${[...publicKinds]}::text[])
    order by e.at, s.seq, e.id`.execute(ctx.db);
  const step = ({ kind, at, seq, seal }: Row): PublicStep => ({
    kind,
    at: ofOneJudge.includes(kind) ? null : zonedText(at.getTime(), edition.zone),
    seq,
    seal: seal?.toString('hex') ?? null,
  });
  const ofEntry = (entry: EntryId) => rows.filter(({ subject }) => subject === entry || String(subject) === edition.id);
  return new Map(entries.map((entry) => [entry, ofEntry(entry).map(step)]));
}

export type RecordHead = { readonly length: number; readonly head: string; readonly sealedAt: string };

/** How far the programme's record is sealed, and the seal that rests on all before it. */
export async function recordHead(ctx: Ctx, { programme, zone }: Edition): Promise<RecordHead | null> {
  const row = await ctx.db
    .selectFrom('audit_chains')
    .select(['length', 'head', 'sealed_at'])
    .where('organisation_id', '=', ctx.organisation)
    .where('id', '=', programme)
    .executeTakeFirst();
  return row?.sealed_at ? { length: row.length, head: row.head.toString('hex'), sealedAt: zonedText(row.sealed_at.getTime(), zone) } : null;
}
