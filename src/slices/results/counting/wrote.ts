/** What the judges of one entry wrote, for managers and auditors beside its count: never before judging closed, never to the public. */
import type { Ctx } from '#platform/context.ts';
import type { EntryId } from '#platform/ids.ts';
import { writtenOn } from '#slices/judging/index.ts';
import { peopleByIds } from '#slices/people/index.ts';
import { type CriterionView, criteriaOfCategory } from '#slices/programmes/index.ts';
import type { CategoryStandings } from '../standings.ts';

export type Wrote = {
  readonly entry: string;
  readonly title: string;
  readonly ballots: readonly {
    readonly judge: string;
    readonly comment: string;
    readonly beside: readonly { readonly criterion: string; readonly text: string }[];
  }[];
};

const besideIn = (criteria: readonly CriterionView[], comments: Readonly<Record<string, string>>) =>
  criteria.flatMap(({ id, name }) => (comments[id] === undefined ? [] : [{ criterion: name, text: comments[id] }]));

/** Of an entry among `shown`; null for any other. Needs the scope `ballots`. */
export async function wroteOn(ctx: Ctx, shown: readonly CategoryStandings[], entry: string | undefined): Promise<Wrote | null> {
  const category = shown.find(({ standings }) => standings.some((each) => each.entry === entry));
  const standing = category?.standings.find((each) => each.entry === entry);
  if (!category || !standing) return null;
  const written = await writtenOn(ctx, standing.entry as EntryId);
  const people = await peopleByIds(
    ctx,
    written.map(({ judge }) => judge),
  );
  const criteria = await criteriaOfCategory(ctx, category.category);
  return {
    entry: standing.entry,
    title: standing.title,
    ballots: written.map(({ judge, comment, comments }) => ({
      judge: people.get(judge)?.name ?? '',
      comment,
      beside: besideIn(criteria, comments),
    })),
  };
}
