import type { ReactNode } from 'react';
import type { VerdictCategory, VerdictEntry, VerdictFit, VerdictJudge } from '#core/verdict/verdict.ts';
import { h } from '#ui/base/element.ts';
import { Dots } from '#ui/plots/dots.ts';
import { Slopes } from '#ui/plots/slopes.ts';
import type { Words } from '#words/index.ts';
import { part, plainTable } from './frame.ts';
import { half } from './standings.ts';

type Say = Words['report'];

/** Lines that can still be told apart. */
const mostSlopes = 30;
const mostJudges = 40;

/** Places as rows: entries that share one still have a row each. */
function rowsBy(entries: readonly VerdictEntry[], place: (entry: VerdictEntry) => number): ReadonlyMap<VerdictEntry, number> {
  const sorted = [...entries].sort((a, b) => place(a) - place(b) || (a.entry < b.entry ? -1 : 1));
  return new Map(sorted.map((entry, i) => [entry, i + 1]));
}

/** Who changed place between the raw and the corrected score. */
export function whoMoved(category: VerdictCategory, id: string, say: Say): ReactNode {
  if (category.method === 'raw' || category.components > 1) return null;
  const ranked = category.entries.filter(({ rawRank, correctedRank }) => rawRank !== null && correctedRank !== null);
  const raw = (entry: VerdictEntry): number => entry.rawRank ?? 0;
  const corrected = (entry: VerdictEntry): number => entry.correctedRank ?? 0;
  const shown = ranked.filter((entry) => raw(entry) <= mostSlopes && corrected(entry) <= mostSlopes);
  if (shown.length < 2) return null;
  const [before, after] = [rowsBy(shown, raw), rowsBy(shown, corrected)];
  const rows = shown.map((entry) => ({
    name: entry.entry,
    before: before.get(entry) ?? 0,
    after: after.get(entry) ?? 0,
    beforeText: String(raw(entry)),
    afterText: String(corrected(entry)),
    still: raw(entry) === corrected(entry),
  }));
  const moves = shown
    .filter((entry) => raw(entry) !== corrected(entry))
    .map((entry) => say.moved.move(entry.entry, String(raw(entry)), String(corrected(entry))));
  const text = shown.length < ranked.length ? `${say.moved.text} ${say.moved.many(mostSlopes)}` : say.moved.text;
  return part(
    `${id}-moved`,
    say.moved.title,
    h('p', { className: 't-sm soft' }, text),
    h(Slopes, { rows, heads: say.moved.heads, label: say.moved.label(moves) }),
  );
}

type Placed = VerdictJudge & { readonly effect: number; readonly standardError: number };

/** Round steps, at most five to a side. */
function ticksFor(most: number): readonly number[] {
  const step = [0.5, 1, 2, 5, 10, 20, 50].find((size) => most / size <= 3) ?? 100;
  const count = Math.max(1, Math.ceil(most / step));
  return Array.from({ length: 2 * count + 1 }, (_, i) => (i - count) * step);
}

function judgesSection({ judges }: Say, ...inside: ReactNode[]): ReactNode {
  return h(
    'section',
    { className: 'section', 'aria-labelledby': 'judges' },
    h('div', { className: 'section__head' }, h('h2', { className: 'h2', id: 'judges' }, judges.title)),
    h('div', { className: 'judges' }, ...inside),
  );
}

/** How severe each judge is, harshest first; of very many only both ends. */
export function judgesPlot(fit: VerdictFit, say: Say): ReactNode {
  const known = fit.judges.flatMap((judge): Placed[] =>
    judge.effect === null || judge.standardError === null ? [] : [{ ...judge, effect: judge.effect, standardError: judge.standardError }],
  );
  known.sort((a, b) => a.effect - b.effect || (a.judge < b.judge ? -1 : 1));
  if (known.length === 0) return judgesSection(say, h('p', { className: 't-sm soft' }, say.judges.none));
  const shown = known.length > mostJudges ? [...known.slice(0, mostJudges / 2), ...known.slice(-mostJudges / 2)] : known;
  const bounds = ({ effect, standardError }: Placed) => [effect - half * standardError, effect + half * standardError] as const;
  const reach = Math.max(...shown.flatMap((judge) => bounds(judge).map(Math.abs)), 0.1);
  const ticks = ticksFor(reach);
  const apart = ({ effect, standardError }: Placed) => Math.abs(effect) > 2 * half * standardError && Math.abs(effect) > 0.5;
  const rows = shown.map((judge) => {
    const [low, high] = bounds(judge);
    return { name: judge.judge, point: judge.effect, low, high, warn: apart(judge) };
  });
  const domain = [ticks[0] ?? -1, ticks.at(-1) ?? 1] as const;
  const columns = say.judges.columns;
  return judgesSection(
    say,
    h('p', { className: 't-sm soft gap-b' }, say.judges.text),
    h(Dots, {
      rows,
      domain,
      ticks: ticks.map((value) => ({ value, text: value === 0 ? '0' : say.judges.tick(value).replace(/0$/, '').replace(/\.0$/, '') })),
      zero: 0,
      sides: say.judges.sides,
      label: say.judges.label(shown.map(({ judge, effect }) => say.judges.judge(judge, effect))),
    }),
    known.length > shown.length && h('p', { className: 't-sm soft' }, say.judges.more(known.length - shown.length)),
    h(
      'details',
      { className: 'gap-t' },
      h('summary', null, say.judges.listed),
      plainTable(say.judges.title, shown, [
        { head: columns.judge, cell: ({ judge }) => h('bdi', null, judge) },
        { head: columns.ballots, cell: ({ ballots }) => ballots, right: true },
        { head: columns.effect, cell: ({ effect }) => say.judges.effect(effect), right: true },
        { head: columns.range, cell: (judge) => say.judges.range(...bounds(judge)), right: true },
      ]),
    ),
  );
}
