import type { ReactNode } from 'react';
import { twoDecimals } from '#core/verdict/rounding.ts';
import type { TallyRules } from '#core/verdict/rules.ts';
import type { VerdictCategory, VerdictEntry } from '#core/verdict/verdict.ts';
import { classes } from '#ui/base/classes.ts';
import { h } from '#ui/base/element.ts';
import { Level } from '#ui/marks/level.ts';
import { haveRoom, Interval, IntervalAxis } from '#ui/plots/interval.ts';
import { Legend } from '#ui/plots/legend.ts';
import type { Span } from '#ui/plots/scale.ts';
import type { Words } from '#words/index.ts';
import { plainTable } from './frame.ts';

/** Half the width of a 90 % interval, in standard errors. */
export const half = 1.645;

/** Entries drawn, and entries listed at all; the result file holds every one. */
const mostDrawn = 60;
const mostListed = 500;

const metals = { gold: 'gold', silver: 'silver', bronze: 'bronze' } as const;

type Range = { readonly point: number; readonly low: number; readonly high: number; readonly ghost: number | undefined };

/** What is drawn of an entry: its corrected score with its doubt, or the bare mean where nothing more may be claimed. */
function rangeOf({ method, unit }: VerdictCategory, { corrected, mean, raw, standardError }: VerdictEntry): Range | null {
  const uncorrected = unit === 'scale' && raw ? Number(raw.decimal) : mean;
  const point = corrected ?? uncorrected;
  if (point === null) return null;
  const doubt = half * (standardError ?? 0);
  return { point, low: point - doubt, high: point + doubt, ghost: method === 'raw' ? undefined : (uncorrected ?? undefined) };
}

type Cut = { readonly value: number; readonly name: string; readonly text: string };

/** Floors of levels, the highest included, where scores are on the scale the axis shows. */
function cutsOf({ unit }: VerdictCategory, { levels }: TallyRules): readonly Cut[] {
  if (unit !== 'scale') return [];
  return levels.flatMap(({ level, atLeast }) =>
    atLeast === undefined ? [] : [{ value: Number(atLeast), name: level, text: Number(atLeast).toFixed(2) }],
  );
}

/** One axis for all rows: halves of a point around everything drawn, and around floors that lie near it. */
function axisOf(ranges: readonly (Range | null)[], cuts: readonly Cut[]): { readonly domain: Span; readonly cuts: readonly Cut[] } {
  const drawn = ranges.flatMap((range) => (range ? [range.low, range.high, range.ghost ?? range.point] : []));
  if (drawn.length === 0) return { domain: [0, 1], cuts: [] };
  const [least, most] = [Math.min(...drawn), Math.max(...drawn)];
  const reach = Math.max(0.5, (most - least) / 3);
  const near = cuts.filter(({ value }) => value > least - reach && value < most + reach);
  const all = [...drawn, ...near.map(({ value }) => value)];
  const step = most - least > 20 ? 5 : 0.5;
  const low = Math.floor(Math.min(...all) / step) * step;
  const high = Math.ceil(Math.max(...all) / step) * step;
  // A floor at the very edge would have no room beside its line.
  const at = (edge: number) => near.some(({ value }) => value === edge);
  return { domain: [low - (low === high || at(low) ? step : 0), high + (low === high || at(high) ? step : 0)], cuts: near };
}

function movedCell({ method }: VerdictCategory, { rawRank, correctedRank }: VerdictEntry, say: Words['report']): ReactNode {
  const { same, up, down, none } = say.standings;
  if (rawRank === null || correctedRank === null || method === 'raw') return none;
  if (rawRank === correctedRank) return h('span', { className: 'moved' }, same);
  const rose = correctedRank < rawRank;
  return h(
    'span',
    { className: `moved moved--${rose ? 'up' : 'down'}` },
    rose ? up(rawRank - correctedRank) : down(correctedRank - rawRank),
  );
}

function levelCell({ level, rank }: VerdictEntry, say: Words['report']): ReactNode {
  if (level === null) return rank === null ? say.standings.none : h(Level, { children: say.standings.noLevel });
  return h(Level, { metal: metals[level.toLowerCase() as keyof typeof metals], children: level });
}

function scoreOf({ official }: VerdictCategory, { raw, corrected }: VerdictEntry, say: Words['report']): string {
  if (official === 'corrected') return corrected === null ? say.standings.none : say.score(corrected);
  return raw === null ? say.standings.none : twoDecimals(raw);
}

type Said = Pick<Words, 'report' | 'tally' | 'derivation'>;

/** A category with its axis, and the columns that have something to say in it. */
type Drawn = {
  readonly category: VerdictCategory;
  readonly domain: Span;
  readonly cuts: readonly Cut[];
  readonly moves: boolean;
  /** The part each entry is ranked in, where no judge joins them. */
  readonly parts: ReadonlyMap<string, number> | null;
  readonly chances: boolean;
  readonly levels: boolean;
};

/** What stands uncorrected on the axis: the exact score, or the mean where it is on another scale. */
function rawOf({ unit }: VerdictCategory, { raw, mean }: VerdictEntry, say: Words['report'], otherwise: number): string {
  return unit === 'scale' && raw ? twoDecimals(raw) : say.score(mean ?? otherwise);
}

function plotCell({ category, domain, cuts }: Drawn, entry: VerdictEntry, say: Words['report'], reason: string): ReactNode {
  const range = rangeOf(category, entry);
  if (!range || entry.status !== 'ranked') return h('span', { className: 't-sm faint' }, reason);
  const label = say.standings.plot(
    entry.entry,
    say.score(range.point),
    range.low === range.high ? null : [say.score(range.low), say.score(range.high)],
    category.method === 'raw' ? null : rawOf(category, entry, say, range.point),
  );
  return h(Interval, { of: range, domain, cuts: cuts.map(({ value }) => value), label });
}

