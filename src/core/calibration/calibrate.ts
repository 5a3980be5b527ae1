import { type Components, componentsOf, designOf } from './design.ts';
import type { CategoryFit, Fit, FitInput, FitOptions, Variances } from './fit.ts';
import { type Model, type Models, modelOfPriors, modelsOf, noModels } from './models.ts';
import type { Posterior } from './posterior.ts';
import { remlCriterion } from './reml.ts';
import { type Estimates, effects, errorsWithin, fixedEffects } from './scores.ts';
import { decide, largestSide, mostJudges, type Shape, shapesOf } from './states.ts';
import { entryVarianceOf, judgeVarianceOf, type Ways, waysOf } from './ways.ts';

const nothing = (length: number) => new Float64Array(length).fill(Number.NaN);

/** Plain mean of an entry's ballots, summed in order of judge. */
function rawMeans(input: FitInput): Float64Array {
  const { start, ballotAt, entryOf } = designOf(input, 'entries', null);
  const means = nothing(input.entries);
  for (const [index, entry] of entryOf.entries()) {
    const own = ballotAt.subarray(start[index], start[index + 1]);
    means[entry] = own.reduce((sum, ballot) => sum + (input.y[ballot] ?? Number.NaN), 0) / own.length;
  }
  return means;
}

/** Values by the model's judge, put where the caller counts them. */
function byJudge(posterior: Posterior, values: Float64Array, judges: number): Float64Array {
  const all = nothing(judges);
  for (const [index, judge] of posterior.solved.equations.design.judgeOf.entries()) all[judge] = values[index] ?? Number.NaN;
  return all;
}

/** The deciding model's view of judges and single ballots. */
function aboutBallots(
  input: FitInput,
  model: Model | null,
  judges: Estimates | null,
): Pick<Fit, 'judgeEffect' | 'judgeStandardError' | 'residual' | 'leverage' | 'residualVariance'> {
  const residual = nothing(input.y.length);
  const leverage = nothing(input.y.length);
  const residualVariance = nothing(input.y.length);
  if (model === null || judges === null) {
    return { judgeEffect: nothing(input.judges), judgeStandardError: nothing(input.judges), residual, leverage, residualVariance };
  }
  const { design } = model.posterior.solved.equations;
  for (const [at, ballot] of design.ballotAt.entries()) {
    residual[ballot] = model.residual[at] ?? Number.NaN;
    leverage[ballot] = model.leverage[at] ?? Number.NaN;
    residualVariance[ballot] = model.noise?.[input.judge[ballot] ?? 0] ?? model.posterior.residualVariance;
  }
  return {
    judgeEffect: byJudge(model.posterior, judges.value, input.judges),
    judgeStandardError: byJudge(model.posterior, judges.error, input.judges),
    residual,
    leverage,
    residualVariance,
  };
}

/** Fills what is said of the entries of one category; what a raw mean cannot say stays NaN. */
function fill(scores: Scores, shape: Shape, method: CategoryFit['method'], ways: Ways, raw: Float64Array): Posterior | null {
  const way = ways[method];
  const posterior = way === undefined || way.posterior.residualVariance === 0 ? null : way.posterior;
  for (const entry of shape.entries) {
    scores.corrected[entry] = way?.scored.score[entry] ?? raw[entry] ?? Number.NaN;
    if (posterior !== null) scores.kept[entry] = way?.scored.kept[entry] ?? Number.NaN;
  }
  for (const pool of posterior === null ? [] : new Set(shape.entries.map((entry) => scores.pool[entry]))) {
    const field = Int32Array.from(shape.entries.filter((entry) => scores.pool[entry] === pool));
    const errors = posterior === null ? null : errorsWithin(posterior, field);
    for (const [at, entry] of field.entries()) scores.standardError[entry] = errors?.[at] ?? Number.NaN;
  }
  return posterior;
}

/** Where every judge scored every entry the raw mean stands, and what it may be off by is the residual noise alone: σ²/judges. */
function fillComplete(scores: Scores, shape: Shape, posterior: Posterior | null): void {
  if (posterior === null) return;
  const fields = Map.groupBy(shape.entries, (entry) => scores.pool[entry]);
  for (const entry of shape.entries) {
    const field = fields.get(scores.pool[entry]) ?? [];
    const variance = (posterior.residualVariance / shape.judges) * (1 - 1 / field.length);
    scores.standardError[entry] = Math.sqrt(variance);
    scores.kept[entry] = 1;
  }
}

type Scores = Pick<Fit, 'corrected' | 'standardError' | 'kept' | 'pool'>;

/** Entries ranked together: a ranking of those given, or a component of it where no claim reaches further. */
function fillPools(pool: Int32Array, rankings: readonly Shape[], states: readonly CategoryFit['state'][], component: Int32Array): void {
  let next = 0;
  for (const [ranking, shape] of rankings.entries()) {
    if (states[ranking] === 'too-few-entries') continue;
    const numbers = new Map<number, number>();
    for (const entry of shape.entries) {
      const part = states[ranking] === 'components' ? (component[entry] ?? 0) : 0;
      const number = numbers.get(part) ?? next++;
      numbers.set(part, number);
      pool[entry] = number;
    }
  }
}

