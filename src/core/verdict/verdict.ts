import type { FitMethod, FitState } from '../calibration/fit.ts';
import type { CheckKind, NotRun, Placebo } from '../checks/flag.ts';
import type { Facts } from '../problems/problem.ts';
import type { LevelCheck } from '../ranking/levels.ts';
import type { Robustness } from '../robustness/robustness.ts';
import type { ScoreUnit } from '../scoring/entry-score.ts';
import type { DerivationLine, NoPlace, SetAsideReason } from '../scoring/standing.ts';
import type { TallyRules, TieRung } from './rules.ts';

/** An exact number: the fraction in lowest terms and the same to four decimals, half away from zero. */
export type Exact = { readonly fraction: string; readonly decimal: string };

/** What a category comes to, in a word; `docs/result-json.md` says each. */
export type Finding = 'clear' | 'likely' | 'too-close' | 'review' | 'tied' | 'first' | 'parts' | 'too-few' | 'no-level' | 'nobody-ranked';

/** `given`; else why none are: the `design` of the ballots allows none, or the `score` is not the mean the model is one of. */
export type Chances = 'given' | 'design' | 'score';

export type VerdictEntry = {
  readonly entry: string;
  readonly group: string | null;
  readonly status: 'ranked' | 'insufficient' | 'not-eligible';
  readonly noPlace: NoPlace | null;
  /** The official place, within its pool; null where there is none. Equal entries share it. */
  readonly rank: number | null;
  readonly tied: boolean;
  /** The rung of the tie ladder that parted this entry from one with the same exact score, and which; null where none had to. */
  readonly tieBroken: { readonly by: TieRung['by']; readonly criteria: readonly string[]; readonly from: readonly string[] } | null;
  readonly level: string | null;
  /** Each condition held against the entry, up to the level it reached. */
  readonly levelChecks: readonly LevelCheck[];
  /** By the declared aggregation, exactly; null without a place and for aggregations that only order. */
  readonly raw: Exact | null;
  /** The place by that alone, over the whole category. */
  readonly rawRank: number | null;
  /** Plain mean of the ballots' composites, for comparison with `corrected`; six decimals. */
  readonly mean: number | null;
  readonly corrected: number | null;
  readonly correctedRank: number | null;
  readonly standardError: number | null;
  /** 90 % interval of the rank among its peers. */
  readonly rankInterval: { readonly low: number; readonly high: number } | null;
  readonly pFirst: number | null;
  readonly pTop: number | null;
  /** In the smallest set that holds the best entry with 90 %. */
  readonly inWinnerSet: boolean;
  /** Among the `seats` that go through by the official place, ties at the cut included. */
  readonly goesThrough: boolean;
  /** Entries with the same number may be ranked against each other; null where there are no ranks. */
  readonly pool: number | null;
  /** Where any ballot was completed: the judges whose marks were on this entry, and how it stands with all such ballots set aside. */
  readonly imputed?: {
    readonly judges: readonly string[];
    readonly without: { readonly rank: number | null; readonly tied: boolean; readonly raw: Exact | null };
  };
  /**
   * Where judges of any entry disagree whether a criterion applies to it: the criteria and the judges who said n/a on this entry, and how
   * it stands with each such n/a read as a skipped mark, completed from the judge's others.
   */
  readonly notApplicable?: {
    readonly criteria: readonly string[];
    readonly judges: readonly string[];
    readonly without: { readonly rank: number | null; readonly tied: boolean; readonly raw: Exact | null };
  };
  /** Of a blended score: what each round and metric came to, and what the votes add; null where nothing is known. */
  readonly sources?: readonly { readonly source: string; readonly score: Exact | null }[];
  readonly derivation: readonly DerivationLine[];
  /** `round`: of which round, in a tally of several. */
  readonly ballots: readonly { readonly judge: string; readonly composite: string; readonly round?: string }[];
  /** `missing`: the criteria without a mark, where that is the reason. */
  readonly setAside: readonly {
    readonly judge: string;
    readonly reason: SetAsideReason;
    readonly missing: readonly string[];
    readonly round?: string;
  }[];
};

