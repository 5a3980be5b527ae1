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

/** All are listed up to so many; beyond, so many of each award, and of so many awards. */
const mostFits = 60;
const firstFits = 3;

type Shown<T> = { readonly of: T; readonly more: number };

/** `more`: how many of the same award fit beside it, told with the last of it. `rest`: of awards that are not shown at all. */
export function firstOfEach<T>(
  fits: readonly T[],
  awardOf: (fit: T) => string,
): { readonly shown: readonly Shown<T>[]; readonly rest: number } {
  if (fits.length <= mostFits) return { shown: fits.map((of) => ({ of, more: 0 })), rest: 0 };
  const awards = [...Map.groupBy(fits, awardOf).values()];
  const shown = awards.slice(0, mostFits).flatMap((own) => {
    const first = own.slice(0, firstFits);
    return first.map((of, i) => ({ of, more: i === first.length - 1 ? own.length - first.length : 0 }));
  });
  return { shown, rest: awards.slice(mostFits).reduce((sum, own) => sum + own.length, 0) };
}

type Fit = ReturnType<typeof fittingCategories>[number];

const familyOf = ({ placed: { node, path } }: Fit): string => (path[0] ?? node).code;

export async function finderOf(ctx: Ctx, slug: string, edition: string, given: (name: FinderQuestion) => string | null) {
  const { page, categories, full, say, languages } = await readingOf(ctx, slug, edition);
  const questions = finderQuestions(categories);
  const answers: FinderAnswers = finderAnswers(questions, given);
  const named = (options: (typeof questions)['family']) => options.map(({ value, name }) => ({ value, name: say(name) }));
  const fits = fittingCategories(categories, answers);
  const { shown, rest } = firstOfEach(fits, familyOf);
  const finding = {
    programme: { slug: page.programme.slug, name: page.programme.name },
    edition: { slug: page.edition.slug, name: page.edition.name },
    questions: { ...questions, family: named(questions.family), branch: named(questions.branch) },
    answers,
    count: fits.length,
    rest,
    fits: shown.map(({ of, more }) => {
      const { placed: at, because } = of;
      const name = [...at.path, at.node].map((each) => say(each.name)).join(' – ');
      return { code: at.node.code, name, because, full: full.has(at.node.code), more, family: familyOf(of) };
    }),
    inTheWay: fits.length === 0 ? inTheWay(categories, answers) : [],
  };
  return { ...finding, languages: languages() };
}
export type Finding = Awaited<ReturnType<typeof finderOf>>;
