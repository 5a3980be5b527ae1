/** What a form asks as it stands on a page: every kind has controls whose names its answers are read from. */
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { controlName, isOfFiles, sentAnswers } from '#core/forms/controls/sending.ts';
import { fieldsOf } from '#core/forms/shape.ts';
import { everyKind, goodAnswers } from '#tests/support/forms/form.ts';
import { FormAsked } from './form-asked.tsx';

const answers = {
  ...goodAnswers,
  agents: 60,
  revenue: { currency: 'EUR', minor: 1250 },
  links: ['https://a.example'],
  since: '2022-02-03',
};

const drawn = (kept: Readonly<Record<string, unknown>>, form = everyKind, language = 'en'): string =>
  renderToStaticMarkup(<FormAsked form={form} answers={kept} language={language} fallback="en" />);

/** What a browser without scripts would send of the page as it was drawn. */
function sentOf(html: string): Record<string, string> {
  const sent: Record<string, string> = {};
  const put = (name: string, value: string) => {
    sent[name] = sent[name] === undefined ? value : `${sent[name]}\n${value}`;
  };
  const attribute = (tag: string, name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  for (const [tag] of html.matchAll(/<input[^>]*>/g)) {
    const ticks = /type="(?:checkbox|radio)"/.test(tag);
    if (!ticks || tag.includes('checked')) put(attribute(tag, 'name') ?? '', attribute(tag, 'value') ?? '');
  }
  for (const [, tag = '', text = ''] of html.matchAll(/<textarea([^>]*)>([^<]*)</g)) put(attribute(tag, 'name') ?? '', text.trim());
  for (const [, tag = '', inside = ''] of html.matchAll(/<select([^>]*)>(.*?)<\/select>/g)) {
    put(attribute(tag, 'name') ?? '', /<option value="([^"]*)" selected/.exec(inside)?.[1] ?? '');
  }
  return sent;
}

test('what was answered stands in the controls, and is sent as the same answers', () => {
  const sent = sentAnswers(everyKind, sentOf(drawn(answers)));
  expect(sent).toMatchObject({ title: 'Faster help', agents: '60', revenue: { amount: '12.50', currency: 'EUR' }, rules: 'on' });
  expect(Object.keys(sent).sort()).toEqual(Object.keys(answers).sort());
});

test('every field has a control, and what is not asked yet is there with its condition in words', () => {
  const html = drawn({});
  const missing = fieldsOf(everyKind).filter(({ field }) => !html.includes(`name="${controlName(field.key)}`));
  expect(missing).toEqual([]);
  expect(html).toContain('Only if “agents” is 50 or more.');
  expect(html).toContain('Up to 625 words.');
  expect(html.match(/type="file"/g)).toHaveLength(fieldsOf(everyKind).filter(({ field }) => isOfFiles(field)).length);
  expect([html.match(/data-asked="no"/g)?.length, drawn(answers).includes('data-asked="no"')]).toEqual([1, false]);
});

test('texts of the organiser are in the reader’s language and escaped', () => {
  const form = structuredClone(everyKind);
  form.sections[0] = { ...form.sections[0], title: { en: '<b>Story</b>', de: '<i>Fall</i>' } } as (typeof form.sections)[number];
  expect(drawn({}, form, 'de')).toContain('&lt;i&gt;Fall&lt;/i&gt;');
});

test('what its organiser asked for is never called optional', () => {
  const free = fieldsOf(everyKind).find(({ field, group }) => field.required === 'never' && !group);
  const of = (asked: readonly string[]) =>
    renderToStaticMarkup(<FormAsked form={everyKind} answers={{}} language="en" fallback="en" asked={asked} />);
  const count = (html: string, mark: string) => html.split(mark).length - 1;
  const [before, after] = [of([]), of([controlName(free?.field.key ?? '')])];
  expect([count(before, 'asked of you'), count(after, 'asked of you')]).toEqual([0, 1]);
  expect(count(before, 'optional') - count(after, 'optional')).toBe(1);
});
