import type { FieldProblem } from '../problems/problem.ts';

/**
 * The instants of one edition, in epoch milliseconds. Every interval is [open, close): the first instant belongs to it, the last
 * does not. `judgingOpenAt` null: judging opens the moment entries close. `announcedAt` null: not yet fixed.
 */
export type EditionTimes = {
  readonly entriesOpenAt: number;
  readonly entriesCloseAt: number;
  readonly judgingOpenAt: number | null;
  readonly judgingCloseAt: number;
  readonly announcedAt: number | null;
};

/** Where an edition stands; the words of an award's life, in order. `screening` lies between entries and judging. */
export type Phase = 'upcoming' | 'entries-open' | 'screening' | 'judging-open' | 'deciding' | 'announced';

const judgingOpens = (times: EditionTimes): number => times.judgingOpenAt ?? times.entriesCloseAt;

export function entriesOpen(times: EditionTimes, now: number): boolean {
  return times.entriesOpenAt <= now && now < times.entriesCloseAt;
}

export function judgingOpen(times: EditionTimes, now: number): boolean {
  return judgingOpens(times) <= now && now < times.judgingCloseAt;
}

export function announced(times: EditionTimes, now: number): boolean {
  return times.announcedAt !== null && times.announcedAt <= now;
}

/** The one phase an edition of possible times is in at an instant (epoch milliseconds). */
export function phaseAt(times: EditionTimes, now: number): Phase {
  if (announced(times, now)) return 'announced';
  if (now >= times.judgingCloseAt) return 'deciding';
  if (now >= judgingOpens(times)) return 'judging-open';
  if (now >= times.entriesCloseAt) return 'screening';
  return now >= times.entriesOpenAt ? 'entries-open' : 'upcoming';
}

/** The latest instant ECMAScript dates know: 10⁸ days from the epoch. */
const lastInstant = 8.64e15;
const isInstant = (at: number): boolean => Number.isInteger(at) && Math.abs(at) <= lastInstant;
const iso = (at: number): string => new Date(at).toISOString();

/**
 * What makes a timeline impossible, each at the field to move; none for a possible one. Instants are whole milliseconds; entries
 * close after they open; judging opens no earlier than entries close and closes after it opened; the announcement does not precede
 * the close of judging.
 */
export function timelineProblems(times: EditionTimes): readonly FieldProblem[] {
  const broken = (Object.entries(times) as [keyof EditionTimes, number | null][]).filter(([, at]) => at !== null && !isInstant(at));
  if (broken.length > 0) return broken.map(([path]) => ({ path, code: 'season.not-an-instant', facts: {} }));
  const found: FieldProblem[] = [];
  const { entriesOpenAt, entriesCloseAt, judgingCloseAt, announcedAt } = times;
  const judgingOpenAt = judgingOpens(times);
  if (entriesCloseAt <= entriesOpenAt) {
    const facts = { opensAt: iso(entriesOpenAt), closesAt: iso(entriesCloseAt) };
    found.push({ path: 'entriesCloseAt', code: 'season.entries-close-before-open', facts });
  }
  if (judgingOpenAt < entriesCloseAt) {
    const facts = { opensAt: iso(judgingOpenAt), entriesCloseAt: iso(entriesCloseAt) };
    found.push({ path: 'judgingOpenAt', code: 'season.judging-opens-before-entries-close', facts });
  }
  if (judgingCloseAt <= judgingOpenAt) {
    const facts = { opensAt: iso(judgingOpenAt), closesAt: iso(judgingCloseAt) };
    found.push({ path: 'judgingCloseAt', code: 'season.judging-closes-before-open', facts });
  }
  if (announcedAt !== null && announcedAt < judgingCloseAt) {
    const facts = { announcedAt: iso(announcedAt), judgingCloseAt: iso(judgingCloseAt) };
    found.push({ path: 'announcedAt', code: 'season.announced-before-judging-closes', facts });
  }
  return found;
}
