/** What a category comes to, in sentences the terminal, the report and the workbook share. */
import type { Aggregation } from '#core/verdict/rules.ts';
import type { VerdictCategory, VerdictEntry } from '#core/verdict/verdict.ts';

const list = new Intl.ListFormat('en');
const namesOf = (entries: readonly VerdictEntry[]): string => list.format(entries.map(({ entry }) => entry));

/** A chance in whole per cents. Drawn chances are never nothing or certain, and are not shown as that in a sentence. */
const percent = (share: number): string => (share >= 0.995 ? 'over 99 %' : share < 0.005 ? 'under 1 %' : `${Math.round(share * 100)} %`);

/** What an entry's score is, by the rules; the settings that decide are told with it. */
export function scoreIs(aggregation: Aggregation): string {
  const or = (fallback: 'mean' | 'median' | undefined): string =>
    fallback === undefined ? '' : ` (with fewer than five, the ${fallback} of all)`;
  switch (aggregation.kind) {
    case 'mean':
      return 'An entry’s score is the mean of its ballots';
    case 'sum':
      return 'An entry’s score is the sum of its ballots, for a full panel where panels differ in size';
    case 'median':
      return 'An entry’s score is its middle ballot, or halfway between the middle two';
    case 'trimmed':
      return `An entry’s score is the mean of its ballots without ${aggregation.percent} % at either end${or(aggregation.fallback)}`;
    case 'drop':
      return `An entry’s score is the mean of its ballots without the ${aggregation.high} highest and the ${aggregation.low} lowest${or(aggregation.fallback)}`;
    case 'mean-rank':
      return 'An entry’s score is the mean of the places its judges give it; the lowest is first';
    case 'borda':
      return aggregation.points === undefined
        ? 'An entry’s score is its points for places: from each judge one for every entry below it, half for each beside it (Borda)'
        : `An entry’s score is its points for the places its judges give it: ${aggregation.points.join(', ')}`;
    case 'schulze':
      return 'Entries have no score; they stand in the order Schulze’s method makes of all pairs';
    case 'instant-runoff':
      return 'Entries have no score; they stand in the order of an instant run-off: who has the fewest first places goes out, round by round';
    case 'approval':
      return `An entry’s score is the share of its ballots that come to ${aggregation.from} or more`;
    case 'allotment':
      return `An entry’s score is the sum of what its judges deal it out of ${aggregation.points} points each`;
    case 'bradley-terry':
      return `An entry’s score is its chance to be preferred to a middling entry, by Bradley and Terry’s model of pairs (prior ${aggregation.prior}), rounded to six decimals`;
  }
}

/** What the design of a category allows, in a sentence; `what` is corrected: scores, or means beside a rank that is no mean’s. */
const states: Readonly<Record<VerdictCategory['state'], (what: 'score' | 'mean') => string>> = {
  complete: () => 'Every judge marked every entry, so severe judges were severe on all of them: nothing needs correcting.',
  connected: (what) => `Not every judge marked every entry; shared judges link them all, so ${what}s can be corrected for how judges mark.`,
  thin: (what) =>
    `Two judges an entry or little more: ${what}s are corrected with care, and a winner needs a chance of one half or a second reading.`,
  'harshness-went-with-quality': (what) =>
    `Severe judges met the better entries more often than chance has it, so corrected ${what}s compare entries only through judges they share.`,
  components: () => 'Some entries share no judge with others, not even in a chain: ranks hold within each part only.',
  'components-at-random': () => 'Some entries share no judge with others; comparing them rests on the seats having been drawn at random.',
  'one-judge': () => 'Each entry has one judge: nobody can tell a severe judge from a weak entry, so no chances are given.',
  'one-judge-with-priors': (what) => `Each entry has one judge; ${what}s are centred by how judges differed in an earlier year.`,
  'too-few-entries': () => 'Fewer than three entries with the ballots they need: there are no ranks and no chances.',
  'no-variance': () => 'Nothing in these marks is left to correct, and nothing varies that a chance could rest on.',
  'severity-only': (what) =>
    `Judges differ by so many points on every entry and by nothing else: the corrected ${what} takes that off exactly, and there is nothing left that a chance could rest on.`,
  blended: () =>
    'The score has several sources, blended exactly; how judges mark is corrected within one round at a time, so no chances are given.',
  'too-many-judges': () => 'So many judges are no panel: their marks are counted and not corrected, and no chances are given.',
};

