import { describe, expect, it } from 'vitest';
import type { Problem } from '#core/problems/problem.ts';
import { timelineNotes } from '#core/season/timeline/notes.ts';
import { timelineProblems } from '#core/season/timeline/problems.ts';
import { timelineShape } from '#core/season/timeline/shape.ts';
import { shifted } from '#core/season/timeline/shift.ts';
import { problems } from '../problems/index.ts';
import { timeline } from './timeline.ts';

const said = (written: object): string[] =>
  timelineProblems(timelineShape.parse(written), 'Europe/Dublin').map(({ code, facts }: Pick<Problem, 'code' | 'facts'>) =>
    problems[code].detail(facts),
  );

describe('what is wrong with a timeline', () => {
  it('is said with both dates in the programme’s own time, and with what to do', () => {
    const written = {
      entries: { opens: '2026-06-01T09:00', closes: '2026-06-30T17:00', grace: 15 },
      rounds: [
        { key: 'written', opens: '2026-06-30T17:00', closes: '2026-07-10T17:00' },
        { key: 'live', opens: '2026-07-10T16:00', closes: '2026-07-10T16:00' },
      ],
      fees: {
        currency: 'EUR',
        tiers: [
          { key: 'early', amount: 1 },
          { key: 'late', amount: 2 },
        ],
      },
    };
    expect(said(written)).toEqual([
      'The phase “Round live” opens on Friday 10 July 2026, 16:00 Dublin and would close on Friday 10 July 2026, 16:00 Dublin. Choose a later close.',
      'The phase “Round written” would open on Tuesday 30 June 2026, 17:00 Dublin, but entries are taken until Tuesday 30 June 2026, 17:15 Dublin, in the grace after the close. Open it then or later.',
      'The phase “Round live” would begin on Friday 10 July 2026, 16:00 Dublin, but “Round written” goes on until Friday 10 July 2026, 17:00 Dublin. Begin then or later, or say that this round runs in parallel.',
      'The price “late” follows one without an end, so it never applies. Say until when the one before it holds.',
    ]);
  });
});

describe('what is worth telling of a timeline', () => {
  it('is which instant a skipped or repeated time means, and what moving it could not keep', () => {
    const given = timelineShape.parse({ announcement: '2026-10-25T01:30', feedback: '2027-03-28T01:30' });
    expect(timelineNotes(given, 'Europe/Dublin').map(timeline.note)).toEqual([
      'The clock is put back and shows 01:30 twice. The first is meant, +01:00 from UTC; write 01:30+00:00 for the second.',
      'The clock is put forward over 01:30, so Sunday 28 March 2027, 02:30 Dublin is meant.',
    ]);
    const leap = timelineShape.parse({ announcement: '2028-02-29T10:00', feedback: '2028-10-29T01:30+00:00' });
    expect(shifted(leap, { years: 1 }).notes.map(timeline.note)).toEqual([
      'There is no 29 February in that year; 28 February 2029 stands instead.',
      '2028-10-29T01:30+00:00 said which of two equal times was meant; moved, it is 2029-10-29T01:30.',
    ]);
  });

  it('is what each moment is called, with its round where there are several', () => {
    expect([
      timeline.moment({ phase: 'entries', edge: 'closes' }),
      timeline.moment({ phase: 'round', edge: 'opens' }, 'Presentations'),
      timeline.moment({ phase: 'ceremony', edge: 'happens' }),
    ]).toEqual(['Entries close', 'Judging opens: Presentations', 'Ceremony']);
  });
});
