import fc from 'fast-check';
import { expect, test } from 'vitest';
import { finderAnswers, finderQuestionNames, finderQuestions, fittingCategories, inTheWay } from './finder.ts';
import { type Categories, categoriesShape, nominatorKind, nomineeKind } from './shape.ts';
import { openCategories } from './tree.ts';

const codesOf = (categories: Categories, given: Readonly<Record<string, string>>) => {
  const answers = finderAnswers(finderQuestions(categories), (name) => given[name]);
  return fittingCategories(categories, answers).map(({ placed }) => placed.node.code);
};

const tree: Categories = categoriesShape.parse([
  { code: 'T', name: 'Teams', nominees: ['team'], nominators: ['self', 'peer'] },
  { code: 'TA', in: 'T', name: 'Banks' },
  { code: 'TB', in: 'T', name: 'Councils', nominators: ['customer'] },
  { code: 'S', name: 'Sites', nominees: ['technology'] },
  { code: 'SA', in: 'S', name: 'Banks' },
  { code: 'SB', in: 'S', name: 'Councils', retired: true },
  { code: 'Z', name: 'Anybody' },
]);

test('a branch that families share is asked for once, and a retired category not at all', () => {
  const { branch, family, nominee, nominator } = finderQuestions(tree);
  expect(branch.map(({ value }) => value)).toEqual(['TA', 'TB']);
  expect(family.map(({ value }) => value)).toEqual(['T', 'S', 'Z']);
  expect([nominee, nominator]).toEqual([
    ['team', 'technology'],
    ['self', 'peer', 'customer'],
  ]);
});

test.each([
  [{}, ['TA', 'TB', 'SA', 'Z']],
  [{ nominee: 'team' }, ['TA', 'TB', 'Z']],
  [{ nominee: 'team', nominator: 'customer' }, ['TB', 'Z']],
  [{ branch: 'TA' }, ['TA', 'SA', 'Z']],
  [{ family: 'S', branch: 'TB' }, []],
  [{ nominee: 'no such nominee', family: 'SB' }, ['TA', 'TB', 'SA', 'Z']],
])('whoever answers %j is led to the categories that no answer speaks against', (given, codes) => {
  expect(codesOf(tree, given)).toEqual(codes);
});

test('a category that fits says which answers it meets and which it leaves open', () => {
  const [fit] = fittingCategories(tree, { nominee: 'team', family: 'Z' });
  expect(fit?.because).toEqual([
    { question: 'nominee', open: true },
    { question: 'family', open: false },
  ]);
});

test('where nothing fits, the answers that stand in the way are named with what there would be without them', () => {
  expect(inTheWay(tree, { family: 'S', branch: 'TB' })).toEqual([
    { question: 'family', count: 2 },
    { question: 'branch', count: 1 },
  ]);
});

const some = <T>(values: readonly T[]) => fc.option(fc.subarray([...values], { minLength: 1 }), { nil: undefined });
const node = fc.record({
  above: fc.option(fc.nat(8), { nil: undefined }),
  name: fc.constantFrom('Banks', 'Councils', 'Shops', 'Teams'),
  nominees: some(nomineeKind.options),
  nominators: some(nominatorKind.options),
  retired: fc.boolean(),
});

/** Trees of any form: a node stands in one before it, or in none. */
const trees = fc.array(node, { minLength: 1, maxLength: 12 }).map((nodes) =>
  nodes.map(({ above, retired, nominees, nominators, name }, i) => ({
    code: `C${i}`,
    name,
    ...(above !== undefined && above < i && { in: `C${above}` }),
    ...(nominees && { nominees }),
    ...(nominators && { nominators }),
    ...(retired && { retired }),
  })),
);

test('every open category is reached by some answers, with all questions answered that it has an answer to', () => {
  fc.assert(
    fc.property(trees, (categories) => {
      const questions = finderQuestions(categories);
      for (const { node: own, path, inherited, depth } of openCategories(categories)) {
        const branch = questions.branch.find(({ name }) => depth > 0 && name === own.name)?.value;
        const given: Record<string, string | undefined> = {
          nominee: inherited.nominees?.[0],
          nominator: inherited.nominators?.[0],
          family: (path[0] ?? own).code,
          branch,
        };
        const answers = finderAnswers(questions, (name) => given[name]);
        expect(fittingCategories(categories, answers).map(({ placed }) => placed.node.code)).toContain(own.code);
      }
    }),
    { numRuns: 200 },
  );
});

test('no single answer leads to nothing, and answers that do together are named or lead back to all', () => {
  fc.assert(
    fc.property(trees, fc.infiniteStream(fc.nat()), (categories, draws) => {
      const questions = finderQuestions(categories);
      const open = openCategories(categories).length;
      const drawn: Record<string, string> = {};
      for (const name of finderQuestionNames) {
        const options = questions[name].map((option) => (typeof option === 'string' ? option : option.value));
        for (const value of options)
          expect(
            fittingCategories(
              categories,
              finderAnswers(questions, (asked) => (asked === name ? value : null)),
            ).length,
          ).toBeGreaterThan(0);
        const pick = options[draws.next().value % Math.max(1, options.length)];
        if (pick !== undefined) drawn[name] = pick;
      }
      const answers = finderAnswers(questions, (name) => drawn[name]);
      const without = inTheWay(categories, answers);
      for (const { question, count } of without) {
        const { [question]: _left, ...rest } = answers;
        expect(fittingCategories(categories, rest)).toHaveLength(count);
      }
      expect(fittingCategories(categories, {})).toHaveLength(open);
    }),
    { numRuns: 200 },
  );
});
