import type { Timeline } from './shape.ts';

/** One local time of a timeline, and where it stands. */
export type Told = { readonly path: string; readonly text: string };

type Change = (text: string, path: string) => string;

/** The timeline with every local time changed; all else as it was. */
export function withTimes(timeline: Timeline, change: Change): Timeline {
  const { nominations, entries, screening, rounds, deliberation, announcement, ceremony, feedback, lateCodes, fees } = timeline;
  const both = <T extends { readonly opens: string; readonly closes: string }>(path: string, given: T): T => {
    return { ...given, opens: change(given.opens, `${path}.opens`), closes: change(given.closes, `${path}.closes`) };
  };
  return {
    ...timeline,
    ...(nominations && { nominations: both('nominations', nominations) }),
    ...(entries && { entries: both('entries', entries) }),
    ...(screening && { screening: both('screening', screening) }),
    rounds: rounds.map((round, i) => {
      const { handIn } = round;
      return { ...both(`rounds.${i}`, round), ...(handIn && { handIn: both(`rounds.${i}.handIn`, handIn) }) };
    }),
    ...(deliberation && { deliberation: both('deliberation', deliberation) }),
    ...(announcement !== undefined && { announcement: change(announcement, 'announcement') }),
    ...(ceremony && { ceremony: { ...ceremony, at: change(ceremony.at, 'ceremony.at') } }),
    ...(feedback !== undefined && { feedback: change(feedback, 'feedback') }),
    lateCodes: lateCodes.map((code, i) => ({
      ...code,
      until: change(code.until, `lateCodes.${i}.until`),
      ...(code.expires !== undefined && { expires: change(code.expires, `lateCodes.${i}.expires`) }),
    })),
    ...(fees && {
      fees: {
        ...fees,
        tiers: fees.tiers.map((tier, i) => ({
          ...tier,
          ...(tier.until !== undefined && { until: change(tier.until, `fees.tiers.${i}.until`) }),
        })),
      },
    }),
  };
}

/** Every local time there is. */
export function localTimes(timeline: Timeline): readonly Told[] {
  const found: Told[] = [];
  withTimes(timeline, (text, path) => {
    found.push({ path, text });
    return text;
  });
  return found;
}
