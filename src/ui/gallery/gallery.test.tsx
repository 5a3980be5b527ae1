/** What holds for every part is asked of the gallery, because it shows them all. */
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import Gallery from './gallery.tsx';

const html = renderToStaticMarkup(<Gallery />);

type Tag = { readonly name: string; readonly attributes: Readonly<Record<string, string>>; readonly at: number };

function tagsOf(page: string): Tag[] {
  return [...page.matchAll(/<([a-z][a-z0-9]*)((?:\s[^<>]*?)?)\/?>/g)].map((tag) => ({
    name: tag[1] ?? '',
    attributes: Object.fromEntries(
      [...(tag[2] ?? '').matchAll(/([a-zA-Z-]+)(?:="([^"]*)")?/g)].map(([, key = '', value = '']) => [key, value]),
    ),
    at: tag.index,
  }));
}

const tags = tagsOf(html);
const ids = tags.flatMap(({ attributes }) => attributes.id ?? []);

/** Stands inside a label that is still open there. */
function isWrapped(at: number): boolean {
  const before = html.slice(0, at);
  return before.lastIndexOf('<label') > before.lastIndexOf('</label>');
}

test('the gallery is read: it has fields, tables, plots and forms', () => {
  const wanted = ['input', 'textarea', 'select', 'table', 'svg', 'form', 'progress', 'details'];
  expect(wanted.filter((name) => !tags.some((tag) => tag.name === name))).toEqual([]);
});

test('every control has a name: a label bound to it, a label around it, or words of its own', () => {
  const labelled = new Set(tags.flatMap(({ name, attributes }) => (name === 'label' ? (attributes.for ?? []) : [])));
  const controls = tags.filter(({ name, attributes }) => ['input', 'select', 'textarea'].includes(name) && attributes.type !== 'hidden');
  const nameless = controls.filter(
    ({ attributes, at }) => !attributes['aria-label'] && !labelled.has(attributes.id ?? '') && !isWrapped(at),
  );
  expect(nameless.map(({ attributes }) => attributes.name)).toEqual([]);
});

test('an id stands once, and what points at an id of the page finds it', () => {
  expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  const pointers = ['aria-describedby', 'aria-labelledby', 'for', 'form'];
  const lost = tags.flatMap(({ attributes }) =>
    pointers.flatMap((pointer) => (attributes[pointer] ?? '').split(' ').filter((id) => id !== '' && !ids.includes(id))),
  );
  expect(lost).toEqual([]);
});

test('nothing is styled or scripted in place, so the strict content policy holds', () => {
  expect(tags.filter(({ attributes }) => 'style' in attributes || Object.keys(attributes).some((key) => /^on[a-z]/.test(key)))).toEqual([]);
  expect(tags.filter(({ name }) => name === 'script' || name === 'style')).toEqual([]);
});

test('every drawing is either silent or says what it shows', () => {
  const drawings = tags.filter(({ name }) => name === 'svg');
  const mute = drawings.filter(
    ({ attributes }) => attributes['aria-hidden'] !== 'true' && !(attributes.role === 'img' && attributes['aria-label']),
  );
  expect(mute).toEqual([]);
});

test('every button says what kind it is, and a table names its columns and rows', () => {
  expect(tags.filter(({ name, attributes }) => name === 'button' && !attributes.type)).toEqual([]);
  expect(tags.filter(({ name, attributes }) => name === 'th' && !attributes.scope)).toEqual([]);
});
