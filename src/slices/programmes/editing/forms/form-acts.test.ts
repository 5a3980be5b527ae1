/** What the forms of the builder's pages send, and what becomes of the edition's forms by it. */
import { describe, expect, it } from 'vitest';
import type { Parts } from '#core/editions/parts.ts';
import { formsProblems } from '#core/forms/problems.ts';
import { formsShape } from '#core/forms/shape.ts';
import type { FormArgs } from '#http/form.ts';
import { asks, formOf } from '#tests/support/forms/form.ts';
import type { Editing } from '../part-acts.ts';
import { formEdited, formsEdited } from './form-acts.ts';
import { presetForms } from './form-page.ts';

const now = formsShape.parse({ main: formOf(asks('short-text', 'title'), asks('long-text', 'essay'), asks('video', 'film')) });
const parts = { texts: { languages: [] }, timeline: {} } as unknown as Parts;
const editing = { parts, now } as unknown as Editing<'forms'>;

const onList = (values: FormArgs['values']) => formsEdited(editing, { values }, presetForms);
const onForm = (values: FormArgs['values']) => formEdited(editing, { values, params: { form: 'main' } });
const read = (body: unknown) => formsShape.parse(JSON.parse(JSON.stringify(body)));

describe('the forms of an edition while a manager makes them', () => {
  it('a form begins as a copy, as that of a known award, or with one question', () => {
    const copy = read(onList({ what: 'add', title: 'Second', source: 'copy:main' }).body);
    expect(copy.second).toEqual({ ...now.main, title: 'Second' });
    const known = read(onList({ what: 'add', title: 'Stevie', source: 'stevie-sales-customer-service:entry' }).body);
    expect(known.stevie?.sections).toEqual(presetForms('stevie-sales-customer-service').entry?.sections);
    const fresh = read(onList({ what: 'add', title: 'Main', source: '', question: 'Title?' }).body);
    expect(formsProblems(fresh)).toEqual([]);
    expect(Object.keys(fresh)).toEqual(['main', 'main-2']);
  });

  it('a ready-made section comes with its questions and is the one looked at then; a block nobody knows is asked for again', () => {
    const { body, keep } = onForm({ what: 'add-block', block: 'use-of-ai' });
    const made = read(body);
    expect([keep, formsProblems(made)]).toEqual([{ section: 'use-of-ai' }, []]);
    expect(made.main?.sections.at(-1)?.items.map(({ key }) => key)).toEqual(['ai-used', 'ai-for', 'ai-how']);
    expect(() => onForm({ what: 'add-block', block: 'constructor' })).toThrowError(
      expect.objectContaining({ code: 'general.invalid-input' }),
    );
  });

  it('what is wrong with a question stands at its field; what it breaks elsewhere is told by its path', () => {
    const { body, fieldOf, keep } = onForm({ what: 'item', target: 'item:essay', label: 'Essay', 'words.min': '9', 'words.max': '5' });
    expect(formsProblems(read(body)).map(({ path }) => fieldOf(path))).toEqual(['words.min']);
    expect(fieldOf('main.sections.0.items.0.condition')).toBe('forms.main.sections.0.items.0.condition');
    expect(keep).toEqual({ item: 'essay' });
  });

  it('questions put together, moved and taken away leave a form that can be used', () => {
    const { body, keep } = onForm({ what: 'add-group', label: 'One of two', rule: 'exactly-one-of', fields: 'essay\nfilm' });
    const made = read(body);
    expect([keep, formsProblems(made)]).toEqual([{ item: 'one-of-two' }, []]);
    expect(made.main?.sections[0]?.items.map(({ key }) => key)).toEqual(['title', 'one-of-two']);
    const less = read(onForm({ what: 'remove', target: 'item:title' }).body);
    expect(less.main?.sections[0]?.items.map(({ key }) => key)).toEqual(['essay', 'film']);
    const risen = read(onForm({ what: 'up', target: 'item:film' }).body);
    expect(risen.main?.sections[0]?.items.map(({ key }) => key)).toEqual(['title', 'film', 'essay']);
  });
});
