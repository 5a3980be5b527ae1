import { twoDecimals } from '#core/verdict/rounding.ts';
import type { Aggregation, TieRung } from '#core/verdict/rules.ts';
import type { Finding, VerdictCategory, VerdictEntry, VerdictFit } from '#core/verdict/verdict.ts';
import { derivation } from '../counting/derivation.ts';
import { inWords } from '../numbers.ts';
import { tally } from './tally.ts';
import { chancesOf, corrects, differing, findingSaid, leaders, rawInstead, standardErrorIs } from './verdict.ts';

/** What the report of a tally says to a chair. */
const list = new Intl.ListFormat('en');
const whole = new Intl.NumberFormat('en');
const counted = (n: number, one: string, many = `${one}s`): string => `${whole.format(n)} ${n === 1 ? one : many}`;
const percent = (share: number): string => `${Math.round(share * 100)} %`;
const two = (value: number): string => value.toFixed(2).replace('-', '−');
const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
const signed = (value: number): string => (value > 0 ? `+${two(value)}` : two(value));

const findings: Readonly<Record<Finding, string>> = {
  clear: 'clear',
  likely: 'likely',
  'too-close': 'too close to call',
  review: 'look again',
  tied: 'exactly tied',
  first: 'no chance given',
  parts: 'ranked in parts',
  'too-few': 'too few to rank',
  'no-level': 'nobody reaches a level',
  'nobody-ranked': 'nobody ranked',
};

/** How many of each kind of outcome there are, as one sentence. */
function outcomes(categories: readonly VerdictCategory[]): string {
  const parts: readonly (readonly [readonly Finding[], (n: number, words: string) => string])[] = [
    [['clear'], (n, words) => `${words} ${n === 1 ? 'winner is' : 'winners are'} clear`],
    [['likely'], (n, words) => `${words} ${n === 1 ? 'is' : 'are'} likely`],
    [['first'], (n, words) => `${words} ${n === 1 ? 'category has' : 'categories have'} a first entry without a chance`],
    [['tied'], (n, words) => `${words} ${n === 1 ? 'category is' : 'categories are'} exactly tied`],
    [['too-close'], (n, words) => `${words} ${n === 1 ? 'category is' : 'categories are'} too close to call`],
    [['review'], (n, words) => `${words} ${n === 1 ? 'category' : 'categories'} must be looked at again`],
    [['parts'], (n, words) => `${words} ${n === 1 ? 'category is' : 'categories are'} ranked in parts only`],
    [['too-few'], (n, words) => `${words} ${n === 1 ? 'category has' : 'categories have'} too few entries to rank`],
    [['no-level', 'nobody-ranked'], (n, words) => `${words} ${n === 1 ? 'is' : 'are'} not awarded`],
  ];
  const said = parts.flatMap(([kinds, say]) => {
    const n = categories.filter(({ finding }) => kinds.includes(finding)).length;
    return n === 0 ? [] : [say(n, n > 12 ? String(n) : inWords(n).toLowerCase())];
  });
  return `${capital(list.format(said))}.`;
}

/** Neighbours at the top that cannot be told apart, as places. */
function together({ entries }: VerdictCategory): string {
  const ranked = entries.filter(({ rank }) => rank !== null);
  const overlaps = (a: VerdictEntry | undefined, b: VerdictEntry | undefined) =>
    a?.rankInterval && b?.rankInterval ? a.rankInterval.high >= b.rankInterval.low && b.rankInterval.high >= a.rankInterval.low : false;
  let end = 1;
  while (end < ranked.length && overlaps(ranked[0], ranked[end])) end += 1;
  return end < 2 ? '' : ` Places 1 ${end === 2 ? 'and' : 'to'} ${end} cannot be told apart with certainty.`;
}

function scoreOf({ official, unit }: VerdictCategory, { raw, corrected }: VerdictEntry): string {
  if (official === 'corrected') return ` with ${two(corrected ?? 0)}`;
  return unit === 'order' || raw === null ? '' : ` with ${twoDecimals(raw)}`;
}

