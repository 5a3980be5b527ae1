/** How to prepare an entry in one category: what its criteria, its form and its rules say, in the order somebody works by. */
import type { FieldKind } from '#core/forms/fields.ts';
import { problem } from '#core/problems/problem.ts';
import type { Ctx } from '#platform/context.ts';
import type { ToldCriterion } from './cards.ts';
import { type CategoryPage, categoryPageOf, type ToldQuestions } from './category.ts';

export type Guide = CategoryPage & {
  /** What is marked, what counts most first; then questions of yes or no. */
  readonly looksFor: readonly ToldCriterion[];
  /** What is measured or counted rather than marked, and has to be there beforehand. */
  readonly figures: readonly ToldCriterion[];
  /** Questions that are not answered from memory: files, figures, names, consent. */
  readonly collect: ToldQuestions;
  /** What has to be answered before an entry is sent in. */
  readonly required: ToldQuestions;
};

/** What is written when the form is open needs no collecting. */
const written: ReadonlySet<FieldKind> = new Set(['short-text', 'long-text', 'choice']);

type Asked = ToldQuestions[number];

function only(questions: ToldQuestions, keep: (field: Asked['fields'][number], group: Asked) => boolean): ToldQuestions {
  return questions
    .map((group) => ({ ...group, fields: group.fields.filter((field) => keep(field, group)) }))
    .filter(({ fields }) => fields.length > 0);
}

function guideFrom(page: CategoryPage): Guide {
  const criteria = (page.card?.groups ?? []).flatMap((group) => group.criteria);
  const judged = criteria.filter(({ kind }) => kind === 'judged').toSorted((a, b) => (b.share ?? 0) - (a.share ?? 0));
  const questions = page.questions ?? [];
  return {
    ...page,
    looksFor: [...judged, ...criteria.filter(({ kind }) => kind === 'gate')],
    figures: criteria.filter(({ kind }) => kind === 'metric' || kind === 'count'),
    collect: only(questions, ({ field }) => !written.has(field.kind)),
    required: only(questions, ({ required }, { rule }) => required || rule !== 'plain'),
  };
}

/** @throws Problem `general.not-found` for what takes no entries */
export async function guideOf(ctx: Ctx, slug: string, edition: string, code: string): Promise<Guide> {
  const page = await categoryPageOf(ctx, slug, edition, code);
  if (page.state !== 'open') throw problem('general.not-found');
  return guideFrom(page);
}
