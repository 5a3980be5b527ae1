import type { ReactNode } from 'react';
import type { VerdictCategory } from '#core/verdict/verdict.ts';
import { h } from '#ui/base/element.ts';
import type { Words } from '#words/index.ts';
import { plainTable } from './frame.ts';

type Say = Words['report'];

export const anchorOf = (category: number): string => `category-${category + 1}`;

/** What a category came to, as a mark with its word. */
export function findingTag({ finding }: VerdictCategory, say: Say): ReactNode {
  const kind = say.tags[finding];
  return h('span', { className: kind === 'plain' ? 'tag' : `tag tag--${kind}` }, say.finding(finding));
}

/** One line a category: the page a chair reads first, and the way to every category. */
export function glance(categories: readonly VerdictCategory[], say: Say): ReactNode {
  const { heads, title, caption, none } = say.glance;
  const first = ({ winners }: VerdictCategory) =>
    winners.length === 0
      ? h('span', { className: 'faint' }, none)
      : winners.map((winner) => h('span', { className: 'entry-name block', key: winner }, h('bdi', null, winner)));
  return h(
    'section',
    { 'aria-labelledby': 'glance' },
    h('h2', { className: 'vh', id: 'glance' }, title),
    plainTable(
      caption,
      categories.map((category, i) => ({ category, id: anchorOf(i) })),
      [
        { head: heads.category, cell: ({ category, id }) => h('a', { href: `#${id}` }, h('bdi', null, category.category)) },
        { head: heads.entries, cell: ({ category }) => category.entries.length, right: true },
        { head: heads.first, cell: ({ category }) => first(category) },
        { head: heads.verdict, cell: ({ category }) => findingTag(category, say) },
        { head: heads.words, cell: ({ category }) => h('span', { className: 'soft' }, say.inShort(category)) },
      ],
      { className: 'glance', lines: true },
    ),
  );
}
