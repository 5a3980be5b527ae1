import { describe, expect, it } from 'vitest';
import { timelineNotes } from './notes.ts';
import { timelineProblems } from './problems.ts';
import { type Timeline, timelineShape } from './shape.ts';

const zone = 'Europe/Dublin';
/** Nominations, then entries from them (TSIA's STAR), two rounds, and everything as close as it may be. */
const star = timelineShape.parse({
  nominations: { opens: '2026-01-05T09:00', closes: '2026-01-31T17:00', grace: 10 },
  entries: { opens: '2026-01-19T09:00', closes: '2026-02-27T17:00', grace: 15, fromNomination: true },
  screening: { opens: '2026-02-01T09:00', closes: '2026-03-10T09:00' },
  rounds: [
    { key: 'written', opens: '2026-03-10T09:00', closes: '2026-03-27T17:00' },
    {
      key: 'live',
      opens: '2026-04-20T09:00',
      closes: '2026-04-22T17:00',
      handIn: { opens: '2026-04-01T09:00', closes: '2026-04-20T09:00' },
    },
    { key: 'members', opens: '2026-03-15T09:00', closes: '2026-04-22T17:00', parallel: true },
  ],
  deliberation: { opens: '2026-04-22T17:00', closes: '2026-04-24T17:00' },
  announcement: '2026-05-20T20:00',
  ceremony: { at: '2026-05-20T19:00', place: 'Mansion House' },
  feedback: '2026-06-03T09:00',
  lateCodes: [{ key: 'partners', until: '2026-03-06T17:00', expires: '2026-03-06T12:00', uses: 20 }],
  fees: {
    currency: 'EUR',
    tiers: [
      { key: 'early', until: '2026-01-31T17:00', amount: 29_500 },
      { key: 'standard', amount: 39_500 },
    ],
  },
});

const problems = (change: Partial<Timeline>) => timelineProblems({ ...star, ...change }, zone).map(({ path, code }) => [path, code]);
const [written, live, members] = star.rounds;
if (!written || !live || !members || !star.entries || !star.nominations || !star.fees) throw new Error('the timeline of these tests');
const { entries, nominations, fees } = star;
const withoutClocks = timelineShape.parse({ rounds: [] });

