/** What a verdict says, in words: for each category, for each entry, and as questions to the chair. Pure. */
import type { Verdict, VerdictCategory, VerdictEntry, VerdictJudge } from '#core/verdict/verdict.ts';
import type { Words } from '#words/index.ts';

const ids = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** Half the width of a 90 % range, in standard errors. */
export const half = 1.645;

export type ToldEntry = {
  readonly point: number;
  readonly low: number;
  readonly high: number;
  /** What the score was before it was corrected; null where nothing was. */
  readonly ghost: number | null;
  /** For people who do not see the plot. */
  readonly label: string;
  readonly places: string | null;
  readonly moved: { readonly way: 'up' | 'down' | 'same' | 'close'; readonly text: string } | null;
  readonly first: string | null;
};

export type ToldCategory = {
  readonly tag: { readonly kind: 'ok' | 'warn' | 'plain' | 'bad'; readonly text: string };
  /** What the chances or their absence mean, in a sentence. */
  readonly text: string;
  readonly legend: { readonly range: string; readonly ghost: string | null };
  readonly entries: Readonly<Record<string, ToldEntry>>;
  readonly tests: readonly { readonly test: string; readonly answer: string; readonly says: string }[];
  /** How each entry came to its score, place and level, line by line. */
  readonly derived: Readonly<Record<string, readonly string[]>>;
};

type ToldQuestion = { readonly name: string; readonly asks: string; readonly says: string; readonly chance: string | null };
type ToldJudge = {
  readonly name: string;
  readonly effect: number;
  readonly low: number;
  readonly high: number;
  readonly apart: boolean;
};

/** What a ranking is found by: its category, or one division of it. */
export const rankingId = ({ category, division }: Pick<VerdictCategory, 'category' | 'division'>): string =>
  division === undefined ? category : `${category}.${division}`;

export type Told = {
  /** By `rankingId`. */
  readonly categories: Readonly<Record<string, ToldCategory>>;
  readonly questions: readonly ToldQuestion[];
  /** Checks that were made, those that found nothing included. */
  readonly checks: number;
  readonly judges: readonly ToldJudge[];
};

type Say = Pick<Words, 'report' | 'tally' | 'robustness' | 'checks' | 'derivation' | 'results'>;

/** As likely first as not: the order of such entries is no finding. */
const isClose = ({ pFirst }: VerdictEntry): boolean => pFirst !== null && pFirst >= 0.4 && pFirst <= 0.6;

function movedIn({ method }: VerdictCategory, entry: VerdictEntry, { report, results }: Say): ToldEntry['moved'] {
  const { rawRank, correctedRank } = entry;
  if (method === 'raw' || rawRank === null || correctedRank === null) return null;
  if (isClose(entry)) return { way: 'close', text: results.board.tooClose };
  const { same, up, down } = report.standings;
  if (rawRank === correctedRank) return { way: 'same', text: same };
  return correctedRank < rawRank ? { way: 'up', text: up(rawRank - correctedRank) } : { way: 'down', text: down(correctedRank - rawRank) };
}

function toldEntry(category: VerdictCategory, entry: VerdictEntry, say: Say): ToldEntry | null {
  const { corrected, mean, standardError, rankInterval, pFirst, status } = entry;
  const point = corrected ?? mean;
  if (status !== 'ranked' || point === null) return null;
  const reach = half * (standardError ?? 0);
  const [low, high] = [point - reach, point + reach];
  const ghost = category.method === 'raw' ? null : mean;
  const { score, standings } = say.report;
  const { place } = say.results.board;
  // A place that is shared, or another than the likely one, is not sure, however narrow its range.
  const places =
    rankInterval &&
    (rankInterval.low === rankInterval.high && rankInterval.low === entry.rank && !entry.tied
      ? place.sure
      : place.likely(rankInterval.low, rankInterval.high));
  return {
    point,
    low,
    high,
    ghost,
    label: standings.plot(entry.entry, score(point), reach === 0 ? null : [score(low), score(high)], ghost === null ? null : score(ghost)),
    places,
    moved: movedIn(category, entry, say),
    first: pFirst === null ? null : say.tally.chance(pFirst),
  };
}

function derivedFor(entry: VerdictEntry, { derivation: say }: Say): string[] {
  const { derivation, noPlace, tieBroken, tied, levelChecks } = entry;
  return [
    ...derivation.map(({ key, facts }) => say.line(key, facts)),
    ...(noPlace ? [say.noPlace(noPlace)] : []),
    ...(tieBroken ? [say.tie(tieBroken.by, tieBroken.criteria)] : []),
    ...(tied ? [say.joint] : []),
    ...levelChecks.map((check) => say.level(check)),
  ];
}