function lead(category: VerdictCategory): string {
  const { finding, entries, winners } = category;
  const [leader] = entries;
  const first = leaders(category);
  const by = leader ? scoreOf(category, leader) : '';
  const chance = chancesOf(category, first);
  switch (finding) {
    case 'nobody-ranked':
      return 'No entry has the ballots it needs, so nobody is ranked.';
    case 'too-few':
    case 'parts':
      return findingSaid(category);
    case 'no-level':
      return `Nobody reaches a level. ${leader?.entry ?? ''} comes nearest${by}.`;
    case 'tied':
      return `${list.format(winners)} are first together${by}, exactly tied.`;
    case 'first':
      return `${list.format(winners)} is first${by}; no chance can be given.`;
    case 'review':
      return `${list.format(winners)} ${winners.length > 1 ? 'are' : 'is'} first by the rules${by}. ${capital(chance)}.`;
    case 'clear':
    case 'likely':
    case 'too-close':
      return `${list.format(winners)} is first${by}. ${capital(chance)}.${together(category)}`;
  }
}

const review = (category: VerdictCategory): string =>
  `${capital(differing(category))}: two people should look at this category and sign what they decide.`;

/** Once it is announced there is nothing left to look at: what differed stays said. */
const reviewed = (category: VerdictCategory): string =>
  `${capital(differing(category))}. What is announced follows the rules as they were.`;

function inShort(category: VerdictCategory): string {
  const { finding, entries, winners } = category;
  const first = leaders(category);
  switch (finding) {
    case 'nobody-ranked': {
      const most = entries.reduce((n, { ballots }) => Math.max(n, ballots.length), 0);
      return `${counted(entries.length, 'entry', 'entries')}; none has more than ${counted(most, 'ballot')} that count.`;
    }
    case 'review':
      return review(category);
    case 'parts':
      return category.review ? review(category) : tally.state(category);
    case 'too-few':
    case 'first':
      return tally.state(category);
    case 'no-level':
      return `Highest score ${entries[0]?.raw?.decimal ?? ''}.`;
    case 'tied':
      return `${list.format(winners)} share the first place.`;
    case 'clear':
    case 'likely':
      return capital(`${chancesOf(category, first, true)}.`);
    case 'too-close':
      return `${capital(chancesOf(category, first, true))}. Consider a shared award or a second reading.`;
  }
}

const methods: Readonly<Record<VerdictCategory['method'], string>> = {
  raw: 'none needed or possible',
  mixed: 'mixed model, penalised REML',
  'mixed-judge-noise': 'mixed model, penalised REML, judges not equally steady',
  fixed: 'two-way fixed effects',
  'judge-centred': 'centred by an earlier year’s variances',
};

type Drawn = Pick<VerdictCategory, 'method' | 'unit' | 'chances' | 'entries'>;

const hasRange = ({ entries }: Pick<VerdictCategory, 'entries'>): boolean => entries.some(({ standardError }) => standardError !== null);

/** Which score counts where the rules make the corrected one official, and where and why another does. */
function correctedAsked(categories: readonly VerdictCategory[]): string {
  const raw = categories.filter(({ official }) => official === 'raw');
  if (raw.length === 0) return 'The corrected score is the official one.';
  const said = [...new Set(raw.map(rawInstead))];
  if (raw.length === categories.length && said.length === 1) return said.join(' ');
  const each = said.map((text) => {
    const names = raw.filter((category) => rawInstead(category) === text).map(({ category }) => category);
    return `${list.format(names)}: ${text}`;
  });
  return [...(raw.length < categories.length ? ['The corrected score is the official one, but not everywhere.'] : []), ...each].join(' ');
}

