import { expect, test } from 'vitest';
import { z } from 'zod';
import { invalidInput } from '#platform/invalid-input.ts';
import { criterion } from './schemas.ts';

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
