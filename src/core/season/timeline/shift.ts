import { movedBy } from './local-instant.ts';
import type { FieldNote } from './notes.ts';
import { localTimes, withTimes } from './paths.ts';
import type { Timeline } from './shape.ts';

const dayOf = (text: string): string => text.slice(0, 10);
const hasOffset = (text: string): boolean => /[+-]\d\d:\d\d(?::\d\d)?$/.test(text.slice(16));

/**
 * The same timeline so many years or days later (earlier, for less than 0): every wall time as it was. What could not be kept is noted:
 * 29 February becomes the 28th in a year that has none, and an offset that said which of two equal times was meant is dropped.
 */
export function shifted(
  timeline: Timeline,
  by: { readonly years: number } | { readonly days: number },
): { readonly timeline: Timeline; readonly notes: readonly FieldNote[] } {
  const notes = localTimes(timeline).flatMap(({ path, text }): FieldNote[] => {
    const moved = movedBy(text, by);
    const otherDay = 'years' in by && dayOf(moved).slice(5) !== dayOf(text).slice(5);
    return [
      ...(otherDay ? [{ path, key: 'no-such-day', facts: { written: dayOf(text), means: dayOf(moved) } } as const] : []),
      ...(hasOffset(text) ? [{ path, key: 'offset-dropped', facts: { written: text, means: moved } } as const] : []),
    ];
  });
  return { timeline: withTimes(timeline, (text) => movedBy(text, by)), notes };
}
