import type { Posterior } from './posterior.ts';

/**
 * The ballots that count, as composites in any unit: y[b] is what judge[b] gave entry[b]. Entries and judges are numbered from 0;
 * one without a ballot is allowed and stays NaN in every answer.
 */
export type FitInput = {
  readonly y: Float64Array;
  readonly entry: Int32Array;
  readonly judge: Int32Array;
  readonly entries: number;
  readonly judges: number;
  /** By entry. */
  readonly category: Int32Array;
  readonly categories: number;
  /** Where categories are ranked in divisions: by entry the number of its ranking, and how many rankings there are. */
  readonly rankings?: { readonly of: Int32Array; readonly count: number };
};

/** On the scale of y, squared. */
export type Variances = { readonly entry: number; readonly judge: number; readonly residual: number };

export type FitOptions = {
  /** True where seats were drawn at random: then separate components may be compared, and it is said. */
  readonly seatsAtRandom: boolean;
  /** Variances of an earlier year; used only where each entry of a category has one judge. */
  readonly priors: Variances | null;
};

/**
 * What design a category turned out to have. The first that holds:
 * `too-many-judges`: more judges than a panel has (the limit is `mostJudges`); the raw mean, no correction;
 * `too-few-entries`: fewer than 3 entries; raw, no ranks, no comparison with peers;
 * `one-judge`: each entry has one judge; raw, no probabilities; `…-with-priors`: centred by the variances of an earlier year;
 * `no-variance`: nothing to correct and no scatter to draw doubt from: judges agree on every entry, or differ by constants on all of them; raw;
 * `complete`: every judge of the category scored every entry of it; raw is right, for severity cancels;
 * `components`: no chain of shared judges joins all entries; ranked within a component only;
 * `components-at-random`: the same, compared all the same because seats were drawn at random;
 * `severity-only`: judges differ by constants and by nothing else; fixed effects take them off exactly, and there is no scatter for doubt;
 * `harshness-went-with-quality`: the Hausman gate fired: two-way fixed effects;
 * `thin`: two judges an entry or fewer residual degrees of freedom than twice the judges; mixed model, a winner needs P ≥ .5;
 * `connected`: mixed model.
 */
export type FitState =
  | 'too-many-judges'
  | 'too-few-entries'
  | 'one-judge'
  | 'one-judge-with-priors'
  | 'no-variance'
  | 'severity-only'
  | 'complete'
  | 'components'
  | 'components-at-random'
  | 'harshness-went-with-quality'
  | 'thin'
  | 'connected';

export type FitMethod = 'raw' | 'mixed' | 'mixed-judge-noise' | 'fixed' | 'judge-centred';

export type CategoryFit = {
  readonly state: FitState;
  readonly method: FitMethod;
  /** Entries with a ballot. */
  readonly entries: number;
  /** Fewest and most ballots of an entry that has any. */
  readonly panel: { readonly least: number; readonly most: number };
  /** How many parts of the design the entries of this category lie in. */
  readonly components: number;
  /** Index in `posteriors`; null where no probability may be claimed. */
  readonly posterior: number | null;
};

export type Gate = {
  readonly statistic: number;
  readonly df: number;
  readonly p: number;
  readonly alpha: number;
  readonly fired: boolean;
};

/** What the model says of one set of ballots. Arrays hold NaN where nothing can be said. Units are those of y. */
export type Fit = {
  /** By category; by ranking where categories are ranked in divisions. */
  readonly categories: readonly CategoryFit[];
  /** Null where the design leaves nothing to test. */
  readonly gates: { readonly hausman: Gate | null; readonly bartlett: Gate | null };
  /** Of the mixed model with one residual variance, without the penalty: what lme4 calls REMLcrit. Null where no such model was fitted. */
  readonly remlCriterion: number | null;
  /** Of that model; null likewise. */
  readonly variances: Variances | null;
  /** By judge, where the noise gate fired and decided; otherwise null. */
  readonly judgeResidualVariance: Float64Array | null;
  /** By judge: how far above (lenient) or below (harsh) the mean judge, as the deciding fit has it (fixed effects where that gate fired). */
  readonly judgeEffect: Float64Array;
  readonly judgeStandardError: Float64Array;
  /** By entry: the official corrected score, category mean included. For method `raw` the plain mean of its ballots. */
  readonly corrected: Float64Array;
  /** By entry, of the distance of `corrected` from the mean of those it is ranked with; NaN where nothing may be claimed. */
  readonly standardError: Float64Array;
  /** By entry: the share of an entry's own distance from its category's mean that the score keeps (1 = no shrinkage). */
  readonly kept: Float64Array;
  /** Connected parts of the design, numbered from 0 in order of their first entry; −1 without a ballot. */
  readonly component: Int32Array;
  readonly judgeComponent: Int32Array;
  /** By entry: entries with the same number may be ranked against each other; −1 where there are no ranks. */
  readonly pool: Int32Array;
  /** By ballot, of the deciding fit: y less what the model expects, and the diagonal of its hat matrix. Var(residual) = σ²(1 − leverage). */
  readonly residual: Float64Array;
  readonly leverage: Float64Array;
  /** Residual variance by ballot that belongs to these residuals (the judge's own where the noise gate decided). */
  readonly residualVariance: Float64Array;
  readonly posteriors: readonly Posterior[];
};

export type WordKey = 'clear' | 'likely' | 'too-close';

/** Probabilities are rounded to 2 decimals; NaN and 0 stand where none may be claimed. */
export type Uncertainty = {
  /** By category: draws the probabilities rest on, 0 where none are claimed. Their Monte Carlo error is at most ½/√draws. */
  readonly draws: readonly number[];
  readonly pFirst: Float64Array;
  readonly pTop: Float64Array;
  /** 90 % interval of the rank, 1 = best; 0 where there is none. */
  readonly rankLow: Int32Array;
  readonly rankHigh: Int32Array;
  /** 1 in the smallest set that holds the true best with 90 %; all that tie at its edge are in. */
  readonly winnerSet: Uint8Array;
  /** 1 for the k best and all with P(top k) ≥ .25. */
  readonly shortlist: Uint8Array;
  readonly categories: readonly CategoryVerdict[];
};

export type CategoryVerdict = {
  /** Pools of entries that are ranked together, best first, ties in order of entry number. */
  readonly pools: readonly {
    readonly order: Int32Array;
    /** P(order[i] > order[i + 1]) = Φ(difference / its standard error). */
    readonly ahead: Float64Array;
    /** By P(first) of the leader: ≥ .90, .60–.90, below. Null where no probability may be claimed. */
    readonly word: WordKey | null;
  }[];
};
