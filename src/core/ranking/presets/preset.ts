import type { Aggregation, LevelRule } from '../../verdict/rules.ts';

/** What a programme's public rules leave open and an organiser has to settle; each has a sentence in `words`. */
export type Unstated =
  | 'criteria'
  | 'weights'
  | 'scale'
  | 'aggregation'
  | 'panel'
  | 'ties'
  | 'thresholds'
  | 'gold-floor'
  | 'level-names'
  | 'places'
  | 'maxima'
  | 'correction';

/** What the sources say of counting, and nothing they do not. Criteria without a scale of their own take `scale`. */
export type PresetRules = {
  readonly criteria?: readonly {
    readonly id: string;
    readonly weight: number;
    readonly scale?: { readonly min: number; readonly max: number };
  }[];
  readonly scale?: { readonly min: number; readonly max: number };
  readonly aggregation?: Aggregation;
  readonly minimumPanel?: number;
  readonly notApplicable?: 'renormalise' | 'lowest';
  readonly seats?: number;
  readonly levels?: readonly LevelRule[];
  /** Points of levels towards a prize over the programme, where the levels' own conditions are not known. */
  readonly points?: readonly { readonly level: string; readonly points: string }[];
  /** Rounds or sources that make one score, in parts of the whole. */
  readonly blend?: readonly { readonly id: string; readonly weight: number }[];
  /** What one vote of the public adds to the score. */
  readonly eachVote?: string;
};

/** The rules of a real programme as data. Programmes change their rules: compare with the source before use. */
export type Preset = {
  readonly id: string;
  readonly programme: string;
  readonly sources: readonly string[];
  readonly rules: PresetRules;
  readonly unstated: readonly Unstated[];
};