/** States that would have chances, were there anything in the marks that varies by chance. */
const usuallyGiven: readonly VerdictCategory['state'][] = ['components', 'components-at-random'];

/** What the figure beside a corrected score is. */
export const standardErrorIs =
  'Standard error: one standard deviation of the error in an entry’s distance from the mean of all it is ranked with, in points, the model’s variances taken as known. How far the whole field may lie higher or lower is not in it.';

/** States in which a corrected score would be no other than the plain mean; in the rest without one it cannot be made. */
const needless: readonly VerdictCategory['state'][] = ['complete', 'no-variance'];

type Stated = Pick<VerdictCategory, 'state' | 'official' | 'method' | 'chances' | 'unit'>;

/** That the raw score counts here, where the rules make the corrected one official; the state says why. Nothing where that one counts. */
export function rawInstead({ state, official }: Pick<VerdictCategory, 'state' | 'official'>): string {
  if (official === 'corrected') return '';
  const why = needless.includes(state) ? 'there is nothing to correct here' : 'none can be made here';
  return `The rules make the corrected score official, but ${why}: the raw score counts.`;
}

/** What is corrected: the score, or, of entries that stand in an order or by another score, the mean of their ballots beside it. */
export const corrects = ({ unit, chances }: Pick<VerdictCategory, 'unit' | 'chances'>): 'score' | 'mean' =>
  unit === 'scale' && chances !== 'score' ? 'score' : 'mean';

/** What the design allows and which score counts; `asked`: the one the rules make official. */
export function stateOf(category: Stated, asked: 'raw' | 'corrected' = 'raw'): string {
  const { state, official, method, chances, unit } = category;
  const of =
    chances === 'score' && state !== 'blended' ? ' No chances are given: they would be those of a mean, and the rules rank otherwise.' : '';
  const none = chances === 'design' && usuallyGiven.includes(state) ? ' No chances can be given.' : '';
  const counts = unit === 'order' ? ' The order the rules make is the official one.' : ' The raw score is the official one.';
  const instead = asked === 'corrected' && method === 'raw' ? ` ${rawInstead(category)}` : '';
  return `${states[state](corrects(category))}${of}${none}${method !== 'raw' && official === 'raw' ? counts : ''}${instead}`;
}

/** The likeliest first of all but these. */
function likeliestOther(entries: readonly VerdictEntry[], first: readonly VerdictEntry[]): VerdictEntry | undefined {
  const others = entries.filter((entry) => (entry.pFirst ?? 0) > 0 && !first.includes(entry));
  return others.reduce<VerdictEntry | undefined>((most, entry) => ((entry.pFirst ?? 0) > (most?.pFirst ?? 0) ? entry : most), undefined);
}

/** The chance of each first, and of whoever else is likeliest: `50 %; Brightwell Energy 50 %`; `named`: where nothing before it says whose. */
export function chancesOf({ entries }: Pick<VerdictCategory, 'entries'>, first: readonly VerdictEntry[], named = false): string {
  const known = first.filter(({ pFirst }) => pFirst !== null);
  if (known.length === 0) return 'no chance can be given';
  const other = likeliestOther(entries, first);
  const one = ({ entry, pFirst }: VerdictEntry): string => `${entry} ${percent(pFirst ?? 0)}`;
  const [only] = known;
  const own = known.length === 1 && only && !named ? percent(only.pFirst ?? 0) : known.map(one).join('; ');
  return `chance of being truly first: ${own}${other ? `; ${one(other)}` : ''}`;
}

