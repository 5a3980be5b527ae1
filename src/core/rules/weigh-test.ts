/** One test of a rule against what is known. */
import { compareAmounts, yearsAfter } from './amounts.ts';
import { type FactValue, factOf, type KnownFacts, type Win } from './facts.ts';
import { type Answer, and, atLeast, not, or } from './kleene.ts';
import type { AnswersTest, bounds, Test, WonTest } from './shape.ts';
import { type Told, told } from './told.ts';

/**
 * Why an answer is unknown: the fact is not known, or an answer was left empty; it is of another kind than the test; nothing proves it
 * yet; only its class is known; it is in another currency; it has no beginning or end; of a win, nobody knows where or when.
 */
export type Doubt = 'missing' | 'empty' | 'unfit' | 'unproved' | 'class' | 'currency' | 'open-ended' | 'win';

export type Weighed = {
  readonly answer: Answer;
  readonly why?: Doubt;
  /** What would have to be known. */
  readonly missing: readonly string[];
};

const sure = (holds: boolean): Weighed => ({ answer: holds ? 'yes' : 'no', missing: [] });
const unsure = (why: Doubt, ...missing: string[]): Weighed => ({ answer: 'unknown', why, missing });

const isMap = (value: FactValue): value is Exclude<Extract<FactValue, object>, readonly unknown[]> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Files that are none and a text without words are not there. */
function isGiven(value: FactValue): boolean {
  if (value === null || value === '') return false;
  if (Array.isArray(value)) return value.length > 0;
  return !(isMap(value) && 'words' in value && value.words === 0);
}

type Bound = Extract<Told, { operator: (typeof bounds)[number] }>;

/** Beyond every limit a rule may name. */
const endless = Number.MAX_VALUE;

/** Both ends of a class say the same, or it is open. */
function weighClass(
  asked: Bound,
  { least, most = endless, proved }: Readonly<{ least: number; most?: number | undefined; proved: boolean }>,
): Weighed {
  const [low, high] = [weighBound(asked, { is: least, proved }), weighBound(asked, { is: most, proved })];
  return low.answer === high.answer ? low : unsure('class', asked.fact);
}

function weighBound(asked: Bound, value: FactValue): Weighed {
  const { operator, needed, fact, proved } = asked;
  if (isMap(value) && 'least' in value) return weighClass(asked, value);
  const [is, seen] = isMap(value) && 'is' in value ? [value.is, value.proved] : [value, false];
  if (typeof is !== 'number' && typeof is !== 'string') return unsure('unfit', fact);
  const order = compareAmounts(is, needed);
  if (order === undefined) return unsure(typeof is === typeof needed ? 'currency' : 'unfit', fact);
  const holds = { atLeast: order >= 0, atMost: order <= 0, above: order > 0, below: order < 0 }[operator];
  // What is only said can rule an entry out, not in.
  return holds && proved && !seen ? unsure('unproved', fact) : sure(holds);
}

const days = /^\d{4}-\d\d-\d\d$/;

function weighDays({ operator, needed, fact }: Extract<Told, { operator: 'since' | 'until' | 'between' }>, value: FactValue): Weighed {
  const [from, to] = operator === 'between' ? [needed.from, needed.to] : operator === 'since' ? [needed, undefined] : [undefined, needed];
  if (typeof value === 'string' && days.test(value))
    return sure((from === undefined || from <= value) && (to === undefined || value <= to));
  if (!isMap(value) || 'is' in value || 'least' in value || 'words' in value || 'code' in value) return unsure('unfit', fact);
  const begins = from === undefined ? sure(true) : beginsBy(from, value.from, value.to);
  // What still goes on has no end by then; what began after it has not ended by it either.
  const past = value.from !== undefined && to !== undefined && value.from > to;
  const ends = to === undefined ? sure(true) : past || value.to === null ? sure(false) : within(value.to, (end) => end <= to);
  const answer = and([begins.answer, ends.answer]);
  return answer === 'unknown' ? unsure('open-ended', fact) : { answer, missing: [] };
}

const within = (day: string | undefined, holds: (day: string) => boolean): Weighed =>
  day === undefined ? unsure('open-ended') : sure(holds(day));

/** A period whose beginning nobody gave began too early if it was over too early. */
function beginsBy(first: string, from: string | undefined, to: string | null | undefined): Weighed {
  if (from === undefined && typeof to === 'string' && to < first) return sure(false);
  return within(from, (begin) => first <= begin);
}

