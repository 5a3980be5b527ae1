import type { Refusal, Result } from '../problems/refusal.ts';
import { canonicalJson } from '../record/canonical.ts';
import type { Scorecards } from '../scorecards/shape.ts';
import { shownScale } from '../scoring/composing/units.ts';
import type { TallyRules } from '../verdict/rules.ts';
import { awardGroups } from './by-category.ts';
import { type Award, type AwardRules, awardShape } from './shape.ts';
import { type JudgedBy, toTally } from './to-tally.ts';

/** Categories that are counted together, and the rules they are counted by. */
export type EditionTally = { readonly categories: readonly string[]; readonly rules: TallyRules };

export type EditionCount = {
  readonly award: Award;
  readonly scorecards: Scorecards;
  readonly categories: readonly JudgedBy[];
  /** What every lot and draw of the edition comes from: fixed before anybody enters, and told to everybody. */
  readonly seed: string;
};

/** Trials a chance rests on: their error is at most 0.8 of a hundred, and chances are told in whole per cents. */
const draws = 4_000;

type Building = { readonly judged: readonly JudgedBy[]; readonly rules: TallyRules };

/** Ballots of an edition have been submitted by a person, so one of nothing but noughts is counted as it is. */
function tallyOf({ scorecards, seed }: EditionCount, rules: AwardRules, categories: readonly JudgedBy[]): Result<TallyRules> {
  const made = toTally({ rules, scorecards, categories, seed, firstRoundOnly: true });
  return made.ok ? { ok: true, value: { ...made.value, emptySeats: 'count', draws } } : made;
}

/** What scores are told on, measures among what they are made of. */
const scaleText = ({ criteria, metrics = [] }: TallyRules): string =>
  JSON.stringify(shownScale([...criteria, ...metrics.map(({ metric: id, weight, scale }) => ({ id, weight, scale }))]).scale);

/** True where one tally counts in several ways what single scorecards have one way for. */
const countsInSeveralWays = ({ criteria, counts }: TallyRules): boolean =>
  counts !== undefined || criteria.some(({ notApplicable }) => notApplicable !== undefined);

/**
 * The categories of one scorecard join the first tally in which they can be counted and whose scores are told on the same scale. What each
 * alone is counted by in one way is not mixed: an edition is counted by the tallies it always had.
 */
function joined(given: EditionCount, rules: AwardRules, building: Building[], own: readonly JudgedBy[]): readonly Refusal[] {
  const alone = tallyOf(given, rules, own);
  if (!alone.ok) return alone.refusals;
  for (const [at, { judged, rules: before }] of building.entries()) {
    const together = tallyOf(given, rules, [...judged, ...own]);
    const same = together.ok && new Set([before, alone.value, together.value].map(scaleText)).size === 1;
    const mixed = together.ok && countsInSeveralWays(together.value) && ![before, alone.value].some(countsInSeveralWays);
    if (!same || mixed) continue;
    building[at] = { judged: [...judged, ...own], rules: together.value };
    return [];
  }
  building.push({ judged: own, rules: alone.value });
  return [];
}

/**
 * The tallies of an edition: categories under the same award rules are counted together, so that a judge's severity is learnt from all
 * their ballots, unless their scorecards do not go together (one key meaning two things) or their scores are told on different scales:
 * a threshold of 7.75 means the same whatever other categories are judged by. Refused, with every reason once.
 */
export function editionTallies(given: EditionCount): Result<readonly EditionTally[]> {
  const cards = new Map(given.categories.map(({ category, scorecard }) => [category, scorecard]));
  const refusals: Refusal[] = [];
  const all = awardGroups(given.award, [...cards.keys()]).flatMap(({ rules, categories }) => {
    const building: Building[] = [];
    for (const [scorecard, codes] of Map.groupBy(categories, (code) => cards.get(code) ?? ''))
      refusals.push(
        ...joined(
          given,
          rules,
          building,
          codes.map((category) => ({ category, scorecard })),
        ),
      );
    return building.map(({ judged, rules: tally }) => ({ categories: judged.map(({ category }) => category), rules: tally }));
  });
  const distinct = [...new Map(refusals.map((refusal) => [JSON.stringify(refusal), refusal])).values()];
  return distinct.length > 0 ? { ok: false, refusals: distinct } : { ok: true, value: all };
}

const text = (award: Award): string =>
  canonicalJson(JSON.parse(JSON.stringify({ ...award, names: undefined, judges: 1, minimumPanel: 1 })));
const unsaid = text(awardShape.parse({}));

/**
 * True where nothing asks for more than the plain count: one scorecard of judged criteria that share a scale of whole marks, and award
 * rules nobody has changed but for the number of judges and ballots. Score: the exact weighted mean; first is the highest.
 */
export function isPlainCount({ award, scorecards, categories }: Omit<EditionCount, 'seed'>): boolean {
  const used = new Set(categories.map(({ scorecard }) => scorecard));
  const [only] = used;
  const card = used.size === 1 && only !== undefined && Object.hasOwn(scorecards, only) ? scorecards[only] : undefined;
  const [first] = card?.criteria ?? [];
  if (first?.kind !== 'judged' || text(award) !== unsaid) return used.size === 0;
  return (card?.criteria ?? []).every(
    (each) =>
      each.kind === 'judged' &&
      each.scale.step === 1 &&
      each.notApplicable === 'not-allowed' &&
      each.scale.min === first.scale.min &&
      each.scale.max === first.scale.max,
  );
}
