import type { Facts } from '#core/problems/problem.ts';
import type { Milestone, PhaseName } from '#core/season/timeline/clock.ts';
import type { FieldNote, NoteKey } from '#core/season/timeline/notes.ts';
import { dates, when } from '../dates.ts';

const phases: Record<PhaseName, string> = {
  nominations: 'Nominations',
  entries: 'Entries',
  screening: 'Screening',
  'hand-in': 'What is handed in',
  round: 'Round',
  deliberation: 'Deliberation',
  announcement: 'Announcement',
  ceremony: 'Ceremony',
  feedback: 'Feedback',
};

const isPhase = (name: unknown): name is PhaseName => typeof name === 'string' && Object.hasOwn(phases, name);

/** A phase with which round it is: `Round written`. */
export const phaseNamed = (phase: Facts[string] | undefined, key: Facts[string] | undefined): string =>
  `${isPhase(phase) ? phases[phase] : String(phase)}${typeof key === 'string' ? ` ${key}` : ''}`;

const moments: Record<PhaseName, readonly [opens: string, closes: string]> = {
  nominations: ['Nominations open', 'Nominations close'],
  entries: ['Entries open', 'Entries close'],
  screening: ['Screening begins', 'Screening ends'],
  'hand-in': ['Handing in opens', 'Handing in closes'],
  round: ['Judging opens', 'Judging closes'],
  deliberation: ['Deliberation begins', 'Deliberation ends'],
  announcement: ['Winners are announced', 'Winners are announced'],
  ceremony: ['Ceremony', 'Ceremony'],
  feedback: ['Feedback is released', 'Feedback is released'],
};

const notes: Record<NoteKey, (facts: Facts) => string> = {
  skipped: ({ written, means }) => `The clock is put forward over ${clockTime(written)}, so ${when(means)} is meant.`,
  twice: ({ written, means, other }) =>
    `The clock is put back and shows ${clockTime(written)} twice. The first is meant, ${offsetOf(means)} from UTC; write ${clockTime(written)}${offsetOf(other)} for the second.`,
  'no-such-day': ({ means }) => `There is no 29 February in that year; ${dates.date(String(means))} stands instead.`,
  'offset-dropped': ({ written, means }) => `${written} said which of two equal times was meant; moved, it is ${means}.`,
};

const clockTime = (text: unknown): string => String(text).slice(11, 16);
const offsetOf = (text: unknown): string => /[+-]\d\d:\d\d(?=\[)/.exec(String(text))?.[0] ?? '';

export const timeline = {
  phases,
  /** A phase in a list of dates for everybody; `round`: what it is called, where there are several. */
  phaseTitle: (phase: PhaseName, round: string | null): string => {
    const title = phase === 'round' ? 'Judging' : phase === 'announcement' ? 'Winners announced' : phases[phase];
    return round === null ? title : `${title}: ${round}`;
  },
  /** A moment of the timeline, as a calendar and a list of dates name it; `round`: what the round is called, where there are several. */
  moment: ({ phase, edge }: Pick<Milestone, 'phase' | 'edge'>, round: string | null = null): string =>
    `${moments[phase][edge === 'closes' ? 1 : 0]}${round === null ? '' : `: ${round}`}`,
  note: ({ key, facts }: Pick<FieldNote, 'key' | 'facts'>): string => notes[key](facts),
};
