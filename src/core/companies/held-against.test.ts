import { expect, it } from 'vitest';
import type { FactValue } from '../rules/facts.ts';
import { heldAgainst } from './held-against.ts';

const small = { least: 10, most: 49, proved: true };
const group = { least: 250, proved: true };

it.each<[string, FactValue | undefined, FactValue | undefined, FactValue | undefined, boolean]>([
  ['what only the entry says counts', 30, undefined, 30, false],
  ['what only the register knows counts', undefined, small, small, false],
  ['what was left empty is filled in by the register', null, small, small, false],
  ['the register goes before a number within its class', 30, small, small, false],
  ['the register goes before a number beyond its class, and that is told', 300, small, small, true],
  ['so of two classes', { least: 250, proved: false }, small, small, true],
  ['a number says more than “at least so many”', 400, group, 400, false],
  ['unless it is fewer', 40, group, group, true],
  ['a country is itself', 'IE', 'IE', 'IE', false],
  ['or another', 'GB', 'IE', 'IE', true],
])('%s', (_what, stated, known, counts, told) => {
  const facts = (value: FactValue | undefined) => (value === undefined ? {} : { 'company.staff': value });
  const held = heldAgainst(facts(stated), facts(known));
  expect([held.facts['company.staff'], held.contradictions.length > 0]).toEqual([counts, told]);
});
