import { describe, expect, it } from 'vitest';
import { arrivalAt, deadlineFor, lateCodeRefusal, milestones, openAt, tierAt, timesAt } from './clock.ts';
import { localTime, localTimeOf } from './local-instant.ts';
import { timelineShape } from './shape.ts';

const second = 1000;
const minutes = 60 * second;
const at = (text: string): number => Date.parse(text);

describe('a deadline', () => {
  const grace = 30;
  it.each<[string, string, string]>([
    ['Europe/Dublin', '2026-01-30T17:00', '2026-01-30T17:00:00Z'],
    ['America/New_York', '2026-01-30T17:00', '2026-01-30T22:00:00Z'],
    ['Asia/Kolkata', '2026-01-30T17:00', '2026-01-30T11:30:00Z'],
    // Summer time begins at 01:00, within the grace: half an hour is half an hour.
    ['Europe/Dublin', '2026-03-29T00:45', '2026-03-29T00:45:00Z'],
    // There is no 01:30 that night: 02:30 is meant.
    ['Europe/Dublin', '2026-03-29T01:30', '2026-03-29T01:30:00Z'],
    ['Europe/Dublin', '2026-03-29T02:00', '2026-03-29T01:00:00Z'],
    // 01:30 comes twice: the first, unless the offset says the second.
    ['Europe/Dublin', '2026-10-25T01:30', '2026-10-25T00:30:00Z'],
    ['Europe/Dublin', '2026-10-25T01:30+00:00', '2026-10-25T01:30:00Z'],
    ['America/New_York', '2026-03-08T01:45', '2026-03-08T06:45:00Z'],
    ['America/New_York', '2026-03-08T02:30', '2026-03-08T07:30:00Z'],
    ['America/New_York', '2026-11-01T01:30', '2026-11-01T05:30:00Z'],
    ['America/New_York', '2026-11-01T01:30-05:00', '2026-11-01T06:30:00Z'],
    ['Asia/Kolkata', '2026-03-29T01:30', '2026-03-28T20:00:00Z'],
    ['Asia/Kolkata', '2026-10-25T01:30', '2026-10-24T20:00:00Z'],
  ])('in %s at %s is met a second before, missed without grace at it, and over half an hour later', (zone, closes, instant) => {
    const timeline = timelineShape.parse({ entries: { opens: '2026-01-01T09:00', closes, grace } });
    const deadline = deadlineFor(timesAt(timeline, zone), 'entries');
    if (!deadline) throw new Error('no deadline');
    const t = at(instant);
    expect(deadline.closesAt).toBe(t);
    expect(
      [t - second, t, t + grace * minutes - second, t + grace * minutes].map((arrival) => [
        arrivalAt(deadline, arrival),
        arrivalAt({ ...deadline, graceUntil: deadline.closesAt, until: deadline.closesAt }, arrival),
      ]),
    ).toEqual([
      ['in-time', 'in-time'],
      ['in-grace', 'over'],
      ['in-grace', 'over'],
      ['over', 'over'],
    ]);
  });

  it('is moved by a late code that was redeemed, with the same grace after it, and by no code of another clock', () => {
    const times = timesAt(
      timelineShape.parse({
        nominations: { opens: '2026-01-01T09:00', closes: '2026-01-20T17:00' },
        entries: { opens: '2026-01-10T09:00', closes: '2026-01-30T17:00', grace: 10 },
        lateCodes: [
          { key: 'partners', until: '2026-02-06T17:00' },
          { key: 'proposers', of: 'nominations', until: '2026-02-20T17:00' },
          { key: 'backwards', until: '2026-01-15T17:00' },
        ],
      }),
      'Europe/Dublin',
    );
    const until = (code: string | null) => new Date(deadlineFor(times, 'entries', code)?.until ?? 0).toISOString();
    expect([null, 'partners', 'proposers', 'backwards', 'made up'].map(until)).toEqual([
      '2026-01-30T17:10:00.000Z',
      '2026-02-06T17:10:00.000Z',
      '2026-01-30T17:10:00.000Z',
      '2026-01-30T17:10:00.000Z',
      '2026-01-30T17:10:00.000Z',
    ]);
    const late = deadlineFor(times, 'entries', 'partners');
    if (!late) throw new Error('no deadline');
    expect(late.closesAt).toBe(at('2026-01-30T17:00Z'));
    expect(
      ['2026-01-10T08:59Z', '2026-01-10T09:00Z', '2026-01-30T17:09Z', '2026-01-30T17:10Z', '2026-02-06T17:09Z', '2026-02-06T17:10Z'].map(
        (text) => arrivalAt(late, at(text)),
      ),
    ).toEqual(['not-open-yet', 'in-time', 'in-grace', 'late', 'late', 'over']);
  });

  it('is none where the timeline has no such clock', () => {
    const times = timesAt(timelineShape.parse({ entries: { opens: '2026-01-10T09:00', closes: '2026-01-30T17:00' } }), 'UTC');
    expect(deadlineFor(times, 'nominations')).toBeUndefined();
  });
});

