/** The home of whoever screens for a programme and has nothing else to do with it: what waits for them, edition by edition. */
import { sql } from 'kysely';
import { type Phase, phaseAt } from '#core/season/phases.ts';
import { zonedText } from '#core/season/wall-time.ts';
import { type Ctx, personOf } from '#platform/context.ts';
import { snapshot } from '#platform/database/snapshot.server.ts';
import type { EditionId } from '#platform/ids.ts';
import { type ProgrammeLine, timesOf } from '#slices/programmes/index.ts';

type Counts = {
  readonly edition: EditionId;
  /** Entries nobody has decided about. */
  readonly waiting: number;
  /** Entries another screener ruled out, where the edition asks for a second look. */
  readonly looks: number;
};

/** Without what the reader wrote: that is for others to decide, and how it stands is not told. The caller has asked who reads. */
async function countsFor(ctx: Ctx, editions: readonly EditionId[]): Promise<ReadonlyMap<EditionId, Counts>> {
  const person = personOf(ctx) ?? null;
  return snapshot(ctx, ['decisions'], async (inside) => {
    const { rows } = await sql<Counts>`
      select e.edition_id as edition, count(*) filter (where v.id is null)::int as waiting,
             count(*) filter (where v.agrees is null and v.decided_by <> ${person} and s.second_look)::int as looks
        from entries e
        left join screening_verdicts v on v.organisation_id = e.organisation_id and v.entry_id = e.id and v.undone_at is null
        left join screening_settings s on s.organisation_id = e.organisation_id and s.edition_id = e.edition_id
       where e.organisation_id = ${inside.organisation} and e.edition_id = any (${[...editions]}::uuid[]) and e.state = 'submitted'
         and e.owner_id is distinct from ${person} and not exists (
           select from entry_writers w where w.organisation_id = e.organisation_id and w.entry_id = e.id and w.person_id = ${person})
       group by e.edition_id`.execute(inside.db);
    return new Map(rows.map((row) => [row.edition, row]));
  });
}

export type ScreenedEdition = {
  readonly slug: string;
  readonly name: string;
  readonly phase: Phase;
  readonly waiting: number;
  readonly looks: number;
  readonly closes: string;
  readonly zone: string;
};

export type ScreenerHome = {
  readonly programme: { readonly slug: string; readonly name: string };
  /** Those that are published, the newest first. */
  readonly editions: readonly ScreenedEdition[];
};

export async function screenerHome(ctx: Ctx, { slug, name, editions }: ProgrammeLine): Promise<ScreenerHome> {
  const counts = await countsFor(
    ctx,
    editions.map(({ id }) => id),
  );
  return {
    programme: { slug, name },
    editions: editions.map((edition) => ({
      slug: edition.slug,
      name: edition.name,
      phase: phaseAt(timesOf(edition), ctx.now.getTime()),
      waiting: counts.get(edition.id)?.waiting ?? 0,
      looks: counts.get(edition.id)?.looks ?? 0,
      closes: zonedText(edition.entriesCloseAt.getTime(), edition.zone),
      zone: edition.zone,
    })),
  };
}
