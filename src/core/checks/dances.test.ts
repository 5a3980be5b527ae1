import { describe, expect, it } from 'vitest';
import { composites } from '#core/scoring/composite.ts';
import { danceCriteria, danceRows, hasDances } from '#tests/support/ballots/dances.ts';
import { builtTable } from '#tests/support/ballots/one-check.ts';
import { anomalies } from './anomalies/anomalies.ts';
import { dataChecks } from './data/data-checks.ts';
import type { Check, CheckKind } from './flag.ts';

const tableOf = (rows: ReturnType<typeof danceRows>) => builtTable(danceCriteria, rows);

const one = (checks: readonly Check[], kind: CheckKind) => checks.find((check) => check.kind === kind);
const askedAbout = (check: Check | undefined) => check?.flags.flatMap(({ ballots }) => ballots).length;

if (!hasDances) console.log('Checks on real marks are left out: the dancing contest’s file is not here.');

describe.skipIf(!hasDances)('fifteen series of a dancing contest', () => {
  it('each zero of a judge who was not there is an empty seat; only dances nobody marked are asked about as zeros', () => {
    const rows = danceRows();
    const table = tableOf(rows);
    const checks = dataChecks(table, { minimumPanel: 3 });
    const marked = new Set(rows.filter(({ mark }) => mark !== 0).map(({ entry }) => entry));
    const zeros = rows.filter(({ mark, entry }) => mark === 0 && marked.has(entry)).length;
    expect([rows.length, marked.size, zeros]).toEqual([15_606, 1_719, 8_571]);
    expect(askedAbout(one(checks, 'empty-seat-zeros'))).toBe(zeros);
    expect(askedAbout(one(checks, 'all-zero-ballots'))).toBe(135);
  });

  it('without them, marks of real panels raise few questions of their data', () => {
    const table = tableOf(danceRows().filter(({ mark }) => mark !== 0));
    const found = dataChecks(table, { minimumPanel: 3 }).map((check) => [check.kind, check.flags.length, check.notRun]);
    expect(found).toEqual([
      ['empty-seat-zeros', 0, null],
      ['all-zero-ballots', 0, null],
      ['key-in-error', 0, null],
      ['missing-marks', 0, null],
      ['unmarked-criterion', 0, null],
      ['not-applicable-disagreed', 0, null],
      ['too-few-judges', 0, null],
      ['one-mark-judge', 0, null],
      ['no-difference', 0, null],
      ['ceiling', 0, null],
      ['one-instant', 0, 'no-times'],
      ['too-fast', 0, 'no-times'],
      ['outside-window', 0, 'no-times'],
    ]);
  });

  it('the known harsh judge is named by Mandel’s h, and each search states its placebo rate', () => {
    const table = tableOf(danceRows().filter(({ mark }) => mark !== 0));
    const checks = anomalies(table, composites(table), { seed: 'dances' });
    const apart = one(checks, 'mandel-h')?.flags.filter(({ facts }) => facts.judge === 'craig' && Number(facts.h) < 0).length;
    expect(apart).toBeGreaterThan(50);
    for (const { kind, notRun, placebo } of checks) expect([kind, notRun === null]).toEqual([kind, placebo !== null]);
  });
});
