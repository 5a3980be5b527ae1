/** A dry run: seasons nobody held, one after the other, counted whole and without each rule in turn. */
import type { Asked } from './asked.ts';
import { addCost, addTo, type DryRunResult, freeOf, nothingYet } from './outcome.ts';
import { cardOf, type Plan } from './plan.ts';
import { rulesLeftOut } from './rules-left-out.ts';
import { type Season, seasonOf, trueSeasonOf } from './season.ts';
import { suggested } from './suggested.ts';

/** Comments a judge has to write on one entry of a category, in all rounds it reads. */
function commentsAsked(plan: Plan, scorecard: string): number {
  const rounds = plan.award.rounds ?? [{ scorecard: undefined }];
  const cards = rounds.map((round) => cardOf(plan, round.scorecard ?? scorecard));
  return cards.flatMap((card) => card?.criteria ?? []).filter((each) => 'comment' in each && each.comment === 'required').length;
}

type Time = { readonly reading: number; readonly comments: number };

/** Minutes judges spend on one season: reading and marking, and writing what is required. */
function timeOf(plan: Plan, { entries, judges, minutes, commentMinutes }: Asked): Time {
  const perEntry = Math.min(plan.award.judges, judges);
  const rounds = plan.award.rounds?.length ?? 1;
  const seats = plan.categories.length * entries * perEntry * rounds;
  const comments = plan.categories.reduce((sum, { scorecard }) => sum + commentsAsked(plan, scorecard) * entries * perEntry, 0);
  return { reading: seats * (minutes ?? suggested.minutes), comments: comments * (commentMinutes ?? suggested.commentMinutes) };
}

const whole = ({ reading, comments }: Time): number => reading + comments;

export type Step = { readonly done: number; readonly total: number };

/**
 * Yields before each season and each rule left out of one, so that whoever runs it can tell how far it is, and stop. The same plan and figures
 * give the same result, whole or in parts, on every machine. @throws RangeError where `dryRunRefusals` has reasons
 */
export function* dryRun(plan: Plan, asked: Asked): Generator<Step, DryRunResult> {
  const variants = rulesLeftOut(plan, asked.judges);
  const total = asked.seasons * (1 + variants.length);
  const time = timeOf(plan, asked);
  const sums = new Map(plan.categories.map(({ category }) => [category, nothingYet(category)]));
  const costs = variants.map((variant) => freeOf(variant.rule, whole(timeOf(variant.plan, asked))));
  let first: Season | undefined;
  for (let season = 0; season < asked.seasons; season += 1) {
    yield { done: season * (1 + variants.length), total };
    const seed = `${asked.seed}/${season + 1}`;
    const own = seasonOf(plan, asked, seed);
    const truth = trueSeasonOf(plan, asked, seed);
    first ??= own;
    const known = new Map(truth.categories.map((each) => [each.category, each]));
    for (const category of own.categories) {
      const sum = sums.get(category.category);
      if (sum) addTo(sum, category, known.get(category.category));
    }
    for (const [i, variant] of variants.entries()) {
      yield { done: season * (1 + variants.length) + 1 + i, total };
      const cost = costs[i];
      if (cost) addCost(cost, own, seasonOf(variant.plan, asked, seed), truth);
    }
  }
  const loads = [...(first?.loads.values() ?? [])];
  const idle = loads.length < asked.judges;
  return {
    version: 1,
    seasons: asked.seasons,
    categories: [...sums.values()].map(({ levels, ...rest }) => ({
      ...rest,
      levels: [...levels].map(([level, entries]) => ({ level, entries })),
    })),
    seats: loads.reduce((sum, load) => sum + load, 0),
    judges: asked.judges,
    load: { least: idle ? 0 : Math.min(...loads), most: Math.max(0, ...loads) },
    short: first?.short ?? 0,
    minutes: whole(time),
    costs: [...costs, ...(time.comments > 0 ? [freeOf('comments', time.reading)] : [])],
  };
}
