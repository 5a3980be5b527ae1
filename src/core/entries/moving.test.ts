import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asks, formOf, grouped } from '#tests/support/forms/form.ts';
import { type Asked, asSeen, type Moved, plannedMove } from './moving.ts';

const moved: Moved = { title: 'Bells', nominee: 'Wick', body: '', nomineeKind: null, nominator: null };
const before = formOf(asks('short-text', 'story'), asks('number', 'agents'), asks('short-text', 'motto'));
const answers = { story: 'We answered.', agents: 12, motto: 'Soon.' };
const from: Asked = { form: before, answers };
const plan = (to: Asked, of: Partial<Moved> = {}, takes = {}) => plannedMove({ ...moved, ...of }, from, to, takes);

test('what the other form knows by the same key and in the same kind goes along, the rest is kept aside, and what it requires is missing', () => {
  const form = formOf(
    asks('short-text', 'story', { required: 'submit' }),
    asks('date', 'agents', { required: 'submit' }),
    asks('short-text', 'proof', { required: 'submit' }),
    asks('short-text', 'wish'),
  );
  const { kept, unasked, missing, led } = plan({ form, answers });
  expect({ kept, unasked, missing, led }).toEqual({
    kept: ['answers.story'],
    unasked: ['answers.agents', 'answers.motto'],
    missing: ['answers.agents', 'answers.proof'],
    led: ['answers.agents', 'answers.proof'],
  });
});

test('a group of which something is missing is named once, and its writer is led to its fields', () => {
  const form = formOf(grouped('case', 'exactly-one-of', [asks('long-text', 'essay'), asks('long-text', 'letter')]));
  const { missing, led } = plan({ form, answers });
  expect([missing, led]).toEqual([['answers.case'], ['answers.essay', 'answers.letter']]);
});

test('a category of one text asks for that text, and one with a form keeps the text aside', () => {
  expect(plan(undefined)).toMatchObject({ kept: [], missing: ['body'], led: ['body'] });
  expect(plan(undefined, { body: 'All of it.' })).toMatchObject({
    missing: [],
    unasked: ['answers.story', 'answers.agents', 'answers.motto'],
  });
  const there: Asked = { form: formOf(asks('short-text', 'story')), answers: {} };
  expect(plannedMove({ ...moved, body: 'All of it.' }, undefined, there, {})).toMatchObject({ kept: [], unasked: ['body'], missing: [] });
  expect(plannedMove({ ...moved, body: 'All of it.' }, undefined, undefined, {})).toMatchObject({
    kept: ['body'],
    unasked: [],
    missing: [],
  });
});

test('a kind the category says by itself counts there, one it does not take is missing, and what counts as another is named', () => {
  const one = plan(from, { nomineeKind: 'team' }, { nominees: ['person'] });
  expect([one.stated.nomineeKind, one.restated, one.missing]).toEqual(['person', ['nomineeKind'], []]);
  const two = plan(from, { nomineeKind: 'team' }, { nominees: ['person', 'technology'] });
  expect([two.stated.nomineeKind, two.restated, two.missing, two.led]).toEqual(['team', [], ['nomineeKind'], []]);
  expect(plan(from, {}, { nominees: ['person'] }).restated).toEqual([]);
});

const keys = ['story', 'agents', 'motto', 'proof', 'wish'];
const kinds = fc.constantFrom('short-text', 'number', 'date');
const someForm = fc
  .uniqueArray(fc.record({ key: fc.constantFrom(...keys), kind: kinds, required: fc.constantFrom('never', 'submit') }), {
    selector: ({ key }) => key,
    minLength: 1,
  })
  .map((fields) => formOf(...fields.map(({ key, kind, required }) => asks(kind, key, required === 'submit' ? { required } : {}))));
const someAnswers = fc.dictionary(fc.constantFrom(...keys), fc.oneof(fc.constantFrom('', 'Soon.', '2025-01-01'), fc.nat(100)), {
  noNullPrototype: true,
});

test('every answer either goes along or is kept aside, and never both; what goes along is not missing for being unanswered', () => {
  fc.assert(
    fc.property(someForm, someForm, someAnswers, (a, b, said) => {
      const whole = plannedMove(moved, { form: a, answers: said }, undefined, {}).unasked;
      const { kept, unasked } = plannedMove(moved, { form: a, answers: said }, { form: b, answers: said }, {});
      expect([...kept, ...unasked].sort()).toEqual([...whole].sort());
      expect(kept.filter((part) => unasked.includes(part))).toEqual([]);
    }),
  );
});

test('moved to a category with the same form nothing is kept aside, and what was complete stays complete', () => {
  fc.assert(
    fc.property(someForm, someAnswers, (form, said) => {
      const there = plannedMove(moved, { form, answers: said }, { form, answers: said }, {});
      const back = plannedMove(moved, { form, answers: said }, { form, answers: said }, {});
      expect(there.unasked).toEqual([]);
      expect(asSeen(there, back)).toBe(true);
    }),
  );
});

test('a plan is the one that was looked at only while all of it is', () => {
  const seen = plan(from);
  expect(asSeen(seen, { missing: [], unasked: [], restated: [] })).toBe(true);
  expect(asSeen(seen, { missing: ['title'], unasked: [], restated: [] })).toBe(false);
  expect(asSeen(seen, { missing: [], unasked: ['body'], restated: [] })).toBe(false);
  expect(asSeen(seen, { missing: [], unasked: [], restated: ['nominator'] })).toBe(false);
});
