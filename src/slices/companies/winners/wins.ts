/** What a company or a nominee has won before, as the rules of who may enter ask for it. */
import { sql } from 'kysely';
import { folded } from '#core/honours/same.ts';
import { editionOfYears, editionsAgo, type Years, yearsOfEdition } from '#core/honours/years.ts';
import { askedFrom, mayBeOne, profileOf } from '#core/names/duplicates.ts';
import type { Win } from '#core/rules/facts.ts';
import type { Ctx } from '#platform/context.ts';
import type { CompanyId, ProgrammeId } from '#platform/ids.ts';
import { categoryCodesByName, type Edition, type NamedWin, winsOfProgramme } from '#slices/programmes/index.ts';
import { factsOf } from '../find.ts';

/** What names mean by now: a company that was merged is the one it was merged into, and comes back when that is undone. */
export async function meanings(ctx: Ctx, programme: ProgrammeId): Promise<ReadonlyMap<string, CompanyId | null>> {
  const { rows } = await sql<{ written: string; company: CompanyId | null }>`
    with recursive follows as (
      select w.written, w.company_id as company from written_companies w
       where w.organisation_id = ${ctx.organisation} and w.programme_id = ${programme}
      union
      select f.written, c.merged_into from follows f
        join companies c on c.organisation_id = ${ctx.organisation} and c.id = f.company and c.merged_into is not null)
    select f.written, f.company from follows f
      left join companies c on c.organisation_id = ${ctx.organisation} and c.id = f.company
     where c.merged_into is null`.execute(ctx.db);
  return new Map(rows.map(({ written, company }) => [written, company]));
}

export type WhoseWins = { readonly edition: Edition; readonly company?: CompanyId | undefined; readonly nominee?: string | undefined };

export type WinsFound = {
  readonly wins: readonly Win[];
  /** Names nobody has said the meaning of, and that may be the company: until somebody does, nobody knows all its wins. */
  readonly open: readonly string[];
};

const yearsOf = (win: NamedWin): Years => (win.opened === null ? win : yearsOfEdition(win.year, win.opened));

/** Names that look like one of the company's, and were said to mean nothing yet. */
async function openNames(ctx: Ctx, company: CompanyId | undefined, written: readonly string[]): Promise<string[]> {
  const [facts] = company === undefined ? [] : await factsOf(ctx, [company]);
  if (facts === undefined) return [];
  const profile = profileOf(facts);
  return written.filter((name) => mayBeOne(profile, profileOf({ names: [name], domains: [] })).score >= askedFrom).sort();
}

/**
 * A win counts by the company a person said its name means, or by the nominee's own name, letter by letter. Its category is told by its
 * code, or where a list has none by its name if that is a category's name now; else it is left out, and so is how long ago it was where
 * years may be missing. No right is asked: wins are public, and whoever asks has made their own check.
 */
export async function winsOf(ctx: Ctx, { edition, company, nominee }: WhoseWins): Promise<WinsFound> {
  const all = await winsOfProgramme(ctx, edition.programme);
  const meant = await meanings(ctx, edition.programme);
  const codes = await categoryCodesByName(ctx, edition.programme);
  const named = nominee === undefined || folded(nominee) === '' ? undefined : folded(nominee);
  const isMine = (win: NamedWin) =>
    (company !== undefined && meant.get(win.written) === company) || (named !== undefined && folded(win.nominee) === named);
  const years = (wins: readonly NamedWin[]) => wins.map((win) => yearsOf(win).first);
  const now = yearsOfEdition(edition.name, edition.entriesOpenAt.getUTCFullYear()).first;
  const ago = editionsAgo(now, years(all.filter((win) => win.edition !== null)), years(all.filter((win) => win.edition === null)));
  const wins = all.filter(isMine).map((win): Win => {
    const since = ago.get(yearsOf(win).first);
    const category = win.code ?? codes.get(folded(win.category));
    return {
      edition: win.edition ?? editionOfYears(yearsOf(win)),
      ...(since !== undefined && { ago: since }),
      ...(category !== undefined && { category }),
    };
  });
  const unsaid = [...new Set(all.filter((win) => !isMine(win) && !meant.has(win.written)).map(({ written }) => written))];
  return { wins, open: await openNames(ctx, company, unsaid) };
}
