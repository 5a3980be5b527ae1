/** What a count counts: entries, marks and the rules they are counted by, as they are now. */
import { type EditionTally, editionTallies, isPlainCount } from '#core/awarding/edition-tallies.ts';
import { judgeableProblems } from '#core/editions/judgeable.ts';
import type { Parts } from '#core/editions/parts.ts';
import { problem } from '#core/problems/problem.ts';
import type { Criterion } from '#core/scoring/criteria.ts';
import { stepsOf } from '#core/scoring/scale.ts';
import type { CountRule, LevelRule, MetricRule, TallyRules, TieRung } from '#core/verdict/rules.ts';
import type { Ctx } from '#platform/context.ts';
import { acceptedEntries } from '#slices/entries/index.ts';
import { type CountedMark, marksForCount } from '#slices/judging/index.ts';
import { type CriterionOnCard, cardsOfCategories, criteriaOf, type Edition, partsOf } from '#slices/programmes/index.ts';
import type { DivisionOf } from '../divisions/divisions.ts';
import { type Figure, figuresKnown } from '../figures/figures.ts';
import type { CountedCriterion, CountedTally } from './counted.ts';
import { criteriaOfCount, type PlainBallots } from './plain.ts';
import type { EntryFigure, RuledBallots } from './ruled.ts';

type Card = { readonly id: string; readonly code: string; readonly scorecard: string };

/** Award rules in the ids ballots have: a criterion that stands on several scorecards has that of the first. */
type Ids = { readonly criterion: (key: string) => string; readonly category: (code: string) => string };

function tieIn({ criterion }: Ids): (rung: TieRung) => TieRung {
  return (rung) => (rung.by === 'criterion' ? { ...rung, criterion: criterion(rung.criterion) } : rung);
}

function levelIn({ criterion }: Ids): (level: LevelRule) => LevelRule {
  return ({ floors, ...level }) => ({
    ...level,
    ...(floors && { floors: floors.map((floor) => ({ ...floor, criterion: criterion(floor.criterion) })) }),
  });
}

function criterionIn(ids: Ids): (criterion: Criterion) => Criterion {
  return ({ categories, ...criterion }) => ({
    ...criterion,
    id: ids.criterion(criterion.id),
    ...(categories && { categories: categories.map(ids.category) }),
  });
}

/** A measure or a count, whose name stays. */
function figureIn<T extends MetricRule | CountRule>(ids: Ids): (rule: T) => T {
  return (rule) => ({ ...rule, ...(rule.categories && { categories: rule.categories.map(ids.category) }) });
}

function rulesIn(rules: TallyRules, ids: Ids): TallyRules {
  return {
    ...rules,
    criteria: rules.criteria.map(criterionIn(ids)),
    ...(rules.rounds && { rounds: rules.rounds.map((round) => ({ ...round, criteria: round.criteria.map(criterionIn(ids)) })) }),
    ...(rules.metrics && { metrics: rules.metrics.map(figureIn(ids)) }),
    ...(rules.counts && { counts: rules.counts.map(figureIn(ids)) }),
    ties: rules.ties.map(tieIn(ids)),
    levels: rules.levels.map(levelIn(ids)),
  };
}

/** One tally with the rows its criteria are kept in. */
type Placed = { readonly tally: CountedTally; readonly criteria: readonly CountedCriterion[]; readonly idOf: ReadonlyMap<string, string> };

function placed({ categories, rules }: EditionTally, cards: readonly Card[], rows: readonly CriterionOnCard[]): Placed {
  const own = cards.filter(({ code }) => categories.includes(code));
  const used = new Set(own.map(({ scorecard }) => scorecard));
  const standing = rows.filter(({ scorecard }) => used.has(scorecard));
  const first = new Map<string, CriterionOnCard>();
  for (const row of standing) if (row.key !== null && !first.has(row.key)) first.set(row.key, row);
  const ids: Ids = {
    criterion: (key) => first.get(key)?.id ?? key,
    category: (code) => own.find((card) => card.code === code)?.id ?? code,
  };
  const inIds = rulesIn(rules, ids);
  const criteria = inIds.criteria.map(
    ({ id, weight, scale, gate, categories: only }): CountedCriterion => ({
      id,
      name: standing.find((row) => row.id === id)?.name ?? '',
      weight,
      min: scale.min,
      max: scale.max,
      ...(stepsOf(scale) > 1 && { steps: stepsOf(scale) }),
      ...(gate && { gate: gate.judges }),
      categories: only ?? own.map((card) => card.id),
    }),
  );
  const idOf = new Map(standing.map((row) => [row.id as string, first.get(row.key ?? '')?.id ?? row.id]));
  return { tally: { categories: own.map(({ id }) => id), rules: inIds }, criteria, idOf };
}

