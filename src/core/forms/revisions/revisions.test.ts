/** A form is changed while there are entries: every change is found, and who is affected is counted before anything is applied. */
import { describe, expect, it } from 'vitest';
import { asks, everyKind, formOf, grouped, option } from '#tests/support/forms/form.ts';
import { type Form, fieldsOf } from '../shape.ts';
import { concerning } from './concerning.ts';
import { formDifferences } from './differences.ts';
import { countEffects, type EntryAnswers } from './effects.ts';

const sent = (answers: Record<string, unknown>): EntryAnswers => ({ submitted: true, answers });
const draft = (answers: Record<string, unknown>): EntryAnswers => ({ submitted: false, answers });
const found = (before: Form, after: Form) => formDifferences(before, after).map((change) => Object.values(change).join(' '));

/** What a change does to all of these. */
function effectsOf(before: Form, after: Form, entries: readonly EntryAnswers[]) {
  const counting = countEffects(before, after);
  for (const entry of entries) counting.add(entry);
  return counting.effects();
}

/** Each effect as `kind: consequence, drafts affected + submitted affected`, grave ones with a mark. */
const told = (before: Form, after: Form, entries: readonly EntryAnswers[]) =>
  effectsOf(before, after, entries).map(
    ({ change, consequence, affected, grave }) =>
      `${change.kind}: ${consequence}, ${affected.drafts} + ${affected.submitted}${grave ? '!' : ''}`,
  );

const options = [option('phone'), option('mail')];

describe('the differences of two versions of a form', () => {
  it('there are none between a form and itself', () => {
    expect(formDifferences(everyKind, structuredClone(everyKind))).toEqual([]);
  });

  it.each<[object, object, string[]]>([
    [asks('short-text', 'a'), asks('short-text', 'b', { required: 'submit' }), ['field-removed a', 'field-added b submit']],
    [asks('short-text', 'a'), asks('long-text', 'a'), ['kind-changed a short-text long-text']],
    [asks('short-text', 'a'), asks('short-text', 'a', { required: 'draft' }), ['required-changed a never draft']],
    [asks('long-text', 'a'), asks('long-text', 'a', { words: { max: 500 } }), ['limit-tightened a words.max 1000 500']],
    [asks('long-text', 'a'), asks('long-text', 'a', { words: { min: 10 } }), ['limit-tightened a words.min 0 10']],
    [asks('video', 'a'), asks('video', 'a', { seconds: 600 }), ['limit-loosened a seconds 300 600']],
    [asks('number', 'a'), asks('number', 'a', { max: 9 }), ['limit-tightened a number.max  9']],
    [asks('number', 'a', { step: 1 }), asks('number', 'a', { step: 5 }), ['settings-changed a']],
    [asks('files', 'a'), asks('files', 'a', { extensions: ['pdf'] }), ['limit-tightened a extensions  pdf']],
    [
      asks('files', 'a', { extensions: ['pdf'] }),
      asks('files', 'a', { extensions: ['pdf', 'doc'] }),
      ['limit-loosened a extensions pdf pdf, doc'],
    ],
    [asks('short-text', 'a'), asks('short-text', 'a', { audience: 'public' }), ['readers-widened a judges public']],
    [asks('short-text', 'a'), asks('short-text', 'a', { audience: 'managers' }), ['readers-narrowed a judges managers']],
    [asks('short-text', 'a'), asks('short-text', 'a', { protection: 'sensitive' }), ['guarded-more a internal sensitive']],
    [asks('short-text', 'a'), asks('short-text', 'a', { label: 'Another' }), ['reworded a']],
    [asks('consent', 'a', { text: 'Yes' }), asks('consent', 'a', { text: 'Yes, gladly' }), ['consent-reworded a']],
    [asks('choice', 'a', { options }), asks('choice', 'a', { options: [option('phone')] }), ['option-removed a mail']],
    [asks('choice', 'a', { options }), asks('choice', 'a', { options: [...options, option('chat')] }), ['option-added a chat']],
    [
      asks('choice', 'a', { options }),
      asks('choice', 'a', { options: [option('phone'), { key: 'mail', label: 'Post' }] }),
      ['option-renamed a mail'],
    ],
    [
      asks('choice', 'a', { options }),
      asks('choice', 'a', { options: [option('phone'), { ...option('mail'), retired: true }] }),
      ['option-retired a mail'],
    ],
    [asks('choice', 'a', { options, other: true }), asks('choice', 'a', { options }), ['limit-tightened a other other ']],
  ])('%j becomes %j', (before, after, changes) => {
    const rest = asks('short-text', 'rest');
    expect(found(formOf({ ...before }, rest), formOf({ ...after }, rest))).toEqual(changes);
  });

  it('of groups the rule counts, of fields also where they stand and what they hang from', () => {
    const [a, b] = [asks('short-text', 'a'), asks('short-text', 'b')];
    expect(found(formOf(grouped('g', 'plain', [a, b])), formOf(grouped('g', 'exactly-one-of', [a, b])))).toEqual([
      'rule-changed g plain exactly-one-of',
    ]);
    expect(found(formOf(a, b), formOf(b, a))).toEqual(['order-changed']);
    expect(found(formOf(a, b), formOf(grouped('g', 'plain', [a]), b))).toEqual(['group-added g', 'moved a']);
    expect(found(formOf(a, b), formOf(a, { ...b, condition: { field: 'a', answered: true } }))).toEqual(['condition-changed b']);
  });
});

