import { expect, test } from 'vitest';
import { formsProblems } from '#core/forms/problems.ts';
import { fieldsOf } from '#core/forms/shape.ts';
import { asks, formOf } from '#tests/support/forms/form.ts';
import { blockKeys, titleOfBlock, withBlock } from './blocks.ts';

const bare = formOf(asks('short-text', 'title'));
const keysOf = (form: typeof bare) => fieldsOf(form).map(({ field }) => field.key);

test('every block makes a form that can be used, also the second time, with conditions on its own questions', () => {
  for (const block of blockKeys) {
    const { form: once, section } = withBlock(bare, block);
    const { form: twice, section: second } = withBlock(once, block);
    expect(formsProblems({ main: twice })).toEqual([]);
    expect([section, second]).toEqual([block, `${block}-2`]);
    const added = fieldsOf(twice).filter((placed) => placed.section.key === second);
    const own = added.map(({ field }) => field.key);
    const asked = added.flatMap(({ field: { condition } }) => (condition && 'field' in condition ? [condition.field] : []));
    expect(asked.filter((key) => !own.includes(key))).toEqual([]);
    expect(asked.length).toBeGreaterThan(0);
  }
});

test('the use of AI is asked of everybody, and what for only where it was used', () => {
  const { form } = withBlock(bare, 'use-of-ai');
  expect(keysOf(form)).toEqual(['title', 'ai-used', 'ai-for', 'ai-how']);
  expect(titleOfBlock('use-of-ai')).toBe('Use of AI');
});

test('who enters for a client says so to managers, and agrees in the client’s name', () => {
  const fields = fieldsOf(withBlock(bare, 'agency').form).slice(1);
  expect(fields.map(({ field: { key, audience, required } }) => [key, audience, required])).toEqual([
    ['sent-in-by', 'managers', 'submit'],
    ['agency-name', 'managers', 'submit'],
    ['client-contact', 'managers', 'submit'],
    ['client-agrees', 'managers', 'submit'],
  ]);
});