function row(drawn: Drawn, entry: VerdictEntry, { report: say, tally, derivation }: Said, i: number): ReactNode {
  const { rank, tied, rankInterval, pFirst, status, noPlace, group } = entry;
  const { none, firm } = say.standings;
  const won = drawn.category.winners.includes(entry.entry) && rank === 1;
  const part = drawn.parts?.get(entry.entry);
  const sure = rankInterval && (rankInterval.low === rankInterval.high ? firm : tally.range(rankInterval));
  const cell = (className: string, content: ReactNode, label?: string) =>
    h('td', { className, role: 'cell', 'data-label': label }, content);
  return h(
    'tr',
    { role: 'row', className: won ? 'is-winner' : undefined, key: i },
    h(
      'td',
      { className: 'rank', role: 'cell' },
      rank ?? none,
      h(
        'small',
        null,
        [tied ? say.standings.tied : null, sure, part === undefined ? null : say.standings.of(part)].filter(Boolean).join(', '),
      ),
    ),
    h(
      'th',
      { scope: 'row', role: 'rowheader' },
      h('span', { className: 'entry-name' }, h('bdi', null, entry.entry), group && h('small', null, h('bdi', null, group))),
    ),
    cell('r num strong', status === 'ranked' ? scoreOf(drawn.category, entry, say) : none),
    cell('plot-cell', plotCell(drawn, entry, say, noPlace === null ? none : derivation.noPlace(noPlace))),
    drawn.moves && cell('aux', movedCell(drawn.category, entry, say), say.standings.upFrom),
    drawn.chances && cell('r num aux nowrap', pFirst === null ? none : tally.chance(pFirst), say.standings.firstShort),
    drawn.levels && cell('aux aux--wide', levelCell(entry, say), ''),
  );
}

function head({ domain, cuts, moves, chances, levels }: Drawn, say: Words['report']): ReactNode {
  const { rank, entry, score, interval, against, first, level } = say.standings;
  const column = (text: ReactNode, className?: string) => h('th', { scope: 'col', role: 'columnheader', className }, text);
  const ends = [String(domain[0]), String(domain[1])] as const;
  return h(
    'thead',
    { role: 'rowgroup' },
    h(
      'tr',
      { role: 'row' },
      column(rank),
      column(entry),
      column(score, 'r'),
      h(
        'th',
        { scope: 'col', role: 'columnheader', className: 'plot-cell' },
        h('span', { className: 'vh' }, interval),
        h(IntervalAxis, { domain, marks: cuts, ends }),
      ),
      moves && column(against),
      chances && column(first, 'r'),
      levels && column(level),
    ),
  );
}

/** Of very many the rest is listed without plots; what is beyond that only the result file holds. */
function rest(category: VerdictCategory, { report: say, tally }: Said): ReactNode {
  const listed = category.entries.slice(mostDrawn, mostListed);
  const more = category.entries.length - mostDrawn - listed.length;
  const { entry, rank, score, interval, none } = say.standings;
  return [
    listed.length > 0 &&
      h(
        'details',
        { className: 'gap-t', key: 'rest' },
        h('summary', null, say.standings.rest(listed.length)),
        plainTable(say.standings.restOf(category.category), listed, [
          { head: entry, cell: (each) => h('bdi', null, each.entry) },
          { head: rank, cell: (each) => each.rank ?? none, right: true },
          { head: score, cell: (each) => (each.status === 'ranked' ? scoreOf(category, each, say) : none), right: true },
          { head: interval, cell: ({ rankInterval }) => (rankInterval ? tally.range(rankInterval) : none), right: true },
        ]),
      ),
    more > 0 && h('p', { className: 't-sm soft gap-t', key: 'more' }, say.standings.more(more)),
  ];
}

/** The standings of a category with their doubt on one axis. */
export function standings(category: VerdictCategory, rules: TallyRules, words: Said): ReactNode {
  const say = words.report;
  const shown = category.entries.slice(0, mostDrawn);
  const ranges = shown.map((entry) => (entry.status === 'ranked' ? rangeOf(category, entry) : null));
  const axis = axisOf(ranges, cutsOf(category, rules));
  const drawn: Drawn = {
    category,
    ...axis,
    // A place within a part is no move from one in the whole.
    moves: category.method !== 'raw' && category.finding !== 'parts',
    parts: category.finding === 'parts' ? words.tally.partOf(category) : null,
    chances: category.entries.some(({ pFirst }) => pFirst !== null),
    levels: rules.levels.length > 0,
  };
  return [
    h(
      'table',
      { className: 'table standings', role: 'table', key: 'table' },
      h('caption', { className: 'vh' }, say.standings.caption(category)),
      head(drawn, say),
      h('tbody', { role: 'rowgroup' }, ...shown.map((entry, i) => row(drawn, entry, words, i))),
    ),
    ranges.some((range) => range !== null) &&
      h(
        'p',
        { className: classes('t-sm faint gap-t', haveRoom(axis.cuts, axis.domain) && 'standings__axis'), key: 'axis' },
        say.standings.axis(axis.domain, axis.cuts),
      ),
    rest(category, words),
  ];
}

export function standingsLegend(category: VerdictCategory, say: Words['report']): ReactNode {
  const items = [
    { mark: 'range' as const, text: say.legend.interval(category) },
    ...(category.method === 'raw' ? [] : [{ mark: 'ghost' as const, text: say.legend.ghost(category) }]),
  ];
  return h(Legend, { items });
}