describe('what a change does to the entries there are', () => {
  const fifty = Array.from({ length: 50 }, (_, i) => sent(i < 12 ? { old: 'text', a: 'x' } : { a: 'x' }));

  it('a field taken out: twelve of fifty answered it, their answers keep their text and are seen by no judge', () => {
    const [before, after] = [formOf(asks('short-text', 'a'), asks('short-text', 'old')), formOf(asks('short-text', 'a'))];
    const [effect] = effectsOf(before, after, fifty);
    expect(effect).toEqual({
      change: { kind: 'field-removed', key: 'old' },
      consequence: 'kept-unseen',
      affected: { drafts: 0, submitted: 12 },
      of: { drafts: 0, submitted: 50 },
      grave: false,
    });
    expect(fifty[0]?.answers).toEqual({ old: 'text', a: 'x' });
  });

  it('a new required field is asked of drafts and makes nothing invalid that was sent in', () => {
    const after = formOf(asks('short-text', 'a'), asks('short-text', 'new', { required: 'submit' }));
    expect(told(formOf(asks('short-text', 'a')), after, [...fifty, draft({ a: 'y' }), draft({})])).toEqual([
      'field-added: asked-of-drafts, 2 + 0',
    ]);
  });

  it.each<[string, object, object, EntryAnswers[], string[]]>([
    [
      'a lower limit',
      asks('long-text', 'a'),
      asks('long-text', 'a', { words: { max: 2 } }),
      [sent({ a: 'one two three' }), draft({ a: 'one two three' }), draft({ a: 'one two' })],
      ['limit-tightened: beyond-limit, 1 + 1'],
    ],
    [
      'a lower limit nobody is over',
      asks('long-text', 'a'),
      asks('long-text', 'a', { words: { max: 2 } }),
      [sent({ a: 'one two' }), draft({})],
      ['limit-tightened: none, 0 + 0'],
    ],
    [
      'more readers than were promised',
      asks('short-text', 'a', { audience: 'managers' }),
      asks('short-text', 'a', { audience: 'public' }),
      [sent({ a: 'secret' }), sent({}), draft({ a: 'secret' })],
      ['readers-widened: seen-by-more, 1 + 1!'],
    ],
    [
      'an option taken out',
      asks('choice', 'a', { options }),
      asks('choice', 'a', { options: [option('phone')] }),
      [sent({ a: 'mail' }), sent({ a: 'phone' })],
      ['option-removed: option-gone, 0 + 1'],
    ],
    [
      'another kind',
      asks('short-text', 'a'),
      asks('number', 'a'),
      [sent({ a: 'many' }), sent({ a: '12' })],
      ['kind-changed: kept-unseen, 0 + 1'],
    ],
    [
      'other words of a consent',
      asks('consent', 'a', { text: 'Yes' }),
      asks('consent', 'a', { text: 'No' }),
      [sent({ a: true }), draft({ a: true }), draft({})],
      ['consent-reworded: consent-anew, 1 + 1!'],
    ],
  ])('%s', (_, before, after, entries, effects) => {
    expect(told(formOf({ ...before }), formOf({ ...after }), entries)).toEqual(effects);
  });

  it('grave changes come first', () => {
    const before = formOf(asks('short-text', 'a', { audience: 'managers' }), asks('short-text', 'b'));
    const after = formOf(asks('short-text', 'a', { label: 'New' }), asks('long-text', 'c'));
    expect(told(before, after, [draft({ a: 'x', b: 'y' })])).toEqual([
      'readers-widened: seen-by-more, 1 + 0!',
      'field-removed: kept-unseen, 1 + 0',
      'reworded: reads-otherwise, 1 + 0',
      'field-added: none, 0 + 0',
    ]);
  });

  it('a new condition hides what was written and does not forget it', () => {
    const a = asks('number', 'a');
    const [before, after] = [
      formOf(a, asks('short-text', 'b')),
      formOf(a, asks('short-text', 'b', { condition: { field: 'a', atLeast: 5 } })),
    ];
    expect(told(before, after, [sent({ a: 4, b: 'x' }), sent({ a: 5, b: 'x' })])).toEqual(['condition-changed: shown-or-hidden, 0 + 1']);
  });

  it('each entry is told which changes touch it', () => {
    const before = formOf(asks('long-text', 'a'), asks('short-text', 'old'));
    const counting = countEffects(
      before,
      formOf(asks('long-text', 'a', { words: { max: 2 } }), asks('short-text', 'new', { required: 'submit' })),
    );
    const touched = [draft({ a: 'one two three' }), sent({ a: 'one', old: 'x' }), sent({ a: 'one' })].map((entry) =>
      counting.add(entry).map(({ change, consequence }) => `${change.kind}: ${consequence}`),
    );
    expect(touched).toEqual([['limit-tightened: beyond-limit', 'field-added: asked-of-drafts'], ['field-removed: kept-unseen'], []]);
    expect(counting.of()).toEqual({ drafts: 1, submitted: 2 });
  });

  it('only what a change concerns is looked at, with all that decides it', () => {
    const [a, b] = [asks('number', 'a'), asks('short-text', 'b', { condition: { field: 'a', atLeast: 5 } })];
    const group = grouped('g', 'exactly-one-of', [asks('short-text', 'c'), asks('short-text', 'd')], {
      condition: { field: 'b', answered: true },
    });
    const form = formOf(a, b, group, asks('short-text', 'e'));
    const after = formOf(a, b, group, asks('short-text', 'e', { required: 'submit' }));
    const keysOf = (one: Form) => fieldsOf(one).map(({ field }) => field.key);
    expect(countEffects(form, after).forms.map(keysOf)).toEqual([['e'], ['e']]);
    expect(keysOf(concerning(form, new Set(['d'])))).toEqual(['a', 'b', 'c', 'd']);
    expect(keysOf(concerning(form, new Set(['g'])))).toEqual(['a', 'b', 'c', 'd']);
  });
});