export type VerdictCategory = {
  readonly category: string;
  /** Where divisions of a category are ranked apart: which of them this is. */
  readonly division?: string;
  readonly criteria: readonly { readonly criterion: string; readonly weight: number }[];
  readonly unit: ScoreUnit;
  readonly better: 'higher' | 'lower' | null;
  readonly exact: boolean;
  readonly ballots: number;
  readonly judges: number;
  readonly panel: { readonly least: number; readonly most: number } | null;
  /** The score that is official here: corrected only where the rules say so and the design allows it. */
  readonly official: 'raw' | 'corrected';
  /** `blended`: the score has several sources, and the model covers one round at a time. */
  readonly state: FitState | 'blended';
  readonly method: FitMethod;
  readonly components: number;
  /** Whether entries are given chances and ranges of places, or why not. */
  readonly chances: Chances;
  /** Draws the chances rest on; 0 where none are given. Their Monte Carlo error is at most ½/√draws. */
  readonly draws: number;
  readonly finding: Finding;
  readonly winners: readonly string[];
  /** Raw and corrected scores name different winners (of a part, where only parts are ranked). */
  readonly review: boolean;
  /** By official place, then by name; entries without a place last. */
  readonly entries: readonly VerdictEntry[];
  /** P(the entry is truly ahead of the next) for neighbours in order of corrected score. */
  readonly neighbours: readonly { readonly ahead: string; readonly behind: string; readonly probability: number }[];
  readonly robustness: Robustness;
};

export type VerdictPoints = {
  readonly group: string;
  readonly points: Exact;
  readonly place: number;
  readonly tied: boolean;
  readonly won: readonly { readonly category: string; readonly entry: string; readonly level: string }[];
};

export type VerdictGate = {
  readonly statistic: number;
  readonly df: number;
  readonly p: number;
  readonly alpha: number;
  readonly fired: boolean;
};

export type VerdictFit = {
  readonly gates: { readonly hausman: VerdictGate | null; readonly bartlett: VerdictGate | null };
  readonly remlCriterion: number | null;
  readonly variances: { readonly entry: number; readonly judge: number; readonly residual: number } | null;
  readonly components: number;
  readonly judges: readonly VerdictJudge[];
};

export type VerdictJudge = {
  readonly judge: string;
  readonly group: string | null;
  readonly ballots: number;
  /** Points below (harsh) or above (lenient) the mean judge. */
  readonly effect: number | null;
  readonly standardError: number | null;
  readonly residualVariance: number | null;
  readonly component: number | null;
};

export type VerdictFlag = {
  readonly facts: Facts;
  readonly criterion: string | null;
  readonly ballots: readonly { readonly category: string; readonly entry: string; readonly judge: string }[];
  readonly rows: readonly { readonly file: string; readonly first: number; readonly last: number }[];
};

export type VerdictCheck = {
  readonly check: CheckKind;
  /** Of which round, in a tally of several. */
  readonly round?: string;
  readonly examined: number;
  readonly notRun: NotRun | null;
  readonly placebo: Placebo | null;
  readonly flags: readonly VerdictFlag[];
};

/** The whole of a tally: what `result.json` holds, the report draws and a bundle proves. JSON values alone; the same table and rules make the same value. */
export type Verdict = {
  readonly format: 'plaudit-tally';
  readonly version: 1;
  readonly rules: TallyRules;
  readonly scale: { readonly min: number; readonly max: number };
  readonly counted: Readonly<Record<'marks' | 'ballots' | 'entries' | 'judges' | 'categories', number>>;
  /** Ballots of nothing but zeros that were set aside as empty seats; the check of that name lists them. */
  readonly emptySeats: number;
  readonly categories: readonly VerdictCategory[];
  /** Of a blended tally: each round as it stands alone, with its own fit and doubt. */
  readonly rounds?: readonly { readonly round: string; readonly verdict: Verdict }[];
  /** A prize over the whole programme by the points of levels, most first; empty where no level gives points. */
  readonly points: readonly VerdictPoints[];
  readonly fit: VerdictFit;
  readonly checks: readonly VerdictCheck[];
};
