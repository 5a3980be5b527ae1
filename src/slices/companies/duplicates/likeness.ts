/** Keeps the list of pairs that may be one company as names, domains and groups change. The caller holds the register. */
import { sql } from 'kysely';
import { upwards } from '#core/companies/group.ts';
import { askedFrom, blockingKeys, mayBeOne, type Profile, profileOf } from '#core/names/duplicates.ts';
import type { Ctx } from '#platform/context.ts';
import type { CompanyId } from '#platform/ids.ts';
import { factsOf, parentsOf } from '../find.ts';
import { type FoundPair, replaceKeys, replacePairs } from '../store/pairs.ts';

/** A key that more companies share says too little to compare them all. */
const mostSharing = 200;

/** Those that share a key with the company, and are not known to be of one group with it. */
async function comparable(ctx: Ctx, company: CompanyId, keys: readonly string[]): Promise<CompanyId[]> {
  const { rows } = await sql<{ id: CompanyId }>`
    select distinct company_id as id from (
      select k.company_id, count(*) over (partition by w.key) as sharing
        from unnest(${keys}::text[]) as w (key)
        cross join lateral (
          select company_id from company_keys
           where organisation_id = ${ctx.organisation} and key = w.key and company_id <> ${company} limit ${mostSharing + 1}) k) shared
     where sharing <= ${mostSharing}`.execute(ctx.db);
  if (rows.length === 0) return [];
  const parents = await parentsOf(ctx);
  const top = (id: CompanyId) => upwards(parents, id).at(-1);
  return rows.map(({ id }) => id).filter((id) => top(id) !== top(company));
}

async function likeOf(ctx: Ctx, company: CompanyId, profile: Profile, keys: readonly string[]): Promise<FoundPair[]> {
  const others = await factsOf(ctx, await comparable(ctx, company, keys));
  return others
    .map((other) => ({
      other: other.id,
      ...(company < other.id ? mayBeOne(profile, profileOf(other)) : mayBeOne(profileOf(other), profile)),
    }))
    .filter(({ score }) => score >= askedFrom)
    .sort((a, b) => (a.other < b.other ? -1 : 1));
}

/** Of one that stands: what it is found by, and whom it may be one with. Of one that was merged away: nothing any more. */
export async function refreshLikeness(ctx: Ctx, company: CompanyId): Promise<void> {
  const [facts] = await factsOf(ctx, [company]);
  const profile = facts && profileOf(facts);
  const keys = profile ? blockingKeys(profile) : [];
  await replaceKeys(ctx, company, keys);
  await replacePairs(ctx, company, profile ? await likeOf(ctx, company, profile, keys) : []);
}
