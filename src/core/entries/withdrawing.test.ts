import { expect, test } from 'vitest';
import type { Phase } from '../season/phases.ts';
import { type EntryState, noWithdrawal, revivedAs, stands } from './withdrawing.ts';

const states: readonly EntryState[] = ['draft', 'submitted', 'returned', 'accepted', 'withdrawn'];
const phases: readonly Phase[] = ['upcoming', 'entries-open', 'screening', 'judging-open', 'deciding', 'announced'];

test('what was sent in can be withdrawn until the announcement, and what was not has nothing to withdraw', () => {
  const allowed = states.flatMap((state) => phases.flatMap((phase) => (noWithdrawal(state, phase) ? [] : [[state, phase]])));
  const before = phases.filter((phase) => phase !== 'announced');
  expect(allowed).toEqual(['submitted', 'returned', 'accepted'].flatMap((state) => before.map((phase) => [state, phase])));
  expect(noWithdrawal('draft', 'announced')).toEqual({ code: 'entries.nothing-to-withdraw', facts: { state: 'draft' } });
  expect(noWithdrawal('accepted', 'announced')?.code).toBe('entries.withdrawn-too-late');
});

test('only what was sent in holds a place, and comes back to be looked at or to be mended', () => {
  expect(states.filter(stands)).toEqual(['submitted', 'returned', 'accepted']);
  expect(['submitted', 'returned', 'accepted'].map((from) => revivedAs(from as EntryState))).toEqual([
    'submitted',
    'returned',
    'submitted',
  ]);
});
