/** The dates of an edition with a written timeline, as pages tell them. */
import { milestones, type PhaseName, timesAt } from '#core/season/timeline/clock.ts';
import { zonedText } from '#core/season/wall-time.ts';
import type { Reading } from './reading.ts';

export type ToldPhase = {
  /** Where the timeline says it. */
  readonly path: string;
  readonly phase: PhaseName;
  /** What the round is called, where there are several. */
  readonly round: string | null;
  readonly opens: string;
  /** Null: it is one moment. */
  readonly closes: string | null;
  readonly state: 'done' | 'now' | 'coming';
  readonly place: string | undefined;
};

/** What a round is called; null where there is only one. */
export function roundName({ timeline, say }: Pick<Reading, 'timeline' | 'say'>, key: string | null): string | null {
  if (key === null || !timeline || timeline.rounds.length < 2) return null;
  const name = timeline.rounds.find((round) => round.key === key)?.name;
  return name === undefined ? key : say(name);
}

/** Empty where no timeline was written. What was planned for the announcement gives way to what it became. */
export function toldPhases(reading: Reading, now: number): readonly ToldPhase[] {
  const { timeline, page } = reading;
  if (!timeline) return [];
  const { zone, announcedAt } = page.edition;
  const text = (at: number): string => zonedText(at, zone);
  return timesAt(timeline, zone).phases.flatMap(({ phase, key, path, opensAt, closesAt }): ToldPhase[] => {
    const at = phase === 'announcement' && announcedAt ? announcedAt.getTime() : opensAt;
    // Planned, past, and nothing announced: there is no such date.
    if (phase === 'announcement' && !announcedAt && at <= now) return [];
    const over = closesAt === null ? at <= now : closesAt <= now;
    return [
      {
        path,
        phase,
        round: roundName(reading, key),
        opens: text(at),
        closes: closesAt === null ? null : text(closesAt),
        state: over ? 'done' : closesAt !== null && at <= now ? 'now' : 'coming',
        place: phase === 'ceremony' && timeline.ceremony?.place !== undefined ? reading.say(timeline.ceremony.place) : undefined,
      },
    ];
  });
}

/** Every moment that may be told, earliest first. */
export function toldMoments(reading: Reading, now: number) {
  const shown = new Set(toldPhases(reading, now).map(({ path }) => path));
  const { timeline, page } = reading;
  if (!timeline) return [];
  return milestones(timesAt(timeline, page.edition.zone)).filter(({ path }) => shown.has(path));
}
