import { describe, expect, test } from 'vitest';
import { timelineProblems } from '#core/season/timeline/problems.ts';
import { timelineShape } from '#core/season/timeline/shape.ts';
import { timelineDrawn } from './timeline-axis.ts';
import { timelineFrom, timelineValues } from './timeline-values.ts';

const where = { zone: 'Europe/Dublin', language: 'en' };

const whole = timelineShape.parse({
  nominations: { opens: '2026-09-01T09:00', closes: '2026-10-01T17:00' },
  // The clock in Dublin shows half past one twice that night; the second is meant.
  entries: { opens: '2026-09-15T09:00', closes: '2026-10-25T01:30+00:00', grace: 30, fromNomination: true },
  screening: { opens: '2026-10-26T09:00', closes: '2026-11-03T17:00' },
  rounds: [
    {
      key: 'written',
      name: { en: 'Written', de: 'Schriftlich' },
      opens: '2026-11-04T09:00',
      closes: '2026-12-01T17:00',
      handIn: { opens: '2026-11-01T09:00', closes: '2026-11-04T09:00' },
    },
    { key: 'stage', name: 'On stage', opens: '2026-12-02T09:00', closes: '2026-12-20T17:00' },
    { key: 'members', opens: '2026-12-05T09:00', closes: '2026-12-20T17:00', parallel: true },
  ],
  deliberation: { opens: '2026-12-21T09:00', closes: '2026-12-21T17:00' },
  announcement: '2027-01-15T20:00',
  ceremony: { at: '2027-01-15T20:00', place: 'The Guildhall' },
  feedback: '2027-01-22T09:00',
  lateCodes: [{ key: 'press', until: '2026-10-31T17:00', expires: '2026-10-28T17:00', uses: 5 }],
  fees: {
    currency: 'EUR',
    tiers: [
      { key: 'early', name: 'Early', until: '2026-10-01T17:00', amount: 12_050 },
      { key: 'late', amount: 20_000 },
    ],
  },
});

const read = (values: Readonly<Record<string, string>>) => {
  const { body, fieldOf } = timelineFrom(values, whole, where);
  return { timeline: timelineShape.parse(JSON.parse(JSON.stringify(body))), fieldOf };
};

describe('a timeline in a form', () => {
  test('comes back as it was: both clocks, the second of two equal times, rounds with other languages, late codes, prices', () => {
    expect(timelineProblems(whole, where.zone)).toEqual([]);
    const values = timelineValues(whole, where);
    expect(values['entries.closes']).toBe('2026-10-25T01:30');
    expect(read(values).timeline).toEqual(whole);
  });

  test('two rounds change places and the dates stay where they are, so that it stays possible', () => {
    const { timeline } = read({ ...timelineValues(whole, where), do: 'rounds.1.up' });
    expect(timeline.rounds.map(({ key, opens }) => [key, opens])).toEqual([
      ['stage', '2026-11-04T09:00'],
      ['written', '2026-12-02T09:00'],
      ['members', '2026-12-05T09:00'],
    ]);
    expect(timelineProblems(timeline, where.zone)).toEqual([]);
    expect(read({ ...timelineValues(whole, where), do: 'rounds.0.up' }).timeline).toEqual(whole);
  });

  test('a round taken away is gone, and what is refused about those behind it stands at the fields they were written in', () => {
    const values = { ...timelineValues(whole, where), do: 'rounds.0.drop', 'rounds.1.closes': '2026-11-01T09:00' };
    const { timeline, fieldOf } = read(values);
    expect(timeline.rounds.map(({ key }) => key)).toEqual(['stage', 'members']);
    expect(timelineProblems(timeline, where.zone).map(({ path }) => fieldOf(path))).toContain('rounds.1.closes');
  });

  test('what is new is given a key of its own by what it is called, and an empty line is none', () => {
    const { timeline } = read({
      ...timelineValues(whole, where),
      'rounds.3.name': 'On stage',
      'rounds.3.opens': '2026-12-20T17:00',
      'rounds.3.closes': '2026-12-20T18:00',
      'lateCodes.1.key': 'Partners & friends',
      'lateCodes.1.until': '2026-11-01T17:00',
      'lateCodes.1.of': 'entries',
      'lateCodes.2.of': 'entries',
    });
    expect(timeline.rounds.at(-1)?.key).toBe('on-stage');
    expect(timeline.lateCodes.map(({ key }) => key)).toEqual(['press', 'partners-friends']);
  });

  test('an amount no money has is refused at its field and not made into another', () => {
    const { body, fieldOf } = timelineFrom({ ...timelineValues(whole, where), 'fees.tiers.0.amount': '1.234' }, whole, where);
    const found = timelineShape.safeParse(JSON.parse(JSON.stringify(body)));
    expect(found.error?.issues.map(({ path }) => fieldOf(path.join('.')))).toEqual(['fees.tiers.0.amount']);
  });

  test('is drawn on one axis with its grace, late codes and prices, also where it cannot be', () => {
    const now = Date.UTC(2026, 9, 10);
    const { axis, told } = timelineDrawn(whole, where, now);
    expect(axis.rows.map(({ of, state }) => `${of} ${state ?? '-'}`)).toEqual([
      'phase done',
      'phase now',
      'grace -',
      'late -',
      'tier done',
      'tier now',
      ...Array.from({ length: 9 }, () => 'phase -'),
    ]);
    expect(told['entries.closes']).toBe('2026-10-25T01:30:00+00:00[Europe/Dublin]');
    const odd = timelineShape.parse({ entries: { opens: '9999-12-31T23:59', closes: '0000-01-01T00:00' } });
    expect(timelineDrawn(odd, where, now).axis.rows).toHaveLength(1);
    expect(timelineDrawn(timelineShape.parse({}), where, now).axis.rows).toEqual([]);
  });
});
