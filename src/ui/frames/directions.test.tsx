import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Tasks } from '../data/lists.tsx';
import { TitleCell } from '../data/title-cell.tsx';
import { Bar, Masthead } from '../navigation/bars.tsx';
import { Crumbs } from '../navigation/nav.tsx';
import { Hero, Opening, Prose } from './editorial.tsx';
import { PageHead, Section } from './frames.tsx';

const title = 'جرس اليد (2027)';
const parts = {
  'the head of a page': <PageHead title={title} />,
  'the name of a section': <Section title={title}>…</Section>,
  'the head of a public page': <Hero title={title} lead="…" />,
  'the opening of a public page': <Opening title={title} />,
  'the name of a row': <TitleCell small={title}>Three rings</TitleCell>,
  'a task': <Tasks items={[{ to: '/entries/1', text: title }]} />,
  'a step of the way': <Crumbs label="…" items={[{ text: title }]} />,
  'the name in a masthead': <Masthead name={{ text: title, to: '/' }} label="…" items={[]} />,
  'the subject of a bar': <Bar product={{ text: 'Plaudit', to: '/' }} subject={{ text: title, to: '/' }} label="…" items={[]} />,
};

for (const [name, part] of Object.entries(parts)) {
  test(`${name} keeps the direction of what people wrote to itself`, () => {
    const markup = renderToStaticMarkup(part).replaceAll(/ title="[^"]*"/g, '');
    expect(markup).toContain(`<bdi>${title}</bdi>`);
  });
}

test('each paragraph of a text runs in its own direction', () => {
  expect(renderToStaticMarkup(<Prose text={`${title}\n\nThree rings`} />)).toBe(
    `<div class="read"><p dir="auto">${title}</p><p dir="auto">Three rings</p></div>`,
  );
});