/** What is official, and what stands beside it, if anything does. */
function rawAsked(categories: readonly VerdictCategory[]): string {
  const official = `The exact ${categories.every(({ unit }) => unit === 'order') ? 'order' : 'score'} is the official one`;
  const beside = categories.filter(({ method }) => method !== 'raw');
  if (beside.length === 0) return `${official}.`;
  const what = beside.some((category) => corrects(category) === 'mean') ? 'mean of its ballots, corrected,' : 'corrected score';
  const where = beside.length < categories.length ? ` in ${list.format(beside.map(({ category }) => category))}` : '';
  return `${official}; the ${what} stands beside it${where} to show what the choice of judges did.`;
}

/** A probability as statisticians print it. */
const p = (value: number): string => (value < 0.001 ? 'p < 0.001' : `p = ${value.toFixed(value < 0.1 ? 3 : 2)}`);

export const report = {
  over: 'Tally report',
  rows: (n: number) => counted(n, 'mark'),
  untitled: (file: string) => `Tally of ${file}`,
  lead: ({ categories, entries, ballots, judges }: Readonly<Record<string, number>>, all: readonly VerdictCategory[]) =>
    `${inWords(categories ?? 0)} ${categories === 1 ? 'category' : 'categories'}, ${counted(entries ?? 0, 'entry', 'entries')}, ${counted(ballots ?? 0, 'ballot')} by ${counted(judges ?? 0, 'judge')}. ${outcomes(all)}`,
  skip: 'Skip to the content',
  glance: {
    title: 'At a glance',
    caption: 'One line for each category',
    heads: { category: 'Category', entries: 'Entries', first: 'First', verdict: 'Verdict', words: 'In words' },
    none: 'none',
  },
  contents: {
    title: 'In this report',
    glance: 'Categories',
    back: 'Back to the categories',
    next: (category: string) => `Next: ${category}`,
  },
  finding: (finding: Finding): string => findings[finding],
  tags: {
    clear: 'ok',
    likely: 'ok',
    'too-close': 'warn',
    review: 'warn',
    tied: 'warn',
    first: 'plain',
    parts: 'warn',
    'too-few': 'plain',
    'no-level': 'plain',
    'nobody-ranked': 'bad',
  } as const satisfies Record<Finding, string>,
  inShort,
  categoryOver: ({ entries, judges, ballots }: VerdictCategory) =>
    `${counted(entries.length, 'entry', 'entries')} · ${counted(judges, 'judge')} · ${counted(ballots, 'ballot')} that count`,
  leadOf: lead,
  review,
  reviewed,
  reviewedTag: 'correction would change who is first',
  looksAgain: 'Look again.',
  legend: {
    /** What is drawn: of entries that stand in an order it is the mean of their ballots. */
    interval: (category: Drawn): string => {
      const what = corrects(category) === 'mean' ? 'mean of its ballots' : 'score';
      const drawn = category.method === 'raw' ? capital(what) : `Corrected ${what}`;
      return hasRange(category) ? `${drawn}, with the range that holds it nine times in ten` : drawn;
    },
    ghost: (category: Drawn): string => (category.unit === 'scale' ? 'Raw score' : 'Mean of its ballots as they are'),
  },
  standings: {
    caption: ({ category, method, chances, ...drawn }: Drawn & Pick<VerdictCategory, 'category'>) => {
      const shown = [
        'score',
        ...(hasRange(drawn) ? ['90 per cent interval'] : []),
        ...(method === 'raw' ? [] : ['change after correction']),
        ...(chances === 'given' ? ['chance of being first'] : []),
        ...(drawn.entries.some(({ level }) => level !== null) ? ['level'] : []),
      ];
      return `Standings of ${category}, with ${list.format(shown)}`;
    },
    rank: 'Rank',
    entry: 'Entry',
    score: 'Score',
    interval: 'Interval',
    against: 'Raw and corrected',
    first: 'Chance of first',
    firstShort: 'First',
    level: 'Level',
    exact: 'Exact',
    ballots: 'Ballots',
    none: '–',
    noLevel: 'None',
    tied: 'tied',
    of: (pool: number) => `part ${pool}`,
    firm: 'firm',
    plot: (entry: string, score: string, range: readonly [string, string] | null, raw: string | null) =>
      `${entry}: ${raw === null ? '' : 'corrected '}${score}${range ? `, interval ${range.join(' to ')}` : ''}${raw === null ? '' : `; uncorrected ${raw}`}`,
    same: 'same place',
    up: (n: number) => `up ${n}`,
    down: (n: number) => `down ${n}`,
    upFrom: 'Against raw:',
    axis: ([low, high]: readonly [number, number], cuts: readonly { readonly name: string; readonly text: string }[]) =>
      `The axis runs from ${low} to ${high}.${cuts.length === 0 ? '' : ` Dotted: ${list.format(cuts.map(({ name, text }) => `${name} from ${text}`))}.`}`,
    rest: (n: number) => `${counted(n, 'entry', 'entries')} more`,
    restOf: (name: string) => `Further standings of ${name}`,
    more: (n: number) => `${counted(n, 'entry is', 'entries are')} in the result file alone.`,
  },
  broken: (entry: string, by: TieRung['by'], criteria: readonly string[], from: readonly string[]) =>
    `${entry} has exactly the score of ${list.format(from)}. ${derivation.tie(by, criteria)}`,
  derived: 'How each score was made',
  sources: { title: 'What each source gave', entry: 'Entry', blended: 'Blended', none: '–' },
  imputed: {
    title: 'Without imputed marks',
    text: 'Some ballots had gaps and were completed from the judge’s other marks on the entry. This is how the entries stand with those ballots set aside.',
    columns: { entry: 'Entry', now: 'Place and score', without: 'Without', judges: 'Completed' },
  },
  disputed: {
    title: 'With n/a read as a skipped mark',
    text: 'Some judges said n/a for a criterion other judges of the same entry marked, which changes what all its ballots count for. This is how the entries stand with each such n/a read as a skipped mark, completed from the judge’s other marks on the entry.',
    columns: { entry: 'Entry', now: 'Place and score', without: 'Read as skipped', judges: 'Said n/a' },
  },
  moved: {
    title: 'Who moved',
    text: 'Place by the rules’ count, left, and after correction, right.',
    heads: ['Raw', 'Corrected'] as const,
    label: (moves: readonly string[]) =>
      moves.length === 0
        ? 'Place by the rules’ count against place after correction. Nobody moved.'
        : `Place by the rules’ count against place after correction. ${moves.join('; ')}.`,
    move: (entry: string, from: string, to: string) => `${entry} ${from} to ${to}`,
    many: (n: number) => `The first ${n} places.`,
  },
  judges: {
    title: 'How the judges mark',
    text: 'Points each judge marks below or above the mean judge; the bar holds that nine times in ten. Judges of all categories are seen together.',
    sides: ['harsher', 'kinder'] as const,
    label: (judges: readonly string[]) => `How far each judge marks below or above the mean judge, in points. ${judges.join('; ')}.`,
    judge: (name: string, effect: number) => `${name}: ${signed(effect).replace('−', 'minus ').replace('+', 'plus ')}`,
    none: 'The marks leave nothing to tell judges apart by.',
    tick: signed,
    more: (n: number) => `${counted(n, 'judge')} between them are in the result file.`,
    listed: 'The numbers behind it',
    columns: { judge: 'Judge', ballots: 'Ballots', effect: 'Points', range: '90 % interval' },
    range: (low: number, high: number) => `${signed(low)} to ${signed(high)}`,
    effect: signed,
  },
  effective: {
    title: 'What made the difference',
    text: 'Share of weight, and share of what makes the scores differ: a criterion on which all are alike decides nothing.',
    columns: { criterion: 'Criterion', weight: 'Weight', difference: 'Effect' },
    share: percent,
  },
  checks: {
    title: 'Questions for the chair',
    none: 'No questions for the chair.',
    quiet: (ran: number) => `${counted(ran, 'other check')} found nothing`,
    quietAll: (ran: number) => `${counted(ran, 'check')} found nothing`,
    asked: (n: number) => counted(n, 'question'),
    nothing: 'none',
    skipped: (n: number) => `${counted(n, 'check')} could not be made`,
    setAside: 'These ballots were set aside and counted for nobody; with emptySeats: count in the rules they would count as zeros.',
  },
  overrides: {
    title: 'Decided by people',
    text: 'These marks are not the judges’ own. The places without them stand beside.',
    columns: { ballot: 'Ballot', was: 'Was', is: 'Is', who: 'Who', why: 'Why' },
    ballot: (entry: string, judge: string, criterion: string) => `${entry}, ${judge}${criterion === '' ? '' : `, ${criterion}`}`,
    moved: (moves: readonly string[]) => (moves.length === 0 ? 'No place changed by them.' : `Without them: ${moves.join('; ')}.`),
    move: (category: string, entry: string, without: string, now: string) =>
      `${entry} (${category}) would have ${without} instead of ${now}`,
    place: (rank: number | null) => (rank === null ? 'no place' : `place ${rank}`),
  },
  method: {
    title: 'Method, in words',
    counting: (aggregation: Aggregation, needed: number) =>
      `Each ballot is the weighted mean of its marks, kept as an exact fraction. ${tally.aggregation(aggregation, needed)} ${
        aggregation.kind === 'bradley-terry'
          ? 'That score is fitted and rounded as said, and scores equal after rounding are tied.'
          : 'Nothing is rounded before it is shown, so equal scores are equal.'
      } A mark that is missing is never a zero: its ballot is set aside and named.`,
    official: (asked: 'raw' | 'corrected', categories: readonly VerdictCategory[]) =>
      asked === 'corrected' ? correctedAsked(categories) : rawAsked(categories),
    standardError: `Each drawn range is 1.645 standard errors to either side. ${standardErrorIs}`,
    ranges: (draws: number) =>
      `The ranges of places come from trying what the model leaves open ${whole.format(draws)} times, from the seed below; anybody who does so from it gets the same. The chance of being truly first is the share of trials in which an entry came first.`,
    states: (categories: readonly VerdictCategory[]) => {
      const by = new Map<string, string[]>();
      for (const category of categories) {
        const text = tally.state({ ...category, official: 'corrected' });
        by.set(text, [...(by.get(text) ?? []), category.category]);
      }
      return [...by].map(([text, names]) =>
        by.size === 1 ? text : `${list.format(names)}: ${text.charAt(0).toLowerCase()}${text.slice(1)}`,
      );
    },
    facts: {
      method: 'Correction',
      methods: (categories: readonly VerdictCategory[]) => list.format([...new Set(categories.map(({ method }) => methods[method]))]),
      components: 'Judges and entries linked',
      linked: (n: number) => (n <= 1 ? 'yes, all of them' : `no, in ${n} parts`),
      hausman: 'Harsh judges given better entries',
      bartlett: 'Judges equally steady',
      gate: (gate: VerdictFit['gates']['hausman'], yes: string, no: string) =>
        gate === null ? 'not tested' : `${gate.fired ? yes : no}, ${p(gate.p)}`,
      hausmanYes: 'yes',
      hausmanNo: 'no sign',
      bartlettYes: 'no',
      bartlettNo: 'no sign against',
      entries: 'Spread of entries',
      judges: 'Spread of judges',
      residual: 'What is left',
      points: (variance: number) => `${two(Math.sqrt(variance))} points`,
      criterion: 'REML criterion',
      seed: 'Seed',
      draws: 'Trials',
      weights: 'Weights',
      scale: 'Scale',
      files: 'Ballots',
      rules: 'Rules',
      noRules: 'defaults',
      guessed: 'guessed from the marks',
      step: (step: number): string => ` in steps of ${step}`,
      equal: 'equal',
      number: (value: number) => whole.format(value),
    },
  },
  footer: {
    holds: 'This file holds everything it shows and can be mailed or printed as it is.',
    again: 'To make it again, beside the same files:',
    recount: 'To recount it from its bundle:',
    theme: 'Theme',
    themes: { auto: 'Auto', light: 'Light', dark: 'Dark' },
  },
  score: two,
};
