/** What is known of several entries, as far as the rules of their categories ask; for slices that have asked who reads. */
import type { Stated } from '#core/categories/entering/stated.ts';
import type { Ctx } from '#platform/context.ts';
import type { EntryId } from '#platform/ids.ts';
import { type Edition, type EditionRules, entryRulesOf, formOfCategory } from '#slices/programmes/index.ts';
import { answersOf } from '../answers/answers-store.ts';
import { withFiles } from '../answers/files-as-answers.ts';
import { filesOfSeveral } from '../find.ts';
import { type Gathered, gatherFacts, registerOfMany } from './facts.ts';

/** An entry as its row says it. */
export type RuledRow = {
  readonly id: EntryId;
  readonly nominee: string;
  readonly nominee_kind: string | null;
  readonly nominated_by: string | null;
  readonly submitted_at: Date | null;
  readonly rules_version: number | null;
  readonly code: string;
};

/** A thing made once for each key. */
function once<T>(make: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const made = new Map<string, Promise<T>>();
  return (key) => {
    const known = made.get(key) ?? make(key);
    made.set(key, known);
    return known;
  };
}

export type Known<R> = { readonly row: R; readonly rules: EditionRules; readonly gathered: Gathered };

/** By the rules there are now, what each was submitted with and what the organisation knows. In the order of the rows. */
export async function factsOfSeveral<R extends RuledRow>(ctx: Ctx, edition: Edition, rows: readonly R[]): Promise<Known<R>[]> {
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
  const known: Known<R>[] = [];
  for (const row of rows) {
    const own = files.get(row.id) ?? [];
    const form = row.rules_version === null ? undefined : await formIn(`${row.rules_version} ${row.code}`);
    const entered = {
      entry: row.id,
      nominee: row.nominee,
      stated: { nomineeKind: row.nominee_kind as Stated['nomineeKind'], nominator: row.nominated_by as Stated['nominator'] },
      files: own.length,
      at: row.submitted_at ?? ctx.now,
      form: form && { form: form.form, answers: withFiles(form.form, answers.get(row.id) ?? {}, own) },
    };
    const rules = await rulesIn(row.code);
    known.push({ row, rules, gathered: await gatherFacts(ctx, edition, rules, entered, { register: true, companies }) });
  }
  return known;
}
