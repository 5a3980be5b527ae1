import type { ReactNode } from 'react';
import type { VerdictCategory } from '#core/verdict/verdict.ts';
import { h } from '#ui/base/element.ts';
import type { Words } from '#words/index.ts';

type Say = Words['report'];

export const anchorOf = (category: number): string => `category-${category + 1}`;

/** What a category came to, as a mark with its word. */
export function findingTag({ finding }: VerdictCategory, say: Say): ReactNode {
  const kind = say.tags[finding];
  return h('span', { className: kind === 'plain' ? 'tag' : `tag tag--${kind}` }, say.finding(finding));
}

/** One line a category: the page a chair reads first. */
export function glance(categories: readonly VerdictCategory[], say: Say): ReactNode {
  const { heads, title, region, caption, none } = say.glance;
  const row = (category: VerdictCategory, i: number) =>
    h(
      'tr',
      { key: i },
      h('th', { scope: 'row' }, h('a', { href: `#${anchorOf(i)}` }, category.category)),
      h('td', { className: 'r' }, category.entries.length),
      h(
        'td',
        null,
        category.winners.length === 0
          ? h('span', { className: 'faint' }, none)
          : category.winners.map((winner) => h('span', { className: 'entry-name block', key: winner }, winner)),
      ),
      h('td', null, findingTag(category, say)),
      h('td', { className: 'soft' }, say.inShort(category)),
    );
  const head = [heads.category, heads.entries, heads.first, heads.verdict, heads.words];
  return h(
    'section',
    { 'aria-labelledby': 'glance' },
    h('h2', { className: 'vh', id: 'glance' }, title),
    h(
      'div',
      { className: 'scroll-x', tabIndex: 0, role: 'region', 'aria-label': region },
      h(
        'table',
        { className: 'table glance' },
        h('caption', { className: 'vh' }, caption),
        h(
          'thead',
          null,
          h('tr', null, ...head.map((text, i) => h('th', { scope: 'col', className: i === 1 ? 'r' : undefined, key: i }, text))),
        ),
        h('tbody', null, ...categories.map(row)),
      ),
    ),
  );
}
