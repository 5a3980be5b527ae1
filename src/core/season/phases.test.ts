import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { announced, type EditionTimes, entriesOpen, judgingOpen, type Phase, phaseAt, timelineProblems } from './phases.ts';

const times: EditionTimes = { entriesOpenAt: 100, entriesCloseAt: 200, judgingOpenAt: 250, judgingCloseAt: 300, announcedAt: 400 };

describe('the phases of an edition', () => {
  it.each<[number, Phase]>([
    [99, 'upcoming'],
    [100, 'entries-open'],
    [199, 'entries-open'],
    [200, 'screening'],
    [249, 'screening'],
    [250, 'judging-open'],
    [299, 'judging-open'],
    [300, 'deciding'],
    [399, 'deciding'],
    [400, 'announced'],
  ])('at %i the edition is %s: an interval holds its opening instant and not its closing one', (now, phase) => {
    expect(phaseAt(times, now)).toBe(phase);
    expect(entriesOpen(times, now)).toBe(phase === 'entries-open');
    expect(judgingOpen(times, now)).toBe(phase === 'judging-open');
    expect(announced(times, now)).toBe(phase === 'announced');
  });

  it('go from entries straight to judging when no opening of judging is set', () => {
    const plain = { ...times, judgingOpenAt: null };
    expect([199, 200].map((now) => phaseAt(plain, now))).toEqual(['entries-open', 'judging-open']);
  });

  it('never reach the announcement while it is not fixed', () => {
    expect(phaseAt({ ...times, announcedAt: null }, 8.64e15)).toBe('deciding');
    expect(announced({ ...times, announcedAt: null }, 8.64e15)).toBe(false);
  });

  it('only ever move forward, and agree with the predicates, in every possible timeline', () => {
    const order: Phase[] = ['upcoming', 'entries-open', 'screening', 'judging-open', 'deciding', 'announced'];
    const instant = fc.integer({ min: 0, max: 50 });
    fc.assert(
      fc.property(fc.tuple(instant, instant, fc.option(instant), instant, fc.option(instant)), instant, (t, now) => {
        const some: EditionTimes = {
          entriesOpenAt: t[0],
          entriesCloseAt: t[1],
          judgingOpenAt: t[2],
          judgingCloseAt: t[3],
          announcedAt: t[4],
        };
        fc.pre(timelineProblems(some).length === 0);
        expect(order.indexOf(phaseAt(some, now + 1))).toBeGreaterThanOrEqual(order.indexOf(phaseAt(some, now)));
        expect(entriesOpen(some, now)).toBe(phaseAt(some, now) === 'entries-open');
        expect(judgingOpen(some, now)).toBe(phaseAt(some, now) === 'judging-open');
      }),
    );
  });
});

describe('a timeline', () => {
  it('that is possible is not refused, even with every instant as close as it may be', () => {
    expect(timelineProblems(times)).toEqual([]);
    expect(timelineProblems({ entriesOpenAt: 0, entriesCloseAt: 1, judgingOpenAt: 1, judgingCloseAt: 2, announcedAt: 2 })).toEqual([]);
    expect(timelineProblems({ ...times, judgingOpenAt: null, announcedAt: null })).toEqual([]);
  });

  it.each<[string, Partial<EditionTimes>, [string, string][]]>([
    ['entries close as they open', { entriesCloseAt: 100 }, [['entriesCloseAt', 'season.entries-close-before-open']]],
    ['judging opens before entries close', { judgingOpenAt: 199 }, [['judgingOpenAt', 'season.judging-opens-before-entries-close']]],
    ['judging closes as it opens', { judgingCloseAt: 250 }, [['judgingCloseAt', 'season.judging-closes-before-open']]],
    ['winners are announced while judging is open', { announcedAt: 299 }, [['announcedAt', 'season.announced-before-judging-closes']]],
    [
      'the order is wrong twice',
      { entriesCloseAt: 50, judgingCloseAt: 10 },
      [
        ['entriesCloseAt', 'season.entries-close-before-open'],
        ['judgingCloseAt', 'season.judging-closes-before-open'],
      ],
    ],
    [
      'an instant is not a number',
      { entriesOpenAt: Number.NaN, announcedAt: 0.5 },
      [
        ['entriesOpenAt', 'season.not-an-instant'],
        ['announcedAt', 'season.not-an-instant'],
      ],
    ],
    ['an instant is beyond the calendar', { judgingCloseAt: 8.64e15 + 1 }, [['judgingCloseAt', 'season.not-an-instant']]],
  ])('is refused when %s, at the field to move', (_what, change, expected) => {
    expect(timelineProblems({ ...times, ...change }).map(({ path, code }) => [path, code])).toEqual(expected);
  });

  it('names both instants it cannot bring together', () => {
    expect(timelineProblems({ ...times, announcedAt: 0 })[0]?.facts).toEqual({
      announcedAt: '1970-01-01T00:00:00.000Z',
      judgingCloseAt: '1970-01-01T00:00:00.300Z',
    });
  });
});