const figureOf = ({ entry, category, source, kind, value, from }: Figure): EntryFigure => {
  return { entry, category, source, of: kind === 'count' || kind === 'votes' ? 'count' : 'value', value, from };
};

type Now = {
  readonly edition: Edition;
  readonly parts: Parts;
  /** Those with entries that judges read. */
  readonly cards: readonly Card[];
  readonly rows: readonly CriterionOnCard[];
  readonly entries: RuledBallots['entries'];
  readonly marks: readonly CountedMark[];
  readonly figures: readonly Figure[];
};

/** @throws Problem with what the rules ask for that nobody can count yet */
function ruledBallots({ edition, parts, cards, rows, entries, marks, figures }: Now): RuledBallots {
  const [fault] = judgeableProblems(parts);
  if (fault) throw problem(fault.code, fault.facts);
  const categories = cards.map(({ code, scorecard }) => ({ category: code, scorecard }));
  const made = editionTallies({ award: parts.award, scorecards: parts.scorecards, categories, seed: edition.id });
  if (!made.ok) {
    const [first] = made.refusals;
    throw first ? problem(first.code, first.facts) : new Error('a refusal without a reason');
  }
  const all = made.value.map((tally) => placed(tally, cards, rows));
  const byCategory = new Map(all.flatMap((own) => own.tally.categories.map((category) => [category, own] as const)));
  return {
    minimumPanel: edition.minimumPanel,
    tallies: all.map(({ tally }) => tally),
    criteria: all.flatMap((own) => own.criteria),
    entries,
    marks: marks.map(({ mark, ...given }) => ({
      ...given,
      mark: mark ?? 'notApplicable',
      criterion: byCategory.get(given.category)?.idOf.get(given.criterion) ?? given.criterion,
    })),
    ...(figures.length > 0 && { figures: figures.map(figureOf) }),
  };
}

export type BallotsNow = { readonly by: 'plain'; readonly of: PlainBallots } | { readonly by: 'rules'; readonly of: RuledBallots };

/** Needs the scope `ballots`. @throws Problem with what the rules ask for that nobody can count yet */
export async function ballotsNow(ctx: Ctx, edition: Edition, divisionOf: DivisionOf): Promise<BallotsNow> {
  const parts = await partsOf(ctx, edition);
  const rows = await criteriaOf(ctx, edition.id);
  const entries = (await acceptedEntries(ctx, edition.id)).map(({ id, category }) => {
    const division = divisionOf(id, category);
    return { entry: id, category, ...(division !== undefined && { division }) };
  });
  const marks = await marksForCount(ctx, edition.id);
  const judged = new Set<string>(entries.map(({ category }) => category));
  const cards = (await cardsOfCategories(ctx, edition.id)).filter(({ id }) => judged.has(id));
  const categories = cards.map(({ code, scorecard }) => ({ category: code, scorecard }));
  const apart = entries.some(({ division }) => division !== undefined);
  if (apart || !isPlainCount({ ...parts, categories })) {
    const { figures } = await figuresKnown(ctx, edition);
    return { by: 'rules', of: ruledBallots({ edition, parts, cards, rows, entries, marks, figures }) };
  }
  const [card] = cards;
  const own = card ? rows.filter(({ scorecard }) => scorecard === card.scorecard) : rows;
  return { by: 'plain', of: { minimumPanel: edition.minimumPanel, criteria: criteriaOfCount(own), entries, marks } };
}
