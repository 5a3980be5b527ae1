/** The divisions of entries as they are counted, for the slice that counts; it has asked who may. */
import { divisionOf } from '#core/categories/entering/division.ts';
import type { Stated } from '#core/categories/entering/stated.ts';
import { rankedApart } from '#core/categories/tree.ts';
import type { Ctx } from '#platform/context.ts';
import type { EntryId } from '#platform/ids.ts';
import { type Edition, entryRulesOf, formOfCategory, inheritedIn } from '#slices/programmes/index.ts';
import { answersOf } from '../answers/answers-store.ts';
import { withFiles } from '../answers/files-as-answers.ts';
import { filesOfSeveral } from '../find.ts';
import { gatherFacts, registerOfMany } from './facts.ts';

async function acceptedIn(ctx: Ctx, edition: Edition, codes: readonly string[]) {
  return ctx.db
    .selectFrom('entries as e')
    .innerJoin('categories as c', (join) => join.onRef('c.organisation_id', '=', 'e.organisation_id').onRef('c.id', '=', 'e.category_id'))
    .select(['e.id', 'e.nominee', 'e.nominee_kind', 'e.nominated_by', 'e.submitted_at', 'e.rules_version', 'c.code'])
    .where('e.organisation_id', '=', ctx.organisation)
    .where('e.edition_id', '=', edition.id)
    .where('e.state', '=', 'accepted')
    .where('c.code', 'in', [...codes])
    .orderBy('e.number')
    .execute();
}

/** A thing made once for each key. */
function once<T>(make: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const made = new Map<string, Promise<T>>();
  return (key) => {
    const known = made.get(key) ?? make(key);
    made.set(key, known);
    return known;
  };
}

/**
 * By accepted entry of the categories whose divisions are ranked apart: the key of its division, by the rules there are now, what it was
 * submitted with and what the organisation knows; null where that does not tell, or no division takes it.
 */
export async function rankedDivisions(ctx: Ctx, edition: Edition, codes: readonly string[]): Promise<ReadonlyMap<EntryId, string | null>> {
  const inherited = await inheritedIn(ctx, edition.id);
  const apart = codes.filter((code) => rankedApart(inherited(code)).length > 0);
  if (apart.length === 0) return new Map();
  const rows = await acceptedIn(ctx, edition, apart);
  const ids = rows.map(({ id }) => id);
  const [answers, files] = [await answersOf(ctx, ids), await filesOfSeveral(ctx, ids)];
  const companies = await registerOfMany(
    ctx,
    rows.map(({ nominee }) => nominee),
  );
  const rulesIn = once((code) => entryRulesOf(ctx, edition, code));
  const formIn = once((key) => {
    const [version = '', category = ''] = key.split(' ');
    return formOfCategory(ctx, { edition: edition.id, version: Number(version), category });
  });
  const found = new Map<EntryId, string | null>();
  for (const { id, nominee, submitted_at: at, rules_version: version, code, ...row } of rows) {
    const own = files.get(id) ?? [];
    const form = version === null ? undefined : await formIn(`${version} ${code}`);
    const entered = {
      nominee,
      stated: { nomineeKind: row.nominee_kind as Stated['nomineeKind'], nominator: row.nominated_by as Stated['nominator'] },
      files: own.length,
      at: at ?? ctx.now,
      form: form && { form: form.form, answers: withFiles(form.form, answers.get(id) ?? {}, own) },
    };
    const rules = await rulesIn(code);
    const { facts } = await gatherFacts(ctx, edition, rules, entered, { register: true, companies });
    const placing = divisionOf(rules.divisions, facts);
    found.set(id, placing && 'division' in placing ? placing.division.key : null);
  }
  return found;
}
