/** What a company or a nominee has won before, as the rules of who may enter ask for it. */
import { sql } from 'kysely';
import { folded } from '#core/honours/same.ts';
import { editionOfYears, editionsAgo, type Years, yearsOfEdition } from '#core/honours/years.ts';
import { askedFrom, blockingKeys, mayBeOne, type Profile, profileOf } from '#core/names/duplicates.ts';
import type { Win } from '#core/rules/facts.ts';
import type { Ctx } from '#platform/context.ts';
import type { CompanyId, ProgrammeId } from '#platform/ids.ts';
import { categoryCodesByName, type Edition, type NamedWin, namedWins, winsNamed, yearsWon } from '#slices/programmes/index.ts';
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

/** Names by which somebody said that a company is meant: itself, or one that was merged into it. */
async function namesMeaning(ctx: Ctx, programme: ProgrammeId, company: CompanyId): Promise<string[]> {
  const { rows } = await sql<{ written: string }>`
    with recursive same as (
      select ${company}::uuid as id
      union
      select c.id from same join companies c on c.organisation_id = ${ctx.organisation} and c.merged_into = same.id)
    select w.written from written_companies w join same on w.company_id = same.id
     where w.organisation_id = ${ctx.organisation} and w.programme_id = ${programme}`.execute(ctx.db);
  return rows.map(({ written }) => written);
}

/** What is made of a name as it was written is the same each time; as many as a long list has. */
const known = new Map<string, { readonly profile: Profile; readonly keys: readonly string[] }>();
const most = 20_000;

function named(name: string) {
  const before = known.get(name);
  if (before) return before;
  const profile = profileOf({ names: [name], domains: [] });
  const made = { profile, keys: blockingKeys(profile) };
  for (const oldest of known.keys()) {
    if (known.size < most) break;
    known.delete(oldest);
  }
  known.set(name, made);
  return made;
}

/** Names of others' wins that look like one of the company's, and of which nobody has said whose they are. */
async function openNames(ctx: Ctx, programme: ProgrammeId, company: CompanyId, isNominee: (name: string) => boolean): Promise<string[]> {
  const [facts] = await factsOf(ctx, [company]);
  if (facts === undefined) return [];
  const profile = profileOf(facts);
  const keys = new Set(blockingKeys(profile));
  const { rows } = await sql<{ written: string; nominee: string }>`
    select distinct n.written, n.nominee from (${namedWins(ctx, programme)}) n
     where not exists (select from written_companies m
       where m.organisation_id = ${ctx.organisation} and m.programme_id = ${programme} and m.written = n.written)`.execute(ctx.db);
  const written = new Set(rows.filter(({ nominee }) => !isNominee(nominee)).map((row) => row.written));
  const alike = [...written].filter((name) => {
    const theirs = named(name);
    return theirs.keys.some((key) => keys.has(key)) && mayBeOne(profile, theirs.profile).score >= askedFrom;
  });
  return alike.sort();
}

/** How many editions ago each year was in which something was won. */
async function agoIn(ctx: Ctx, edition: Edition): Promise<ReadonlyMap<number, number>> {
  const { ran, listed } = await yearsWon(ctx, edition.programme);
  const now = yearsOfEdition(edition.name, edition.entriesOpenAt.getUTCFullYear()).first;
  return editionsAgo(
    now,
    ran.map(({ name, opened }) => yearsOfEdition(name, opened).first),
    listed,
  );
}

/**
 * A win counts by the company a person said its name means, or by the nominee's own name, letter by letter. Its category is told by its
 * code, or where a list has none by its name if that is a category's name now; else it is left out, and so is how long ago it was where
 * years may be missing. No right is asked: wins are public, and whoever asks has made their own check.
 */
export async function winsOf(ctx: Ctx, { edition, company, nominee }: WhoseWins): Promise<WinsFound> {
  const { programme } = edition;
  const own = nominee === undefined || folded(nominee) === '' ? undefined : folded(nominee);
  const isNominee = (name: string) => own !== undefined && folded(name) === own;
  const written = company === undefined ? [] : await namesMeaning(ctx, programme, company);
  const found = await winsNamed(ctx, programme, { written, nominee: own });
  const mine = found.filter((win) => written.includes(win.written) || isNominee(win.nominee));
  const codes = mine.some(({ code }) => code === null) ? await categoryCodesByName(ctx, programme) : new Map<string, string>();
  const ago = mine.length === 0 ? new Map<number, number>() : await agoIn(ctx, edition);
  const wins = mine.map((win): Win => {
    const since = ago.get(yearsOf(win).first);
    const category = win.code ?? codes.get(folded(win.category));
    return {
      edition: win.edition ?? editionOfYears(yearsOf(win)),
      ...(since !== undefined && { ago: since }),
      ...(category !== undefined && { category }),
    };
  });
  return { wins, open: company === undefined ? [] : await openNames(ctx, programme, company, isNominee) };
}
