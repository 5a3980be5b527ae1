import type { Facts } from '../../problems/problem.ts';
import { zonedText } from '../wall-time.ts';
import { localInstant } from './local-instant.ts';
import { localTimes } from './paths.ts';
import type { Timeline } from './shape.ts';

/** Something worth telling of a field that is no reason to refuse it. */
export type FieldNote = { readonly path: string; readonly key: NoteKey; readonly facts: Facts };
export type NoteKey = 'skipped' | 'twice' | 'no-such-day' | 'offset-dropped';

/** The local times that summer time skips or has twice: which instant each is taken for, and which other it might have meant. */
export function timelineNotes(timeline: Timeline, zone: string): readonly FieldNote[] {
  return localTimes(timeline).flatMap(({ path, text }): FieldNote[] => {
    const found = localInstant(text, zone);
    if (found.kind !== 'skipped' && found.kind !== 'twice') return [];
    return [{ path, key: found.kind, facts: { written: text, means: zonedText(found.at, zone), other: zonedText(found.other, zone) } }];
  });
}