type Ranking = { readonly shape: Shape; readonly category: number };

/** What entries are ranked in: whole categories, or divisions of them with the category whose judges decide. */
function rankingsOf(input: FitInput, component: Int32Array, shapes: readonly Shape[]): readonly Ranking[] {
  if (!input.rankings) return shapes.map((shape, category) => ({ shape, category }));
  const { of, count } = input.rankings;
  const categories = new Map([...of].map((ranking, entry) => [ranking, input.category[entry] ?? 0]));
  return shapesOf({ ...input, category: of, categories: count }, component).map((shape, ranking) => ({
    shape,
    category: categories.get(ranking) ?? 0,
  }));
}

/** A division that lies in one part of its category's design can be ranked whole. */
function stateIn({ components, mostlyTwo }: Shape, state: CategoryFit['state']): CategoryFit['state'] {
  if (state !== 'components' || components > 1) return state;
  return mostlyTwo ? 'thin' : 'connected';
}

function variancesOf(posterior: Posterior): Variances {
  return { entry: entryVarianceOf(posterior), judge: judgeVarianceOf(posterior), residual: posterior.residualVariance };
}

function fixedEstimates(models: Models, components: Components): ReturnType<typeof fixedEffects> | null {
  return models.fixed === null ? null : fixedEffects(models.fixed.posterior, components);
}

/**
 * Scores corrected for harsh, lenient and noisy judges: y = category mean (fixed) + entry + judge + e, entries and judges random,
 * penalised REML over all categories together, with two gates (see `modelsOf`) and, by category, the state its design allows (see
 * `FitState`). Deterministic: the same ballots give the same bits in any order and on any machine. `y` must be finite; a judge has at
 * most one ballot an entry. Where categories are ranked in divisions, the judges of a category are compared over all of it, and only what
 * is said of places holds within a division.
 */
export function calibrate(input: FitInput, options: FitOptions): Fit {
  const components = componentsOf(input);
  const shapes = shapesOf(input, components.entry);
  const judges = components.judge.filter((part) => part >= 0).length;
  const entries = components.entry.filter((part) => part >= 0).length;
  const groups = shapes.filter((shape) => shape.entries.length > 0).length;
  const tooMany = judges > mostJudges || Math.min(judges, entries) + groups > largestSide;
  const isComplete = shapes.every((shape) => shape.ballots === shape.entries.length * shape.judges);
  const models = tooMany ? noModels : modelsOf(input, components, isComplete);
  const known = {
    judges,
    tooMany,
    fitted: models.base !== null,
    additive: models.base === null && models.fixed !== null,
    hausmanFired: models.hausman?.fired === true,
    noiseFired: models.noisy !== null,
    freedom: models.freedom,
  };
  const decisions = shapes.map((shape) => decide(shape, known, options));
  const usesPriors = decisions.some(({ method }) => method === 'judge-centred');
  const fixed = fixedEstimates(models, components);
  const ways = waysOf(
    input,
    models,
    fixed?.entries ?? null,
    usesPriors && options.priors !== null ? modelOfPriors(input, options.priors) : null,
  );
  const scores: Scores = {
    corrected: nothing(input.entries),
    standardError: nothing(input.entries),
    kept: nothing(input.entries),
    pool: new Int32Array(input.entries).fill(-1),
  };
  const rankings = rankingsOf(input, components.entry, shapes);
  const states = rankings.map(({ shape, category }) => stateIn(shape, decisions[category]?.state ?? 'too-few-entries'));
  fillPools(
    scores.pool,
    rankings.map(({ shape }) => shape),
    states,
    components.entry,
  );
  const raw = rawMeans(input);
  const posteriors: Posterior[] = [];
  const base = models.base?.posterior ?? null;
  const decided = decisions.map(({ state, method }, category): Posterior | null => {
    const shape = shapes[category];
    if (shape === undefined) throw new RangeError('a category without a shape');
    const own = fill(scores, shape, method, ways, raw);
    const posterior = state === 'complete' ? base : own;
    if (state === 'complete') fillComplete(scores, shape, base);
    if (posterior !== null && !posteriors.includes(posterior)) posteriors.push(posterior);
    return posterior;
  });
  const categories = rankings.map(({ shape, category }, ranking): CategoryFit => {
    const posterior = decided[category] ?? null;
    return {
      state: states[ranking] ?? 'too-few-entries',
      method: decisions[category]?.method ?? 'raw',
      entries: shape.entries.length,
      panel: shape.panel,
      components: shape.components,
      posterior: posterior === null ? null : posteriors.indexOf(posterior),
    };
  });
  const deciding = models.fixed ?? models.noisy ?? models.base;
  const judgeEstimates =
    deciding === null ? null : deciding === models.fixed ? (fixed?.judges ?? null) : effects(deciding.posterior, 'judges');
  return {
    categories,
    gates: { hausman: models.hausman, bartlett: models.bartlett },
    remlCriterion: models.point === null ? null : remlCriterion(models.point),
    variances: base === null ? null : variancesOf(base),
    judgeResidualVariance: models.noisy?.noise ?? null,
    ...scores,
    component: components.entry,
    judgeComponent: components.judge,
    ...aboutBallots(input, deciding, judgeEstimates),
    posteriors,
  };
}
