import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editionTimes, timelineOf } from './edition-times.ts';
import { timelineShape } from './shape.ts';
import { shifted } from './shift.ts';

const zones = ['Europe/Dublin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'UTC'];

describe('an edition that has only its five instants', () => {
  const instant = fc.integer({ min: Date.UTC(1980, 0), max: Date.UTC(2100, 0) });
  // Near the changes of summer time, where a wall time says least.
  const change = fc.integer({ min: -7200, max: 7200 }).map((seconds) => Date.UTC(2026, 9, 25, 1) + seconds * 1000);
  const any = fc.oneof(instant, change);

  it('has a timeline that means the very same instants, in every zone and through every change of the clock', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), any, any, fc.option(any), any, fc.option(any), (zone, opens, closes, judging, over, told) => {
        const times = { entriesOpenAt: opens, entriesCloseAt: closes, judgingOpenAt: judging, judgingCloseAt: over, announcedAt: told };
        fc.pre(judging !== closes);
        const timeline = timelineOf(times, zone);
        expect(editionTimes(timeline, zone)).toEqual(times);
        expect(timelineShape.parse(JSON.parse(JSON.stringify(timeline)))).toEqual(timeline);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the five instants an edition is run by', () => {
  it('span all rounds, and take nominations for entries where there are no others', () => {
    const timeline = timelineShape.parse({
      nominations: { opens: '2026-01-01T09:00', closes: '2026-01-20T17:00', grace: 15 },
      rounds: [
        { key: 'written', opens: '2026-01-21T09:00', closes: '2026-02-20T17:00' },
        { key: 'live', opens: '2026-03-01T09:00', closes: '2026-03-02T17:00' },
      ],
    });
    const iso = (at: number | null) => at && new Date(at).toISOString().slice(0, 16);
    expect(Object.values(editionTimes(timeline, 'UTC')).map(iso)).toEqual([
      '2026-01-01T09:00',
      '2026-01-20T17:00',
      '2026-01-21T09:00',
      '2026-03-02T17:00',
      null,
    ]);
  });

  it('are none where nothing is sent in or nothing judged', () => {
    const rounds = [{ key: 'written', opens: '2026-01-21T09:00', closes: '2026-02-20T17:00' }];
    const entries = { opens: '2026-01-01T09:00', closes: '2026-01-20T17:00' };
    expect(() => editionTimes(timelineShape.parse({ rounds }), 'UTC')).toThrow(RangeError);
    expect(() => editionTimes(timelineShape.parse({ entries }), 'UTC')).toThrow(RangeError);
  });
});

describe('a timeline moved to another year', () => {
  const timeline = timelineShape.parse({
    entries: { opens: '2028-02-29T09:00', closes: '2028-03-20T17:00', grace: 5 },
    rounds: [
      {
        key: 'written',
        opens: '2028-03-21T09:00',
        closes: '2028-10-29T01:30+00:00',
        handIn: { opens: '2028-03-01T09:00', closes: '2028-03-02T09:00' },
      },
    ],
    ceremony: { at: '2028-12-31T20:00', place: { en: 'Town hall' } },
    lateCodes: [{ key: 'partners', until: '2028-03-20T20:00', expires: '2028-03-20T18:00' }],
    fees: {
      currency: 'EUR',
      tiers: [
        { key: 'early', until: '2028-03-10T00:00', amount: 1 },
        { key: 'late', amount: 2 },
      ],
    },
  });

  it('keeps every wall time, makes 29 February the 28th, and says what it could not keep', () => {
    const moved = shifted(timeline, { years: 1 });
    expect(moved.timeline).toEqual({
      ...timeline,
      entries: { opens: '2029-02-28T09:00', closes: '2029-03-20T17:00', grace: 5, fromNomination: false },
      rounds: [
        {
          key: 'written',
          opens: '2029-03-21T09:00',
          closes: '2029-10-29T01:30',
          handIn: { opens: '2029-03-01T09:00', closes: '2029-03-02T09:00' },
          parallel: false,
        },
      ],
      ceremony: { at: '2029-12-31T20:00', place: { en: 'Town hall' } },
      lateCodes: [{ key: 'partners', of: 'entries', until: '2029-03-20T20:00', expires: '2029-03-20T18:00' }],
      fees: {
        currency: 'EUR',
        tiers: [
          { key: 'early', until: '2029-03-10T00:00', amount: 1 },
          { key: 'late', amount: 2 },
        ],
      },
    });
    expect(moved.notes).toEqual([
      { path: 'entries.opens', key: 'no-such-day', facts: { written: '2028-02-29', means: '2029-02-28' } },
      { path: 'rounds.0.closes', key: 'offset-dropped', facts: { written: '2028-10-29T01:30+00:00', means: '2029-10-29T01:30' } },
    ]);
  });

  it('or by days keeps the distance between them, and moving back finds what was there', () => {
    const there = shifted(timeline, { days: 364 }).timeline;
    expect(there.entries).toEqual({ opens: '2029-02-27T09:00', closes: '2029-03-19T17:00', grace: 5, fromNomination: false });
    expect(shifted(there, { days: -364 }).timeline).toEqual(shifted(timeline, { days: 0 }).timeline);
    expect(shifted(there, { days: -364 }).notes).toEqual([]);
  });
});
