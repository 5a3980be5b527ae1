import type { Award } from '../awarding/shape.ts';
import type { LocalText } from '../languages/local-text.ts';
import { compare, fromDecimal } from '../numeric/fraction.ts';
import { shownScale } from '../scoring/composing/units.ts';
import type { Scorecard, Scorecards } from './shape.ts';

/**
 * A part of the score that no ballot of the edition holds: what was measured, counted or voted, or what another round came to. `source` is
 * what it is called in the count; `metric` the measure a claim has to be about. `least` and `most`: beyond them a figure is refused.
 */
export type FigureAsked = {
  readonly source: string;
  readonly kind: 'metric' | 'count' | 'votes' | 'round';
  /** Null for votes of the public and for rounds, which have no name but their key. */
  readonly name: LocalText | null;
  readonly metric: string | null;
  readonly whole: boolean;
  readonly least: string | null;
  readonly most: string | null;
};

/** What scores of a round are told on: the scale its marks share, else 0–100. */
export function scaleOfCard({ criteria }: Pick<Scorecard, 'criteria'>): { readonly min: number; readonly max: number } {
  return shownScale(criteria.flatMap((each) => (each.kind === 'judged' ? [{ id: each.key, weight: 1, scale: each.scale }] : []))).scale;
}

/** The rounds whose result is recorded: ballots here are of the first. */
export const recordedRounds = ({ rounds = [] }: Pick<Award, 'rounds'>): NonNullable<Award['rounds']> => rounds.slice(1);

function ofCriterion(criterion: Scorecard['criteria'][number]): FigureAsked[] {
  const { key: source, name, kind } = criterion;
  if (kind === 'count') return [{ source, kind, name, metric: null, whole: true, least: '0', most: null }];
  if (kind !== 'metric') return [];
  const ends = criterion.beyond === 'refuse' ? criterion.breakpoints : [];
  return [{ source, kind, name, metric: criterion.metric, whole: false, least: ends[0]?.value ?? null, most: ends.at(-1)?.value ?? null }];
}

/** What votes of the public by the award rules are called among the sources of a score. */
export const votesSource = 'votes';

/** All figures entries judged by one scorecard need beside their ballots, in the order they are counted. */
export function figuresAsked(scorecards: Scorecards, award: Pick<Award, 'rounds' | 'votes'>, scorecard: string): readonly FigureAsked[] {
  const cardOf = (key: string): Scorecard | undefined => (Object.hasOwn(scorecards, key) ? scorecards[key] : undefined);
  const rounds = recordedRounds(award).map(({ round, scorecard: own }): FigureAsked => {
    const { min, max } = scaleOfCard(cardOf(own ?? scorecard) ?? { criteria: [] });
    return { source: round, kind: 'round', name: null, metric: null, whole: false, least: String(min), most: String(max) };
  });
  const votes: FigureAsked = { source: votesSource, kind: 'votes', name: null, metric: null, whole: true, least: '0', most: null };
  return [...(cardOf(scorecard)?.criteria ?? []).flatMap(ofCriterion), ...rounds, ...(award.votes ? [votes] : [])];
}

/** Why a figure cannot be taken: it is no number, none that is asked for, or lies beyond the ends; undefined for a good one. */
export function figureFault({ whole, least, most }: FigureAsked, value: string): 'not-a-number' | 'not-whole' | 'beyond' | undefined {
  const exact = /^-?\d{1,15}(\.\d{1,15})?$/.test(value) ? fromDecimal(value) : undefined;
  if (exact === undefined) return 'not-a-number';
  if (whole && exact.d !== 1n) return 'not-whole';
  const [low, high] = [least === null ? undefined : fromDecimal(least), most === null ? undefined : fromDecimal(most)];
  return (low && compare(exact, low) < 0) || (high && compare(high, exact) < 0) ? 'beyond' : undefined;
}