export const leaders = ({ entries, winners }: Pick<VerdictCategory, 'entries' | 'winners'>): readonly VerdictEntry[] =>
  entries.filter(({ entry, rank }) => rank === 1 && winners.includes(entry));

/** Parts that are ranked by themselves, numbered in the order they stand in, with who is first in each. */
export function partsOf({
  entries,
}: Pick<VerdictCategory, 'entries'>): readonly { readonly part: number; readonly entries: readonly VerdictEntry[] }[] {
  const pools = [...new Set(entries.flatMap(({ pool }) => pool ?? []))];
  return pools.map((pool, i) => ({ part: i + 1, entries: entries.filter((entry) => entry.pool === pool) }));
}

function partsSaid(category: Pick<VerdictCategory, 'entries'>): string {
  const parts = partsOf(category);
  if (parts.length === 0) return 'No winner: no two entries share a judge, so none can be compared.';
  const said = parts.map(({ part, entries }) => `in part ${part} ${namesOf(entries.filter(({ rank }) => rank === 1))}`);
  const alone = category.entries.filter(({ status, pool }) => status === 'ranked' && pool === null);
  const left = alone.length === 0 ? '' : ` ${namesOf(alone)} can be compared with nobody.`;
  return `No one winner: no judge joins its parts. First ${list.format(said)}.${left} A judge who reads entries of each could join them; else people decide.`;
}

function tooFewSaid({ entries, unit }: Pick<VerdictCategory, 'entries' | 'unit'>): string {
  const ranked = entries.filter(({ status }) => status === 'ranked');
  const best = ranked.filter(({ rawRank }) => rawRank === 1);
  if (ranked.length === 1) return `No ranks: ${namesOf(ranked)} has nobody to be compared with. People decide whether it is awarded.`;
  const [only] = best;
  const ahead = only?.tieBroken ? 'comes first by the tie rules' : unit === 'order' ? 'comes first by the count' : 'has the better score';
  const raw = best.length > 1 ? `${namesOf(best)} are exactly level` : `${namesOf(best)} ${ahead}`;
  return `No ranks: two entries are too few to compare. ${raw}; people decide whether that wins.`;
}

/** Who is first and how surely, or why nobody is named. */
export function findingSaid(category: VerdictCategory): string {
  const first = leaders(category);
  const names = namesOf(first);
  const chances = chancesOf(category, first);
  switch (category.finding) {
    case 'clear':
      return `Winner: ${names}, clearly (${chances})`;
    case 'likely':
      return `Winner: ${names}, probably rightly (${chances})`;
    case 'too-close':
      return `First: ${names}, too close to call (${chances})`;
    case 'review':
      return `First by the rules: ${names}${first.length > 1 ? ', exactly tied' : ''} (${chances})`;
    case 'tied':
      return `Joint winners, exactly tied: ${names}`;
    case 'first':
      return `First: ${names} (no chance can be given)`;
    case 'parts':
      return partsSaid(category);
    case 'too-few':
      return tooFewSaid(category);
    case 'no-level':
      return 'Not awarded: no entry reaches a level.';
    case 'nobody-ranked':
      return 'Not awarded: no entry has enough complete ballots.';
  }
}

/** Whom the declared score and the corrected one put first, where they name others. */
export function differing(category: Pick<VerdictCategory, 'entries' | 'chances'>): string {
  const parts = partsOf(category);
  const said = parts.flatMap(({ part, entries }) => {
    const best = Math.min(...entries.map(({ rawRank }) => rawRank ?? Number.MAX_SAFE_INTEGER));
    const raw = namesOf(entries.filter(({ rawRank }) => rawRank === best));
    const corrected = namesOf(entries.filter(({ correctedRank }) => correctedRank === 1));
    const declared = category.chances === 'score' ? 'the declared count puts' : 'raw scores put';
    const model = category.chances === 'score' ? 'the corrected mean' : 'corrected ones';
    return raw === corrected ? [] : [`${parts.length > 1 ? `in part ${part} ` : ''}${declared} ${raw} first, ${model} ${corrected}`];
  });
  return list.format(said);
}
