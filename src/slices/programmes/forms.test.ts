import { expect, test } from 'vitest';
import { z } from 'zod';
import { Problem, problem } from '#core/problems/problem.ts';
import { invalidInput } from '#platform/invalid-input.ts';
import { atRows, criterionRows, timelineFrom } from './forms.ts';
import { criterion } from './schemas.ts';

test('dates of a form are wall times of the programme’s zone, and what is none goes on as it was written', () => {
  const values = { entriesOpenAt: '2026-03-01T09:00', entriesCloseAt: '2026-04-01T17:00', judgingCloseAt: 'soon' };
  expect(timelineFrom(values, 'Europe/Dublin')).toEqual({
    entriesOpenAt: '2026-03-01T09:00:00.000Z',
    entriesCloseAt: '2026-04-01T16:00:00.000Z',
    judgingCloseAt: 'soon',
  });
});

test('empty rows of criteria are left out, and a refusal comes back to the row it is about', () => {
  const values = { 'criteria.0.name': 'Craft', 'criteria.0.weight': '1', 'criteria.1.name': ' ', 'criteria.3.weight': '2' };
  const rows = criterionRows(values);
  expect(rows.map(({ at, name, weight }) => [at, name, weight])).toEqual([
    [0, 'Craft', '1'],
    [3, '', '2'],
  ]);
  const refused = problem('general.invalid-input', { count: 2 }, [
    { path: 'criteria.1.name', code: 'field.required', facts: {} },
    { path: 'scaleMax', code: 'field.required', facts: {} },
  ]);
  const moved = atRows(refused, rows);
  expect(moved instanceof Problem && moved.fields.map(({ path }) => path)).toEqual(['criteria.3.name', 'scaleMax']);
  const fault = new Error('something else');
  expect(atRows(fault, rows)).toBe(fault);
});

const { weight } = criterion.shape;

function refusedFor(shape: z.ZodType, input: unknown) {
  const { error } = shape.safeParse(input, { reportInput: true });
  return error ? invalidInput(error).fields.map(({ path, code, facts }) => [path, code, facts]) : [];
}

test.each([
  ['10000', []],
  ['10001', [['weight', 'field.out-of-range', { maximum: 10_000 }]]],
  ['99999999999999999999', [['weight', 'field.out-of-range', { maximum: 10_000 }]]],
  ['25.5', [['weight', 'field.not-whole', {}]]],
  ['20000.5', [['weight', 'field.not-whole', {}]]],
  ['0', [['weight', 'field.out-of-range', { minimum: 1 }]]],
  ['much', [['weight', 'field.not-number', {}]]],
])('a weight of %s is told at most one thing, in terms of its own limits', (written, told) => {
  expect(refusedFor(z.object({ weight }), { weight: written })).toEqual(told);
});

test('every field that is wrong is told', () => {
  const found = refusedFor(z.object({ name: z.string().min(1), weight }), { name: '', weight: '0' });
  expect(found.map(([path]) => path)).toEqual(['name', 'weight']);
});
