/** A timeline laid along an axis of time, as its page draws it: also one that cannot be, so that people see why. */
import { inLanguage } from '#core/languages/local-text.ts';
import { deadlineFor, type PhaseName, timesAt } from '#core/season/timeline/clock.ts';
import { instantIn } from '#core/season/timeline/local-instant.ts';
import { timelineNotes } from '#core/season/timeline/notes.ts';
import { localTimes } from '#core/season/timeline/paths.ts';
import type { Timeline } from '#core/season/timeline/shape.ts';
import { zonedText } from '#core/season/wall-time.ts';
import type { Where } from './timeline-values.ts';

type Of =
  | { readonly of: 'phase'; readonly phase: PhaseName; readonly round: string | null }
  | { readonly of: 'grace'; readonly clock: 'nominations' | 'entries' }
  | { readonly of: 'late' | 'tier'; readonly name: string };

export type AxisRow = Of & {
  readonly from: number;
  readonly to: number;
  readonly state: 'done' | 'now' | undefined;
  readonly opens: string;
  /** Null: one moment. */
  readonly closes: string | null;
};

const day = 86_400_000;

function ticksOver(from: number, to: number, zone: string): { readonly ticks: readonly number[]; readonly years: boolean } {
  const [, year, month] = (/^(\d{4})-(\d\d)/.exec(zonedText(from, zone)) ?? []).map(Number);
  // Beyond the years a local time can say nothing is marked.
  if (year === undefined || month === undefined || !/^\d{4}-/.test(zonedText(to, zone))) return { ticks: [], years: false };
  if (to - from < 62 * day) {
    const count = Math.min(5, Math.max(1, Math.floor((to - from) / day)));
    const all = Array.from({ length: count + 1 }, (_, i) => from + ((to - from) * i) / count);
    return {
      ticks: all.map((at) => instantIn(`${zonedText(at, zone).slice(0, 10)}T00:00`, zone)).filter((at) => at >= from),
      years: false,
    };
  }
  const months = Math.ceil((to - from) / (30 * day));
  const step = [1, 2, 3, 6].find((n) => months / n <= 6) ?? 12 * Math.ceil(months / 72);
  const first = step >= 12 ? 1 : month;
  const ticks: number[] = [];
  for (let i = 0; i <= 8; i += 1) {
    const n = first - 1 + i * step;
    const [inYear, inMonth] = [year + Math.floor(n / 12), (n % 12) + 1];
    if (inYear > 9999) break;
    const at = instantIn(`${String(inYear).padStart(4, '0')}-${String(inMonth).padStart(2, '0')}-01T00:00`, zone);
    if (at >= from && at <= to) ticks.push(at);
  }
  return { ticks, years: step >= 12 };
}

function rowsOf(timeline: Timeline, { zone, language }: Where): (Of & { from: number; to: number | null })[] {
  const times = timesAt(timeline, zone);
  const named = (key: string | null): string | null => {
    if (key === null) return null;
    const name = timeline.rounds.find((round) => round.key === key)?.name;
    return name === undefined ? (timeline.rounds.length > 1 ? key : null) : inLanguage(name, language, language);
  };
  const tiers = times.tiers.map(({ key, until }, i) => {
    const opens = times.phases.find(({ phase }) => phase === 'entries' || phase === 'nominations')?.opensAt ?? 0;
    const name = timeline.fees?.tiers[i]?.name;
    const end = deadlineFor(times, 'entries') ?? deadlineFor(times, 'nominations');
    const from = times.tiers[i - 1]?.until ?? opens;
    return {
      of: 'tier' as const,
      name: name === undefined ? key : inLanguage(name, language, language),
      from,
      to: until ?? end?.until ?? from,
    };
  });
  return times.phases.flatMap(({ phase, key, opensAt, closesAt }) => {
    const own = { of: 'phase' as const, phase, round: named(key), from: opensAt, to: closesAt };
    if (phase !== 'nominations' && phase !== 'entries') return [own];
    const deadline = deadlineFor(times, phase);
    if (!deadline) return [own];
    const { closesAt: close, graceUntil } = deadline;
    const codes = times.lateCodes.filter(({ of }) => of === phase);
    return [
      own,
      ...(graceUntil > close ? [{ of: 'grace' as const, clock: phase, from: close, to: graceUntil }] : []),
      ...codes.map((code) => ({ of: 'late' as const, name: code.key, from: close, to: code.until })),
      ...(phase === 'entries' || !timeline.entries ? tiers : []),
    ];
  });
}

export function timelineDrawn(timeline: Timeline, where: Where, now: number) {
  const { zone } = where;
  const rows = rowsOf(timeline, where).map((row): AxisRow => {
    const [from, to] = [row.from, Math.max(row.from, row.to ?? row.from)];
    const state = (row.to === null ? from : to) <= now ? 'done' : from <= now ? 'now' : undefined;
    return { ...row, from, to, state, opens: zonedText(from, zone), closes: row.to === null ? null : zonedText(row.to, zone) };
  });
  const [first, last] = [Math.min(...rows.map(({ from }) => from)), Math.max(...rows.map(({ to }) => to))];
  const pad = Math.max(day, (last - first) * 0.02);
  const domain = rows.length === 0 ? ([now - day, now + day] as const) : ([first - pad, last + pad] as const);
  const { ticks, years } = ticksOver(domain[0], domain[1], zone);
  return {
    axis: { rows, domain, years, ticks: ticks.map((value) => ({ value, at: zonedText(value, zone) })), now },
    /** Every time with the instant it means. */
    told: Object.fromEntries(localTimes(timeline).map(({ path, text }) => [path, zonedText(instantIn(text, zone), zone)])),
    notes: timelineNotes(timeline, zone),
  };
}

export type Drawn = ReturnType<typeof timelineDrawn>;
