/**
 * Which categories fit somebody, by a few questions made from an edition's own tree: who is put forward, who does it, of which family, in
 * which branch. Every question may be left open. Nothing here knows a category: what is asked is what tells the open ones apart.
 */
import type { LocalText } from '../languages/local-text.ts';
import { type Categories, type CategoryNode, type NominatorKind, type NomineeKind, nominatorKind, nomineeKind } from './shape.ts';
import { openCategories, type Placed } from './tree.ts';

export const finderQuestionNames = ['nominee', 'nominator', 'family', 'branch'] as const;
export type FinderQuestion = (typeof finderQuestionNames)[number];

/** A family or a branch to choose: `value` is the code of the first of that name. */
type NamedOption = { readonly value: string; readonly name: LocalText };

/** What can be chosen; a question without options is not asked, as it would tell nothing apart. */
type FinderQuestions = {
  readonly nominee: readonly NomineeKind[];
  readonly nominator: readonly NominatorKind[];
  readonly family: readonly NamedOption[];
  readonly branch: readonly NamedOption[];
};

export type FinderAnswers = {
  readonly nominee?: NomineeKind;
  readonly nominator?: NominatorKind;
  readonly family?: string;
  readonly branch?: string;
};

/** The same name in every language is the same name: branches that families share are asked for once. */
const nameKey = (name: LocalText): string => JSON.stringify(name);

const familyOf = ({ path, node }: Placed): CategoryNode => path[0] ?? node;

function distinct(nodes: readonly CategoryNode[], keyOf: (node: CategoryNode) => string): NamedOption[] {
  const byKey = new Map<string, NamedOption>();
  for (const node of nodes) if (!byKey.has(keyOf(node))) byKey.set(keyOf(node), { value: node.code, name: node.name });
  return [...byKey.values()];
}

/** One option alone tells nothing apart. */
const worthAsking = <T>(options: readonly T[]): readonly T[] => (options.length > 1 ? options : []);

export function finderQuestions(categories: Categories): FinderQuestions {
  const open = openCategories(categories);
  const named = <K extends string>(all: readonly K[], of: (placed: Placed) => readonly K[] | undefined) =>
    worthAsking(all.filter((kind) => open.some((placed) => of(placed)?.includes(kind))));
  const branches = open.filter(({ depth }) => depth > 0).map(({ node }) => node);
  return {
    nominee: named(nomineeKind.options, ({ inherited }) => inherited.nominees),
    nominator: named(nominatorKind.options, ({ inherited }) => inherited.nominators),
    family: worthAsking(distinct(open.map(familyOf), ({ code }) => code)),
    branch: worthAsking(distinct(branches, ({ name }) => nameKey(name))),
  };
}

/** What was answered, as far as it was asked: anything else is an open question. */
export function finderAnswers(questions: FinderQuestions, given: (name: FinderQuestion) => string | null | undefined): FinderAnswers {
  const nominee = questions.nominee.find((kind) => kind === given('nominee'));
  const nominator = questions.nominator.find((kind) => kind === given('nominator'));
  const family = questions.family.find(({ value }) => value === given('family'))?.value;
  const branch = questions.branch.find(({ value }) => value === given('branch'))?.value;
  return { ...(nominee && { nominee }), ...(nominator && { nominator }), ...(family && { family }), ...(branch && { branch }) };
}

/** Why a category fits: what was answered and is so of it, and what it leaves open to everybody. */
type Fit = { readonly placed: Placed; readonly because: readonly { readonly question: FinderQuestion; readonly open: boolean }[] };

type Held = 'yes' | 'no' | 'open';

const among = <K>(kinds: readonly K[] | undefined, kind: K): Held => (kinds === undefined ? 'open' : kinds.includes(kind) ? 'yes' : 'no');

function held(question: FinderQuestion, answers: FinderAnswers, placed: Placed, branch: string | undefined): Held | undefined {
  const { nominee, nominator, family } = answers;
  switch (question) {
    case 'nominee':
      return nominee && among(placed.inherited.nominees, nominee);
    case 'nominator':
      return nominator && among(placed.inherited.nominators, nominator);
    case 'family':
      return family === undefined ? undefined : familyOf(placed).code === family ? 'yes' : 'no';
    case 'branch':
      if (branch === undefined) return undefined;
      return placed.depth === 0 ? 'open' : nameKey(placed.node.name) === branch ? 'yes' : 'no';
  }
}

/** The open categories that no answer speaks against, in the order of the tree. */
export function fittingCategories(categories: Categories, answers: FinderAnswers): readonly Fit[] {
  const chosen = categories.find(({ code }) => code === answers.branch);
  const branch = chosen && nameKey(chosen.name);
  return openCategories(categories).flatMap((placed): Fit[] => {
    const all = finderQuestionNames.map((question) => ({ question, held: held(question, answers, placed, branch) }));
    if (all.some((each) => each.held === 'no')) return [];
    return [{ placed, because: all.flatMap((each) => (each.held ? [{ question: each.question, open: each.held === 'open' }] : [])) }];
  });
}

/** Answers that alone stand in the way, each with how many categories there would be if it were left open. Asked where nothing fits. */
export function inTheWay(
  categories: Categories,
  answers: FinderAnswers,
): readonly { readonly question: FinderQuestion; readonly count: number }[] {
  return finderQuestionNames.flatMap((question) => {
    if (answers[question] === undefined) return [];
    const { [question]: _open, ...rest } = answers;
    const count = fittingCategories(categories, rest).length;
    return count > 0 ? [{ question, count }] : [];
  });
}