/** What a first place that several share rests on, and what follows. */
function sharedText({ robustness, finding }: VerdictCategory, { results }: Say, decided: boolean): string {
  const say = results.board.sharedFirst;
  const without = robustness.leaveOneOut.raw;
  return [
    ...(without.tested ? [say.without(without.kept, without.judges)] : []),
    ...(finding === 'review' ? [decided ? say.decided : say.look] : []),
  ].join(' ');
}

/** Where the rules rank by a score, what is drawn is that score; elsewhere the report says what stands for it. */
function legendOf(category: VerdictCategory, { report, results }: Say): ToldCategory['legend'] {
  const { method, unit, entries } = category;
  if (method === 'raw') return { range: report.legend.interval(category), ghost: null };
  if (unit !== 'scale') return { range: report.legend.interval(category), ghost: report.legend.ghost(category) };
  const { corrected, given } = results.board.legend;
  return { range: corrected(entries.some(({ standardError }) => standardError !== null)), ghost: given };
}

function textOf(category: VerdictCategory, say: Say, decided: boolean): string {
  const { finding, winners } = category;
  if (winners.length > 1 && (finding === 'review' || finding === 'tied')) {
    const text = sharedText(category, say, decided);
    return finding === 'tied' ? `${say.tally.state(category)} ${text}`.trim() : text;
  }
  if (finding === 'tied') return say.tally.state(category);
  return decided && finding === 'review' ? say.report.reviewed(category) : say.report.inShort(category);
}

function toldCategory(category: VerdictCategory, say: Say, decided: boolean): ToldCategory {
  const { report, robustness: tests } = say;
  const { finding, robustness, winners } = category;
  const entries = category.entries.flatMap((entry): [string, ToldEntry][] => {
    const of = toldEntry(category, entry, say);
    return of ? [[entry.entry, of]] : [];
  });
  // What people wrote stands in quotes, but not the names of judges and criteria.
  const quoted = (text: string) => text.replace(ids, (id) => (category.entries.some(({ entry }) => entry === id) ? `“${id}”` : id));
  const asked = [
    tests.leaveOneOut(robustness.leaveOneOut.raw),
    tests.acceptability(robustness.weights),
    tests.smallestShift(robustness.weights),
    tests.rawAgainstCorrected(robustness.rawAgainstCorrected),
    tests.tieRule(robustness.tieRule),
  ];
  return {
    // Once it is decided, nobody is asked to look again.
    tag:
      decided && finding === 'review'
        ? { kind: 'warn', text: category.entries.some(isClose) ? say.results.board.tooClose : report.reviewedTag }
        : { kind: report.tags[finding], text: report.finding(finding) },
    text: quoted(textOf(category, say, decided)),
    legend: legendOf(category, say),
    entries: Object.fromEntries(entries),
    derived: Object.fromEntries(category.entries.map((entry) => [entry.entry, derivedFor(entry, say)])),
    tests: winners.length === 0 ? [] : asked.map((line) => ({ ...line, says: quoted(line.says) })),
  };
}

const apart = ({ effect, standardError }: { effect: number; standardError: number }): boolean =>
  Math.abs(effect) > 2 * half * standardError && Math.abs(effect) > 0.5;

function toldJudge({ judge, effect, standardError }: VerdictJudge): ToldJudge[] {
  if (effect === null || standardError === null) return [];
  const reach = half * standardError;
  return [{ name: judge, effect, low: effect - reach, high: effect + reach, apart: apart({ effect, standardError }) }];
}

/** A verdict on ids, told with these names in their place; categories and entries are still found by their ids. */
export function told(verdict: Verdict, names: ReadonlyMap<string, string>, say: Say, decided = false): Told {
  // Panels that are too small are in the gate's way, which says so itself.
  const questions = verdict.checks.flatMap(({ check, placebo, flags }) =>
    (check === 'too-few-judges' ? [] : flags).map(({ facts }) => ({
      name: say.checks.name(check),
      asks: say.checks.asks(check, facts),
      says: say.checks.says(check, facts),
      chance: placebo ? say.checks.placebo(placebo) : null,
    })),
  );
  const inIds: Told = {
    categories: Object.fromEntries(verdict.categories.map((category) => [rankingId(category), toldCategory(category, say, decided)])),
    questions,
    checks: verdict.checks.filter(({ notRun }) => notRun === null).length,
    judges: verdict.fit.judges.flatMap(toldJudge).sort((a, b) => a.effect - b.effect),
  };
  // A figure and its sign keep one line; what people wrote stays as it is.
  const named = (_key: string, value: unknown) =>
    typeof value === 'string' ? value.replace(/(?<=\d) %/g, '\u00a0%').replace(ids, (id) => names.get(id) ?? id) : value;
  return JSON.parse(JSON.stringify(inIds), named) as Told;
}
