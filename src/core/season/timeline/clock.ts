import type { Refusal } from '../../problems/refusal.ts';
import { instantIn } from './local-instant.ts';
import type { Timeline } from './shape.ts';

export type PhaseName =
  | 'nominations'
  | 'entries'
  | 'screening'
  | 'hand-in'
  | 'round'
  | 'deliberation'
  | 'announcement'
  | 'ceremony'
  | 'feedback';

/** One phase as instants (epoch milliseconds), [opensAt, closesAt); `closesAt` null: it is one moment. `path`: where the timeline says it. */
export type PhaseTime = {
  readonly phase: PhaseName;
  /** Which round; null for what there is one of. */
  readonly key: string | null;
  readonly path: string;
  readonly opensAt: number;
  readonly closesAt: number | null;
};

/** What is sent in by a clock of its own. */
export type Clock = 'nominations' | 'entries';

export type LateCodeTimes = {
  readonly key: string;
  readonly of: Clock;
  readonly until: number;
  readonly expiresAt: number | null;
  readonly uses: number | null;
};

export type TierTimes = { readonly key: string; readonly until: number | null; readonly amount: number; readonly currency: string };

/** A timeline as instants. */
export type TimelineTimes = {
  readonly phases: readonly PhaseTime[];
  /** Milliseconds of grace of the clocks there are. */
  readonly grace: Readonly<Partial<Record<Clock, number>>>;
  readonly lateCodes: readonly LateCodeTimes[];
  readonly tiers: readonly TierTimes[];
};

const minute = 60_000;

type Interval = { readonly opens: string; readonly closes: string };

function phasesOf(timeline: Timeline, zone: string): PhaseTime[] {
  const { nominations, entries, screening, rounds, deliberation, announcement, ceremony, feedback } = timeline;
  const interval = (phase: PhaseName, given: Interval | undefined, path: string = phase, key: string | null = null): PhaseTime[] =>
    given ? [{ phase, key, path, opensAt: instantIn(given.opens, zone), closesAt: instantIn(given.closes, zone) }] : [];
  const moment = (phase: PhaseName, at: string | undefined, path: string = phase): PhaseTime[] =>
    at === undefined ? [] : [{ phase, key: null, path, opensAt: instantIn(at, zone), closesAt: null }];
  return [
    ...interval('nominations', nominations),
    ...interval('entries', entries),
    ...interval('screening', screening),
    ...rounds.flatMap((round, i) => [
      ...interval('hand-in', round.handIn, `rounds.${i}.handIn`, round.key),
      ...interval('round', round, `rounds.${i}`, round.key),
    ]),
    ...interval('deliberation', deliberation),
    ...moment('announcement', announcement),
    ...moment('ceremony', ceremony?.at, 'ceremony.at'),
    ...moment('feedback', feedback),
  ];
}

/** The instants of every phase there is, in the order of an award's life. @throws RangeError for an unknown zone */
export function timesAt(timeline: Timeline, zone: string): TimelineTimes {
  const { nominations, entries, lateCodes, fees } = timeline;
  const at = (text: string | undefined): number | null => (text === undefined ? null : instantIn(text, zone));
  return {
    phases: phasesOf(timeline, zone),
    grace: { ...(nominations && { nominations: nominations.grace * minute }), ...(entries && { entries: entries.grace * minute }) },
    lateCodes: lateCodes.map(({ key, of, until, expires, uses }) => {
      return { key, of, until: instantIn(until, zone), expiresAt: at(expires), uses: uses ?? null };
    }),
    tiers: (fees?.tiers ?? []).map(({ key, until, amount }) => ({ key, until: at(until), amount, currency: fees?.currency ?? '' })),
  };
}

/** The phases that are open at an instant. */
export function openAt({ phases }: TimelineTimes, now: number): readonly PhaseTime[] {
  return phases.filter(({ opensAt, closesAt }) => closesAt !== null && opensAt <= now && now < closesAt);
}

/** One moment of a timeline: something opens, closes or happens. */
export type Milestone = Omit<PhaseTime, 'opensAt' | 'closesAt'> & { readonly edge: 'opens' | 'closes' | 'happens'; readonly at: number };

/** Every moment of a timeline, earliest first. Grace and late codes are nobody's to see and are not among them. */
export function milestones({ phases }: TimelineTimes): readonly Milestone[] {
  const all = phases.flatMap(({ opensAt, closesAt, ...phase }): Milestone[] =>
    closesAt === null
      ? [{ ...phase, edge: 'happens', at: opensAt }]
      : [
          { ...phase, edge: 'opens', at: opensAt },
          { ...phase, edge: 'closes', at: closesAt },
        ],
  );
  return all.sort((a, b) => a.at - b.at);
}

/** `closesAt` is told everybody; what arrives before `until` counts, and nothing later does. */
export type Deadline = { readonly opensAt: number; readonly closesAt: number; readonly graceUntil: number; readonly until: number };

/**
 * Until when nominations or entries are taken from somebody who redeemed a late code, or none; undefined where the timeline has no such
 * clock. Grace follows whichever close holds. A code of the other clock changes nothing, and none brings a close forward.
 */
export function deadlineFor(times: TimelineTimes, clock: Clock, lateCode: string | null = null): Deadline | undefined {
  const own = times.phases.find(({ phase }) => phase === clock);
  if (!own || own.closesAt === null) return undefined;
  const { opensAt, closesAt } = own;
  const grace = times.grace[clock] ?? 0;
  const code = times.lateCodes.find(({ key, of }) => key === lateCode && of === clock);
  return { opensAt, closesAt, graceUntil: closesAt + grace, until: Math.max(closesAt, code?.until ?? closesAt) + grace };
}

/** How something stands that arrives at an instant. `in-grace` and `late` count as `in-time` does. */
export type Arrival = 'not-open-yet' | 'in-time' | 'in-grace' | 'late' | 'over';

export function arrivalAt({ opensAt, closesAt, graceUntil, until }: Deadline, at: number): Arrival {
  if (at < opensAt) return 'not-open-yet';
  if (at < closesAt) return 'in-time';
  if (at < graceUntil) return 'in-grace';
  return at < until ? 'late' : 'over';
}

/** Why a late code may not be redeemed at an instant, after `used` redemptions of its kind; undefined where it may. */
export function lateCodeRefusal({ lateCodes }: TimelineTimes, key: string, now: number, used: number): Refusal | undefined {
  const code = lateCodes.find((each) => each.key === key);
  if (!code) return { code: 'season.late-code-unknown', facts: {} };
  if (now >= Math.min(code.until, code.expiresAt ?? code.until)) return { code: 'season.late-code-expired', facts: {} };
  return code.uses !== null && used >= code.uses ? { code: 'season.late-code-used-up', facts: { uses: code.uses } } : undefined;
}

/** What sending in costs at an instant; undefined without fees, and where no tier is left. */
export function tierAt({ tiers }: TimelineTimes, at: number): TierTimes | undefined {
  return tiers.find(({ until }) => until === null || at < until);
}
