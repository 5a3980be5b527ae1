import type { ReactNode } from 'react';
import { twoDecimals } from '#core/verdict/rounding.ts';
import type { TallyRules } from '#core/verdict/rules.ts';
import type { VerdictCategory, VerdictEntry } from '#core/verdict/verdict.ts';
import { h } from '#ui/base/element.ts';
import { Level } from '#ui/marks/level.ts';
import { Interval, IntervalAxis } from '#ui/plots/interval.ts';
import { Legend } from '#ui/plots/legend.ts';
import type { Span } from '#ui/plots/scale.ts';
import type { Words } from '#words/index.ts';

/** Half the width of a 90 % interval, in standard errors. */
export const half = 1.645;

/** Entries drawn; the result file holds all. */
const mostDrawn = 60;

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

/** One axis for all rows: halves of a point around everything drawn. */
function domainOf(ranges: readonly (Range | null)[]): Span {
  const all = ranges.flatMap((range) => (range ? [range.low, range.high, range.ghost ?? range.point] : []));
  if (all.length === 0) return [0, 1];
  const step = Math.max(...all) - Math.min(...all) > 20 ? 5 : 0.5;
  const low = Math.floor(Math.min(...all) / step) * step;
  const high = Math.ceil(Math.max(...all) / step) * step;
  return low === high ? [low - step, high + step] : [low, high];
}

type Cut = { readonly value: number; readonly name: string; readonly text: string };

/** Floors of levels within the axis, where scores are on the scale the axis shows. */
function cutsOf({ unit }: VerdictCategory, { levels }: TallyRules, [low, high]: Span): readonly Cut[] {
  if (unit !== 'scale') return [];
  const cuts = levels.flatMap(({ level, atLeast, highest }) =>
    atLeast === undefined || highest ? [] : [{ value: Number(atLeast), name: level, text: Number(atLeast).toFixed(2) }],
  );
  return cuts.filter(({ value }) => value > low + (high - low) * 0.08 && value < high - (high - low) * 0.08);
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

type Drawn = { readonly category: VerdictCategory; readonly domain: Span; readonly cuts: readonly Cut[]; readonly levels: boolean };

function plotCell({ category, domain, cuts }: Drawn, entry: VerdictEntry, say: Words['report'], reason: string): ReactNode {
  const range = rangeOf(category, entry);
  if (!range || entry.status !== 'ranked') return h('span', { className: 't-sm faint' }, reason);
  const label = say.standings.plot(
    entry.entry,
    say.score(range.point),
    say.score(range.low),
    say.score(range.high),
    category.unit === 'scale' && entry.raw ? twoDecimals(entry.raw) : say.score(entry.mean ?? range.point),
  );
  return h(Interval, { of: range, domain, cuts: cuts.map(({ value }) => value), label });
}

function row(drawn: Drawn, entry: VerdictEntry, { report: say, tally, derivation }: Said, i: number): ReactNode {
  const { rank, tied, rankInterval, pFirst, status, noPlace, group } = entry;
  const { none, firm } = say.standings;
  const won = drawn.category.winners.includes(entry.entry) && rank === 1;
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
      h('small', null, [tied ? say.standings.tied : null, sure].filter(Boolean).join(', ')),
    ),
    h('th', { scope: 'row', role: 'rowheader' }, h('span', { className: 'entry-name' }, entry.entry, group && h('small', null, group))),
    cell('r num strong', status === 'ranked' ? scoreOf(drawn.category, entry, say) : none),
    cell('plot-cell', plotCell(drawn, entry, say, noPlace === null ? none : derivation.noPlace(noPlace))),
    cell('aux', movedCell(drawn.category, entry, say), say.standings.upFrom),
    cell('r num aux nowrap', pFirst === null ? none : tally.chance(pFirst), say.standings.firstShort),
    drawn.levels && cell('aux aux--wide', levelCell(entry, say), ''),
  );
}

function head({ domain, cuts, levels }: Drawn, say: Words['report']): ReactNode {
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
      column(against),
      column(first, 'r'),
      levels && column(level),
    ),
  );
}

/** The standings of a category with their doubt on one axis. */
export function standings(category: VerdictCategory, rules: TallyRules, words: Said): ReactNode {
  const say = words.report;
  const shown = category.entries.slice(0, mostDrawn);
  const domain = domainOf(shown.map((entry) => (entry.status === 'ranked' ? rangeOf(category, entry) : null)));
  const drawn: Drawn = { category, domain, cuts: cutsOf(category, rules, domain), levels: rules.levels.length > 0 };
  const more = category.entries.length - shown.length;
  return [
    h(
      'table',
      { className: 'table standings', role: 'table', key: 'table' },
      h('caption', { className: 'vh' }, say.standings.caption(category.category)),
      head(drawn, say),
      h('tbody', { role: 'rowgroup' }, ...shown.map((entry, i) => row(drawn, entry, words, i))),
    ),
    more > 0 && h('p', { className: 't-sm soft gap-t', key: 'more' }, say.standings.more(more)),
  ];
}

export function standingsLegend({ method }: VerdictCategory, say: Words['report']): ReactNode {
  const items = [
    { mark: 'range' as const, text: say.legend.interval },
    ...(method === 'raw' ? [] : [{ mark: 'ghost' as const, text: say.legend.ghost }]),
  ];
  return h(Legend, { items });
}