describe('a timeline', () => {
  it('of two linked clocks, rounds one after another and side by side, and a ceremony is possible', () => {
    expect(timelineProblems(star, zone)).toEqual([]);
    expect(timelineNotes(star, zone)).toEqual([]);
  });

  it('is read again as it was written, with every default filled in', () => {
    expect(timelineShape.parse(JSON.parse(JSON.stringify(star)))).toEqual(star);
    expect(timelineShape.safeParse({ ...star, entires: star.entries }).success).toBe(false);
  });

  it.each<[string, Partial<Timeline>, [string, string][]]>([
    [
      'a phase closes as it opens',
      { deliberation: { opens: '2026-04-22T17:00', closes: '2026-04-22T17:00' } },
      [['deliberation.closes', 'season.phase-closes-before-open']],
    ],
    [
      'a round begins before the one before it is over',
      { rounds: [written, { ...live, opens: '2026-03-27T16:59', handIn: undefined }] },
      [['rounds.1.opens', 'season.phase-too-early']],
    ],
    [
      'a round is judged before all is handed in for it',
      { rounds: [written, { ...live, opens: '2026-04-20T08:59' }, members] },
      [['rounds.1.opens', 'season.phase-too-early']],
    ],
    [
      'judging begins before screening is over',
      { screening: { opens: '2026-02-01T09:00', closes: '2026-03-10T09:01' } },
      [['rounds.0.opens', 'season.phase-too-early']],
    ],
    [
      'screening is over before the last late entry',
      { screening: { opens: '2026-02-01T09:00', closes: '2026-03-06T17:14' } },
      [['screening.closes', 'season.screening-over-while-open']],
    ],
    [
      'deliberation begins while the last round runs',
      { deliberation: { opens: '2026-04-22T16:59', closes: '2026-04-24T17:00' } },
      [['deliberation.opens', 'season.phase-too-early']],
    ],
    [
      'winners are announced while they are deliberated',
      { announcement: '2026-04-24T16:59' },
      [['announcement', 'season.phase-too-early']],
    ],
    ['the ceremony is held while judging goes on', { ceremony: { at: '2026-04-22T16:59' } }, [['ceremony.at', 'season.phase-too-early']]],
    ['feedback is released before winners are announced', { feedback: '2026-05-20T19:59' }, [['feedback', 'season.phase-too-early']]],
    ['only the nominated may enter and nobody nominates', { nominations: undefined }, [['nominations', 'season.nominations-missing']]],
    [
      'entries that need a nomination open before nominations do',
      { entries: { ...entries, opens: '2026-01-05T08:59' } },
      [['entries.opens', 'season.entries-before-nominations']],
    ],
    [
      'entries that need a nomination close with nominations',
      { nominations: { ...nominations, closes: '2026-02-27T17:00' } },
      [['entries.closes', 'season.entries-close-with-nominations']],
    ],
    ['two rounds have one key', { rounds: [written, { ...live, key: 'written' }] }, [['rounds.1.key', 'season.key-twice']]],
    [
      'a late code is for a clock there is not',
      {
        nominations: undefined,
        entries: { ...entries, fromNomination: false },
        lateCodes: [{ key: 'a', of: 'nominations', until: '2026-02-28T17:00' }],
      },
      [['lateCodes.0.of', 'season.late-code-without-clock']],
    ],
    [
      'a late code extends nothing',
      { lateCodes: [{ key: 'a', of: 'entries', until: '2026-02-27T17:00' }] },
      [['lateCodes.0.until', 'season.late-code-extends-nothing']],
    ],
    [
      'a late code expires after what it extends to',
      { lateCodes: [{ key: 'a', of: 'entries', until: '2026-03-06T17:00', expires: '2026-03-06T17:01' }] },
      [['lateCodes.0.expires', 'season.late-code-expires-outside']],
    ],
    [
      'a late code expires before anything is open',
      { lateCodes: [{ key: 'a', of: 'entries', until: '2026-03-06T17:00', expires: '2026-01-19T09:00' }] },
      [['lateCodes.0.expires', 'season.late-code-expires-outside']],
    ],
    [
      'the tiers of a price do not rise',
      {
        fees: {
          ...fees,
          tiers: [
            { key: 'a', until: '2026-02-01T00:00', amount: 1 },
            { key: 'b', until: '2026-02-01T00:00', amount: 2 },
            { key: 'c', amount: 3 },
          ],
        },
      },
      [['fees.tiers.1', 'season.tier-never-applies']],
    ],
    [
      'a tier follows one without an end',
      {
        fees: {
          ...fees,
          tiers: [
            { key: 'a', amount: 1 },
            { key: 'b', amount: 2 },
          ],
        },
      },
      [['fees.tiers.1', 'season.tier-never-applies']],
    ],
    [
      'a tier ends before entries open',
      {
        fees: {
          ...fees,
          tiers: [
            { key: 'a', until: '2026-01-19T09:00', amount: 1 },
            { key: 'b', amount: 2 },
          ],
        },
      },
      [['fees.tiers.0', 'season.tier-never-applies']],
    ],
    [
      'the last tier ends before the last late entry',
      { fees: { ...fees, tiers: [{ key: 'a', until: '2026-03-06T17:14', amount: 1 }] } },
      [['fees.tiers.0.until', 'season.tier-ends-too-early']],
    ],
    [
      'nothing can be entered and nothing is judged',
      { ...withoutClocks, nominations: undefined, entries: undefined, fees: undefined, deliberation: undefined, screening: undefined },
      [
        ['entries', 'season.nothing-to-enter'],
        ['rounds', 'season.no-round'],
      ],
    ],
    ['an offset is not one of the zone', { announcement: '2026-05-20T20:00+02:00' }, [['announcement', 'season.offset-not-of-zone']]],
    [
      'several things are wrong, all at once',
      { announcement: '2026-04-01T09:00', feedback: '2026-03-01T09:00' },
      [
        ['announcement', 'season.phase-too-early'],
        ['feedback', 'season.phase-too-early'],
      ],
    ],
  ])('is refused when %s', (_what, change, expected) => {
    expect(problems(change)).toEqual(expected);
  });

  it.each<[string, Partial<Timeline>, string]>([
    [
      'the close',
      { rounds: [{ ...written, opens: '2026-02-27T16:59' }], entries: { ...entries, grace: 0 }, lateCodes: [] },
      'close 2026-02-27T17:00:00+00:00[Europe/Dublin]',
    ],
    [
      'the grace after it',
      { rounds: [{ ...written, opens: '2026-02-27T17:14' }], lateCodes: [] },
      'grace 2026-02-27T17:15:00+00:00[Europe/Dublin]',
    ],
    [
      'a late code with its grace',
      { rounds: [{ ...written, opens: '2026-03-06T17:14' }] },
      'late-code 2026-03-06T17:15:00+00:00[Europe/Dublin]',
    ],
  ])('never judges what can still be sent in, by %s', (_what, change, expected) => {
    const found = timelineProblems({ ...star, screening: undefined, ...change }, zone);
    expect(found.map(({ path, code, facts }) => [path, code, `${facts.because} ${facts.until}`])).toEqual([
      ['rounds.0.opens', 'season.judging-while-open', expected],
    ]);
  });

  it('names both phases and both instants it cannot bring together', () => {
    expect(timelineProblems({ ...star, rounds: [written, { ...live, opens: '2026-03-27T09:00', handIn: undefined }] }, zone)[0]).toEqual({
      path: 'rounds.1.opens',
      code: 'season.phase-too-early',
      facts: {
        phase: 'round',
        key: 'live',
        at: '2026-03-27T09:00:00+00:00[Europe/Dublin]',
        after: 'round',
        afterKey: 'written',
        until: '2026-03-27T17:00:00+00:00[Europe/Dublin]',
      },
    });
  });

  it('with entries that need no nomination may open and close either clock first', () => {
    const free = { ...entries, fromNomination: false, opens: '2026-01-01T09:00', closes: '2026-01-20T17:00' };
    expect(
      problems({ entries: free, fees: undefined, lateCodes: [], screening: { opens: '2026-01-02T09:00', closes: '2026-03-01T09:00' } }),
    ).toEqual([]);
  });
});

describe('a local time that the clock skips or shows twice', () => {
  it('is told and not refused, with the instant it means and the one it does not', () => {
    const changed = { ...star, announcement: '2026-10-25T01:30', feedback: '2027-03-28T01:30' };
    expect(timelineProblems(changed, zone)).toEqual([]);
    expect(timelineNotes(changed, zone)).toEqual([
      {
        path: 'announcement',
        key: 'twice',
        facts: {
          written: '2026-10-25T01:30',
          means: '2026-10-25T01:30:00+01:00[Europe/Dublin]',
          other: '2026-10-25T01:30:00+00:00[Europe/Dublin]',
        },
      },
      {
        path: 'feedback',
        key: 'skipped',
        facts: {
          written: '2027-03-28T01:30',
          means: '2027-03-28T02:30:00+01:00[Europe/Dublin]',
          other: '2027-03-28T00:30:00+00:00[Europe/Dublin]',
        },
      },
    ]);
    expect(timelineNotes({ ...changed, announcement: '2026-10-25T01:30+00:00', feedback: undefined }, zone)).toEqual([]);
  });
});