describe('a late code', () => {
  const { lateCodes, ...rest } = timesAt(
    timelineShape.parse({
      entries: { opens: '2026-01-10T09:00', closes: '2026-01-30T17:00' },
      lateCodes: [
        { key: 'few', until: '2026-02-06T17:00', expires: '2026-02-01T00:00', uses: 2 },
        { key: 'many', until: '2026-02-06T17:00' },
      ],
    }),
    'UTC',
  );
  const refusal = (key: string, now: string, used: number) => lateCodeRefusal({ ...rest, lateCodes }, key, at(now), used)?.code;

  it('may be redeemed until it expires, as often as it may be, and no longer than it would help', () => {
    expect(refusal('few', '2026-01-31T23:59:59Z', 1)).toBeUndefined();
    expect(refusal('few', '2026-01-31T23:59:59Z', 2)).toBe('season.late-code-used-up');
    expect(refusal('few', '2026-02-01T00:00:00Z', 0)).toBe('season.late-code-expired');
    expect(refusal('many', '2026-02-06T16:59:59Z', 99_999)).toBeUndefined();
    expect(refusal('many', '2026-02-06T17:00:00Z', 0)).toBe('season.late-code-expired');
    expect(refusal('none', '2026-01-31T00:00:00Z', 0)).toBe('season.late-code-unknown');
  });
});

describe('the phases of a timeline', () => {
  const times = timesAt(
    timelineShape.parse({
      nominations: { opens: '2026-01-01T09:00', closes: '2026-01-20T17:00' },
      entries: { opens: '2026-01-10T09:00', closes: '2026-01-30T17:00', grace: 60, fromNomination: true },
      rounds: [
        { key: 'written', opens: '2026-02-01T09:00', closes: '2026-02-20T17:00' },
        { key: 'members', opens: '2026-02-10T09:00', closes: '2026-02-20T17:00', parallel: true },
      ],
      announcement: '2026-03-30T20:00',
      ceremony: { at: '2026-03-30T19:00', place: 'Mansion House' },
    }),
    'Europe/Dublin',
  );
  const open = (now: string) => openAt(times, at(now)).map(({ phase, key }) => (key === null ? phase : `${phase} ${key}`));

  it('are open from their first instant to just before their last, several of them at once', () => {
    expect(open('2026-01-09T08:00Z')).toEqual(['nominations']);
    expect(open('2026-01-10T09:00Z')).toEqual(['nominations', 'entries']);
    expect(open('2026-01-20T17:00Z')).toEqual(['entries']);
    // Grace opens nothing: nobody is told of it.
    expect(open('2026-01-30T17:00Z')).toEqual([]);
    expect(open('2026-02-10T09:00Z')).toEqual(['round written', 'round members']);
    expect(open('2026-03-30T19:30Z')).toEqual([]);
  });

  it('make one list of moments, earliest first and without the grace', () => {
    expect(
      milestones(times).map(({ phase, key, edge, at: when }) => [phase, key, edge, new Date(when).toISOString().slice(0, 16)]),
    ).toEqual([
      ['nominations', null, 'opens', '2026-01-01T09:00'],
      ['entries', null, 'opens', '2026-01-10T09:00'],
      ['nominations', null, 'closes', '2026-01-20T17:00'],
      ['entries', null, 'closes', '2026-01-30T17:00'],
      ['round', 'written', 'opens', '2026-02-01T09:00'],
      ['round', 'members', 'opens', '2026-02-10T09:00'],
      ['round', 'written', 'closes', '2026-02-20T17:00'],
      ['round', 'members', 'closes', '2026-02-20T17:00'],
      ['ceremony', null, 'happens', '2026-03-30T18:00'],
      ['announcement', null, 'happens', '2026-03-30T19:00'],
    ]);
  });
});

it('a price is that of the first tier whose end is still to come', () => {
  const tiers = {
    currency: 'EUR',
    tiers: [
      { key: 'early', until: '2026-01-15T00:00', amount: 9500 },
      { key: 'late', amount: 12_000 },
    ],
  };
  const times = timesAt(timelineShape.parse({ fees: tiers }), 'Europe/Dublin');
  const paid = (now: string) => tierAt(times, at(now));
  expect([paid('2026-01-14T23:59:59Z')?.key, paid('2026-01-15T00:00:00Z')?.key]).toEqual(['early', 'late']);
  expect(paid('2026-01-15T00:00:00Z')).toEqual({ key: 'late', until: null, amount: 12_000, currency: 'EUR' });
  expect(tierAt(timesAt(timelineShape.parse({}), 'Europe/Dublin'), 0)).toBeUndefined();
});

describe('a local time', () => {
  it('has one spelling, to the minute where that says it all', () => {
    const spelt = ['2026-03-01T17:00', '2026-03-01T17:00:00', '2026-03-01T17:00:30', '2026-10-25T01:30:00+00:00'];
    expect(spelt.map((text) => localTime.parse(text))).toEqual([
      '2026-03-01T17:00',
      '2026-03-01T17:00',
      '2026-03-01T17:00:30',
      '2026-10-25T01:30+00:00',
    ]);
  });

  it('is none without a time, beyond the calendar or in UTC', () => {
    for (const text of ['2026-03-01', '2026-02-29T10:00', '2026-03-01T24:30', '2026-03-01T10:00Z', '2026-03-01 10:00', '']) {
      expect(localTime.safeParse(text).success).toBe(false);
    }
  });

  it('of an instant says which of two equal times it is, only where it is the second', () => {
    const told = ['2026-10-25T00:30Z', '2026-10-25T01:30Z', '2026-10-25T02:30Z'].map((text) => localTimeOf(at(text), 'Europe/Dublin'));
    expect(told).toEqual(['2026-10-25T01:30', '2026-10-25T01:30+00:00', '2026-10-25T02:30']);
  });
});
