/** What somebody began from, and who wrote a field since. Asked only where an entry has moved on, so that writing alone costs nothing more. */
import { sql } from 'kysely';
import type { Stated } from '#core/categories/entering/stated.ts';
import type { Known } from '#core/entries/together.ts';
import type { Answers } from '#core/forms/answer-shapes.ts';
import type { Ctx } from '#platform/context.ts';
import type { EntryId, PersonId } from '#platform/ids.ts';
import type { EntryText } from '../schemas.ts';

/** What every entry says, whatever its form asks. */
export type Head = EntryText & Stated & { readonly chapter: string | null };

export const headParts = ['title', 'nominee', 'body', 'nomineeKind', 'nominator', 'chapter'] as const satisfies readonly (keyof Head)[];

/** The history does not keep chapters: nobody knows which was said then. */
export type Begun = { readonly head: Omit<Head, 'chapter'>; readonly answers: Answers };

const nothing: Begun['head'] = { title: '', nominee: '', body: '', nomineeKind: null, nominator: null };

const knownOf = ({ version, since }: Known, part: string): number => since[part] ?? version;

type HeadRow = Begun['head'] & { readonly asked: number };

/** At each of these versions, the newest that was saved by then. */
async function headsAt(ctx: Ctx, entry: EntryId, versions: readonly number[]): Promise<ReadonlyMap<number, Begun['head']>> {
  const { rows } = await sql<HeadRow>`
    select asked, h.title, h.nominee, h.body, h.nominee_kind as "nomineeKind", h.nominated_by as nominator
      from unnest(${[...versions]}::int[]) as asked
      join lateral (select * from entry_history one where one.organisation_id = ${ctx.organisation} and one.entry_id = ${entry}
                       and one.version <= asked order by one.version desc limit 1) h on true`.execute(ctx.db);
  return new Map(rows.map(({ asked, ...head }) => [asked, head]));
}

async function answersAt(ctx: Ctx, entry: EntryId, { version, since }: Known): Promise<Answers> {
  const { rows } = await sql<{ field: string; answer: unknown }>`
    select distinct on (field) field, answer from entry_answers
     where organisation_id = ${ctx.organisation} and entry_id = ${entry}
       and version <= coalesce((${JSON.stringify(since)}::jsonb ->> ('answers.' || field))::int, ${version})
     order by field, version desc`.execute(ctx.db);
  return Object.fromEntries(rows.flatMap(({ field, answer }) => (answer === null ? [] : [[field, answer]])));
}

export async function begunFrom(ctx: Ctx, entry: EntryId, known: Known): Promise<Begun> {
  const heads = await headsAt(ctx, entry, [...new Set(headParts.map((part) => knownOf(known, part)))]);
  const at = <K extends keyof Begun['head']>(part: K): Begun['head'][K] => (heads.get(knownOf(known, part)) ?? nothing)[part];
  const head = {
    title: at('title'),
    nominee: at('nominee'),
    body: at('body'),
    nomineeKind: at('nomineeKind'),
    nominator: at('nominator'),
  };
  return { head, answers: await answersAt(ctx, entry, known) };
}

export type Writer = { readonly part: string; readonly by: PersonId; readonly at: Date };

/** Who wrote each of these parts last, and when; none for one that nobody has saved. */
export async function lastWriters(ctx: Ctx, entry: EntryId, parts: readonly string[]): Promise<ReadonlyMap<string, Writer>> {
  const { rows } = await sql<Writer>`
    select distinct on (part) part, by, at from (
      select 'answers.' || field as part, saved_by as by, saved_at as at, version from entry_answers
       where organisation_id = ${ctx.organisation} and entry_id = ${entry}
      union all
      select said.part, saved_by, saved_at, version from (
        select h.*, lag(h.title, 1, '') over w as title_before, lag(h.nominee, 1, '') over w as nominee_before,
               lag(h.body, 1, '') over w as body_before, lag(h.nominee_kind) over w as kind_before,
               lag(h.nominated_by) over w as by_before
          from entry_history h where h.organisation_id = ${ctx.organisation} and h.entry_id = ${entry}
        window w as (order by h.version)) h
      cross join lateral (values ('title', h.title <> h.title_before), ('nominee', h.nominee <> h.nominee_before),
        ('body', h.body <> h.body_before), ('nomineeKind', h.nominee_kind is distinct from h.kind_before),
        ('nominator', h.nominated_by is distinct from h.by_before)) as said (part, changed)
       where said.changed) written
     where part = any(${[...parts]}::text[])
     order by part, version desc`.execute(ctx.db);
  return new Map(rows.map((row) => [row.part, row]));
}
