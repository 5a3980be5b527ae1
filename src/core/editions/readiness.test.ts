import { expect, test } from 'vitest';
import { asks, formOf } from '#tests/support/forms/form.ts';
import { type Parts, partShapes } from './parts.ts';
import { readiness } from './readiness.ts';

const whole: Parts = {
  texts: partShapes.texts.parse({ strapline: 'For those who ring' }),
  timeline: partShapes.timeline.parse({
    entries: { opens: '2027-01-01T09:00', closes: '2027-02-01T17:00' },
    rounds: [{ key: 'panel', opens: '2027-02-01T17:00', closes: '2027-03-01T17:00' }],
  }),
  categories: partShapes.categories.parse([{ code: 'A', name: 'Crews' }]),
  forms: {},
  rules: {},
  scorecards: {},
  award: partShapes.award.parse({}),
};
const about = { zone: 'Europe/Dublin', criteria: 3, judges: 2, programme: { strapline: '', summary: 'All of it' } };
const notDone = (parts: Parts, given = about) =>
  readiness(parts, given)
    .filter(({ state }) => state !== 'done')
    .map(({ key, state, count }) => `${key} ${state} ${count}`);

test('an edition with all it needs is ready in everything', () => {
  expect(notDone(whole)).toEqual([]);
});

test('nothing opens without a category that takes entries, a criterion and possible dates', () => {
  const timeline = partShapes.timeline.parse({
    entries: { opens: '2027-02-01T09:00', closes: '2027-01-01T17:00' },
    rounds: [{ key: 'panel', opens: '2027-03-02T17:00', closes: '2027-03-01T17:00' }],
  });
  const categories = partShapes.categories.parse([{ code: 'A', name: 'Crews', retired: true }]);
  expect(notDone({ ...whole, timeline, categories }, { ...about, criteria: 0 })).toEqual([
    'categories due 1',
    'criteria due 1',
    'dates due 2',
  ]);
});

test('rules nobody can count by keep an edition closed; what somebody will miss is told: names of nothing, texts, judges', () => {
  const categories = partShapes.categories.parse([{ code: 'A', name: 'Crews', form: 'essay', rules: ['age'] }]);
  const scorecards = partShapes.scorecards.parse({
    main: {
      criteria: [{ key: 'care', name: 'Care', kind: 'judged', weight: 1, scale: { min: 1, max: 10 } }],
    },
  });
  const texts = partShapes.texts.parse({});
  const award = partShapes.award.parse({ aggregation: 'schulze' });
  expect(notDone({ ...whole, categories, scorecards, texts, award }, { ...about, judges: 0 })).toEqual([
    'references open 2',
    'ballots due 1',
    'texts open 1',
    'judges open 1',
  ]);
});

test('a fact that rules ask for and no form does is told, and keeps nothing closed', () => {
  const rules = partShapes.rules.parse({ old: { needs: { fact: 'company.operatingSince', yearsAtLeast: 3 } } });
  const categories = partShapes.categories.parse([{ code: 'A', name: 'Crews', form: 'story', rules: ['old'] }]);
  const asking = (fact?: string) => ({ story: formOf(asks('date', 'founded', fact ? { fact } : {})) });
  expect(notDone({ ...whole, rules, categories, forms: asking() })).toEqual(['facts open 1']);
  expect(notDone({ ...whole, rules, categories, forms: asking('company.operatingSince') })).toEqual([]);
});

test('where there are forms, a category without one is told, and a form no category is entered by', () => {
  const form = partShapes.forms.parse({
    story: { title: 'Story', sections: [{ key: 'a', title: 'A', items: [{ kind: 'short-text', key: 'b', label: 'B' }] }] },
  });
  const categories = (...named: object[]) => partShapes.categories.parse(named);
  const [byForm, none] = [
    { code: 'A', name: 'Crews', form: 'story' },
    { code: 'B', name: 'Halls' },
  ];
  expect(notDone({ ...whole, forms: form, categories: categories(byForm) })).toEqual([]);
  expect(notDone({ ...whole, forms: form, categories: categories(byForm, none) })).toEqual(['forms open 1']);
  expect(notDone({ ...whole, forms: form, categories: categories(none, { ...byForm, retired: true }) })).toEqual(['forms open 2']);
});
