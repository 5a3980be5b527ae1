/** The page that helps somebody to choose: the questions an edition's categories make, and what fits the answers. */
import {
  type FinderAnswers,
  type FinderQuestion,
  finderAnswers,
  finderQuestions,
  fittingCategories,
  inTheWay,
} from '#core/categories/finder.ts';
import type { Ctx } from '#platform/context.ts';
import { readingOf } from './reading.ts';

export async function finderOf(ctx: Ctx, slug: string, edition: string, given: (name: FinderQuestion) => string | null) {
  const { page, categories, full, say, languages } = await readingOf(ctx, slug, edition);
  const questions = finderQuestions(categories);
  const answers: FinderAnswers = finderAnswers(questions, given);
  const named = (options: (typeof questions)['family']) => options.map(({ value, name }) => ({ value, name: say(name) }));
  const fits = fittingCategories(categories, answers);
  const finding = {
    programme: { slug: page.programme.slug, name: page.programme.name },
    edition: { slug: page.edition.slug, name: page.edition.name },
    questions: { ...questions, family: named(questions.family), branch: named(questions.branch) },
    answers,
    fits: fits.map(({ placed: { node, path }, because }) => ({
      code: node.code,
      name: [...path, node].map(({ name }) => say(name)).join(' – '),
      because,
      full: full.has(node.code),
    })),
    inTheWay: fits.length === 0 ? inTheWay(categories, answers) : [],
  };
  return { ...finding, languages: languages() };
}
export type Finding = Awaited<ReturnType<typeof finderOf>>;