/** A choice of several may meet what a single one cannot, so only `hasAnyOf` is asked of it; only a category stands in others. */
function weighChoice({ operator, needed, fact }: Extract<Told, { operator: 'equals' | 'oneOf' | 'hasAnyOf' }>, value: FactValue): Weighed {
  const wanted: readonly unknown[] = Array.isArray(needed) ? needed : [needed];
  const one = isMap(value) && 'is' in value ? value.is : value;
  const category = fact === 'entry.category' && isMap(one) && 'code' in one ? [one.code, ...one.in] : undefined;
  const among: readonly unknown[] = category ?? (Array.isArray(one) && operator === 'hasAnyOf' ? one : [one]);
  if (among.length === 0 || among.some((each) => typeof each !== typeof wanted[0])) return unsure('unfit', fact);
  return sure(among.some((each) => wanted.includes(each)));
}

function weighYears({ needed, on, fact }: Extract<Told, { operator: 'yearsAtLeast' }>, value: FactValue, facts: KnownFacts): Weighed {
  if (typeof value !== 'string' || !days.test(value)) return unsure('unfit', fact);
  const day = on ?? factOf(facts, 'entry.day');
  if (typeof day !== 'string') return unsure('missing', 'entry.day');
  return sure(yearsAfter(value, needed) <= day);
}

/** What was left empty has no words. */
function weighWords({ operator, needed, fact }: Extract<Told, { operator: 'wordsAtLeast' | 'wordsAtMost' }>, value: FactValue): Weighed {
  if (value !== null && !(isMap(value) && 'words' in value)) return unsure('unfit', fact);
  const words = value?.words ?? 0;
  return sure(operator === 'wordsAtLeast' ? words >= needed : words <= needed);
}

function weighTold(asked: Told, facts: KnownFacts): Weighed {
  const value = factOf(facts, asked.fact);
  if (value === undefined) return unsure('missing', asked.fact);
  if (asked.operator === 'given') return sure(isGiven(value));
  if (asked.operator === 'wordsAtLeast' || asked.operator === 'wordsAtMost') return weighWords(asked, value);
  if (!isGiven(value)) return unsure('empty', asked.fact);
  switch (asked.operator) {
    case 'atLeast':
    case 'atMost':
    case 'above':
    case 'below':
      return weighBound(asked, value);
    case 'since':
    case 'until':
    case 'between':
      return weighDays(asked, value);
    case 'yearsAtLeast':
      return weighYears(asked, value, facts);
    case 'equals':
    case 'oneOf':
    case 'hasAnyOf':
      return weighChoice(asked, value);
  }
}

function weighAnswers({ answers, atLeast: count }: AnswersTest, facts: KnownFacts): Weighed {
  const names = answers.map((key) => `answer.${key}`);
  const given = names.map((name): Answer => {
    const value = factOf(facts, name);
    return value === undefined ? 'unknown' : isGiven(value) ? 'yes' : 'no';
  });
  const answer = atLeast(count, given);
  return answer === 'unknown' ? unsure('missing', ...names.filter((_, i) => given[i] === 'unknown')) : { answer, missing: [] };
}

const known = (holds: boolean | undefined): Answer => (holds === undefined ? 'unknown' : holds ? 'yes' : 'no');

/** Which wins count for a rule, and how sure that is. */
function counts({ won }: WonTest, win: Win, entered: readonly string[] | undefined): Answer {
  const { editions, last, category } = won;
  return and([
    editions ? known(win.edition === undefined ? undefined : editions.includes(win.edition)) : 'yes',
    last === undefined ? 'yes' : known(win.ago === undefined ? undefined : win.ago <= last),
    category === 'any' ? 'yes' : known(win.category === undefined || !entered ? undefined : entered.includes(win.category)),
  ]);
}

/** The wins that speak for a yes, or leave it open. */
export function winsFor(test: WonTest, facts: KnownFacts): readonly (readonly [Win, Answer])[] | undefined {
  const wins = factOf(facts, 'honours.wins');
  if (wins === null) return [];
  if (!Array.isArray(wins)) return undefined;
  const at = factOf(facts, 'entry.category');
  const entered = at !== undefined && isMap(at) && 'code' in at ? [at.code, ...at.in] : undefined;
  return wins
    .filter((win): win is Win => typeof win === 'object')
    .map((win) => [win, counts(test, win, entered)] as const)
    .filter(([, answer]) => answer !== 'no');
}

function weighWon(test: WonTest, facts: KnownFacts): Weighed {
  const wins = winsFor(test, facts);
  if (!wins) return unsure('missing', 'honours.wins');
  const answer = or(wins.map(([, each]) => each));
  if (answer !== 'unknown') return { answer, missing: [] };
  const noCategory = test.won.category === 'same' && factOf(facts, 'entry.category') === undefined;
  return unsure(noCategory ? 'missing' : 'win', noCategory ? 'entry.category' : 'honours.wins');
}

/** Whether a test holds, by what is known; `negated`: whether it does not. */
export function weighTest(test: Test, facts: KnownFacts, negated = false): Weighed {
  const weighed = 'won' in test ? weighWon(test, facts) : 'answers' in test ? weighAnswers(test, facts) : weighTold(told(test), facts);
  return negated ? { ...weighed, answer: not(weighed.answer) } : weighed;
}
