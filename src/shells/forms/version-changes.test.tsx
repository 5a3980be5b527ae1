import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { Changes } from '#core/entries/versions.ts';
import { fieldsOf } from '#core/forms/shape.ts';
import { everyKind } from '#tests/support/forms/form.ts';
import { VersionChanges } from './version-changes.tsx';

const fieldOf = (key: string) => {
  const found = fieldsOf(everyKind).find(({ field }) => field.key === key);
  if (!found) throw new Error(`the form asks no ${key}`);
  return found.field;
};
const nothing: Changes = { head: [], answers: [], language: 'en', added: [], removed: [], count: 0 };
const drawn = (changes: Partial<Changes>) => renderToStaticMarkup(<VersionChanges of={{ ...nothing, ...changes }} />);
const marked = (html: string, tag: 'ins' | 'del') =>
  [...html.matchAll(new RegExp(`<${tag}>(.*?)</${tag}>`, 'g'))].map(([, inside = '']) => inside.replaceAll(/<[^>]*>[^<]*<\/[^>]*>/g, ''));

test('of a text the words that came and went are marked, in the head as in an answer', () => {
  const head = drawn({ head: [{ part: 'title', before: 'Faster help', after: 'Calmer help' }] });
  expect([marked(head, 'del'), marked(head, 'ins')]).toEqual([['Faster'], ['Calmer']]);
  const answer = drawn({ answers: [{ field: fieldOf('title'), before: 'One desk', after: 'One calm desk' }] });
  expect([marked(answer, 'del'), marked(answer, 'ins')]).toEqual([[], [' calm']]);
});

test('of anything else both answers are told, and one that is not there as nothing', () => {
  const html = drawn({ answers: [{ field: fieldOf('agents'), before: undefined, after: 60 }] });
  expect([...html.matchAll(/<p[^>]*>(.*?)<\/p>/g)].map(([, inside]) => inside)).toEqual(['Before', 'Nothing', 'After', '60']);
});
