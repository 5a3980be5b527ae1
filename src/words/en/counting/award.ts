/** Award rules as sentences: one for every rule, and no two rules that differ have the same. */
import type { Award, AwardRules } from '#core/awarding/shape.ts';
import { aggregationRule } from '#core/awarding/tally-parts.ts';
import { scoreIs } from '../tally/verdict.ts';

const list = new Intl.ListFormat('en');

/** A name as it is, told apart from the words around it whatever stands in it. */
const quoted = (name: string): string => `“${name.replaceAll('”', '””')}”`;

const judges = (n: number): string => `${n} ${n === 1 ? 'judge' : 'judges'}`;

type Level = AwardRules['levels'][number];
type Rung = AwardRules['ties'][number];

function conditionsOf({ atLeast, below, floors = [], top, percentile, highest, margin }: Level): string[] {
  return [
    ...(highest ? ['first in its category'] : []),
    ...(atLeast === undefined ? [] : [`a score of ${atLeast} or more`]),
    ...(below === undefined ? [] : [`a score below ${below}`]),
    ...floors.map((floor) => `${floor.atLeast} or more for ${quoted(floor.criterion)}`),
    ...(top === undefined ? [] : [`among the first ${top}, ties at the cut included`]),
    ...(percentile === undefined ? [] : [`in the first ${percentile} % of those ranked`]),
    ...(margin === undefined ? [] : [`ahead by ${margin} or more of the best that does not meet the rest`]),
  ];
}

function levelSaid(level: Level): string {
  const conditions = conditionsOf(level);
  const points = level.points === undefined ? '' : ` It is worth ${level.points} points towards the prize over the whole programme.`;
  return `${quoted(level.level)}: ${conditions.length === 0 ? 'everybody ranked' : list.format(conditions)}.${points}`;
}

function rungSaid(rung: Rung): string {
  switch (rung.by) {
    case 'criteria':
      return 'the mean mark for the heaviest criterion, then for the next';
    case 'criterion':
      return `the mean mark for ${quoted(rung.criterion)}`;
    case 'head-to-head':
      return 'how many judges preferred one to the other';
    case 'median':
      return 'the middle ballot';
    case 'high-marks':
      return `the share of marks of ${rung.from} or more`;
    case 'source':
      return `the score of ${quoted(rung.source)} alone`;
    case 'lot':
      return 'a lot drawn from the seed committed beforehand';
  }
}

function tiesSaid(ties: AwardRules['ties']): string {
  if (ties.length === 0) return 'Equal scores share a place.';
  return `Ties are broken by ${ties.map((rung, i) => `(${i + 1}) ${rungSaid(rung)}`).join(', ')}. What is still equal then shares a place.`;
}

function roundsSaid(rounds: AwardRules['rounds']): string[] {
  if (!rounds) return [];
  const sum = rounds.reduce((total, { weight }) => total + weight, 0);
  return rounds.map(({ round, weight, minimumPanel, scorecard }) => {
    const panel = minimumPanel === undefined ? '' : `, with ${judges(minimumPanel)} or more`;
    const card = scorecard === undefined ? '' : `, judged by the scorecard ${quoted(scorecard)}`;
    return `${quoted(round)} is ${weight} of ${sum} parts of the score${panel}${card}.`;
  });
}

const votesSaid = ({ each, atMost }: NonNullable<AwardRules['votes']>): string =>
  `Each vote of the public adds ${each}${atMost === undefined ? '' : `, and all together at most ${atMost}`}.`;

/** One rule each, so that what a single category has of its own can be said by itself. */
const counted = {
  aggregation: (aggregation: AwardRules['aggregation']): string => `${scoreIs(aggregationRule(aggregation))}.`,
  minimumPanel: (n: number): string => `An entry needs ${judges(n)} to be ranked.`,
  skipped: (skipped: AwardRules['skipped']): string =>
    skipped === 'impute'
      ? 'A mark that is missing is completed from the judge’s others, and said.'
      : 'A ballot with a mark missing is set aside, and said.',
  official: (official: AwardRules['official']): string =>
    official === 'corrected'
      ? 'The score corrected for how each judge marks is official, where the design of the ballots allows it.'
      : 'The score as the judges gave it is official.',
  seats: (seats: number): string => `${seats} ${seats === 1 ? 'goes' : 'go'} through, ties at the cut included.`,
};

type Scored = Pick<AwardRules, 'aggregation' | 'minimumPanel' | 'skipped' | 'official'>;

/** How ballots become a score. */
const scored = ({ aggregation, minimumPanel, skipped, official }: Scored): readonly string[] => [
  counted.aggregation(aggregation),
  counted.minimumPanel(minimumPanel),
  counted.skipped(skipped),
  counted.official(official),
];

/** What a score is put together from beside one round of ballots. */
const sources = ({ rounds, votes }: Pick<AwardRules, 'rounds' | 'votes'>): readonly string[] => [
  ...roundsSaid(rounds),
  ...(votes ? [votesSaid(votes)] : []),
];

/** Everything the rules of a category say, a sentence each, in the order in which they act. */
function sentences(rules: AwardRules): readonly string[] {
  const { ties, levels, seats } = rules;
  return [...scored(rules), ...sources(rules), tiesSaid(ties), ...levels.map(levelSaid), counted.seats(seats)];
}

type Own = Award['categories'][string];

function ownSaid({ aggregation, minimumPanel, skipped, official, ties, levels, seats }: Own): string[] {
  return [
    ...(aggregation ? [counted.aggregation(aggregation)] : []),
    ...(minimumPanel === undefined ? [] : [counted.minimumPanel(minimumPanel)]),
    ...(skipped ? [counted.skipped(skipped)] : []),
    ...(official ? [counted.official(official)] : []),
    ...(ties ? [tiesSaid(ties)] : []),
    ...(levels ? (levels.length === 0 ? ['No level is given.'] : levels.map(levelSaid)) : []),
    ...(seats === undefined ? [] : [counted.seats(seats)]),
  ];
}

const readers = (n: number): string => `Each entry is read by ${judges(n)}.`;

export const awardRules = {
  level: levelSaid,
  ties: tiesSaid,
  readers,
  scored,
  sources,
  seats: counted.seats,
  sentences,
  /** The rules of a whole edition, then what is different in single categories. */
  edition: ({ judges: each, categories, ...rules }: Award): readonly string[] => [
    readers(each),
    ...sentences(rules),
    ...Object.entries(categories).flatMap(([category, own]) =>
      ownSaid(own).map((sentence) => `In ${quoted(category)} instead: ${sentence}`),
    ),
  ],
};
