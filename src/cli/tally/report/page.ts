import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { VerdictCategory } from '#core/verdict/verdict.ts';
import { h } from '#ui/base/element.ts';
import { paths } from '#ui/icons/paths.ts';
import type { Words } from '#words/index.ts';
import type { Tallied } from '../run.ts';
import { imputedTable, sourcesTable } from './beside.ts';
import { derivations, effectiveTable, method, overridesSection, questions, robustnessCard } from './closing.ts';
import { logo } from './frame.ts';
import { anchorOf, findingTag, glance } from './glance.ts';
import { judgesPlot, whoMoved } from './movement.ts';
import { standings, standingsLegend } from './standings.ts';
import { stylesFor } from './styles.ts';

type Say = Pick<Words, 'report' | 'tally' | 'checks' | 'derivation' | 'robustness'>;

function reviewNotice(category: VerdictCategory, say: Words['report']): ReactNode {
  const icon = h('svg', { className: 'icon', viewBox: '0 0 18 18', 'aria-hidden': true }, h('path', { d: paths.alert }));
  return h(
    'div',
    { className: 'notice notice--warn gap-b' },
    icon,
    h('p', null, h('strong', null, say.looksAgain), ' ', say.review(category)),
  );
}

function categorySection({ verdict }: Tallied, category: VerdictCategory, i: number, words: Say): ReactNode {
  const id = anchorOf(i);
  const say = words.report;
  const broken = category.entries.flatMap(({ entry, tieBroken }) =>
    tieBroken ? [say.broken(entry, tieBroken.by, tieBroken.criteria, tieBroken.from)] : [],
  );
  const aside = category.entries.flatMap(({ entry, setAside }) =>
    setAside.map(({ judge, reason, missing }) => words.tally.setAside(judge, entry, reason, missing)),
  );
  const left = [imputedTable(category, id, words), whoMoved(category, id, say), effectiveTable(category, id, say)].filter(Boolean);
  // Of a blended score none of the tests is made, and that it is blended is said above.
  const right = category.state !== 'blended' && robustnessCard(category, id, words);
  return h(
    'section',
    { className: 'section', id, 'aria-labelledby': `${id}-title`, key: id },
    h(
      'div',
      { className: 'section__head' },
      h(
        'div',
        { className: 'stack-2' },
        h('p', { className: 'over' }, say.categoryOver(category)),
        h('h2', { className: 'h2', id: `${id}-title` }, category.category),
        h('p', null, findingTag(category, say)),
      ),
      category.state !== 'blended' && standingsLegend(category, say),
    ),
    h('p', { className: 'read gap-b' }, say.leadOf(category)),
    category.review && reviewNotice(category, say),
    standings(category, verdict.rules, words),
    ...[...broken, ...aside].map((text, n) => h('p', { className: 't-sm soft gap-t', key: n }, text)),
    category.state === 'blended' && h('div', { className: 'rest', key: 'sources' }, sourcesTable(category, id, say)),
    derivations(category, words),
    (left.length > 0 || right) &&
      h('div', { className: 'split split--half rest' }, h('div', { className: 'stack-6' }, ...left), h('div', null, right)),
  );
}

function themeChoice({ footer }: Words['report']): ReactNode {
  const choice = (name: keyof typeof footer.themes) =>
    h(
      'label',
      { key: name },
      h('input', { type: 'radio', name: 'theme', value: name, defaultChecked: name === 'auto' }),
      h('span', null, footer.themes[name]),
    );
  return h('fieldset', { className: 'theme no-print' }, h('legend', null, footer.theme), choice('auto'), choice('light'), choice('dark'));
}

function body(tallied: Tallied, title: string, words: Say): ReactNode {
  const { verdict, source } = tallied;
  const say = words.report;
  const { counted, categories, fit } = verdict;
  const over = [say.over, source.files.join(', '), say.rows(counted.marks), ...(source.rulesFile === null ? [] : [source.rulesFile])].join(
    ' · ',
  );
  return [
    h('a', { className: 'skip', href: '#main', key: 'skip' }, say.skip),
    h(
      'main',
      { id: 'main', key: 'main' },
      h(
        'div',
        { className: 'wrap report' },
        h(
          'header',
          { className: 'page-head' },
          h('p', { className: 'over row num' }, logo, h('span', null, over)),
          h('h1', { className: 'title' }, title),
          h('p', { className: 'lead measure' }, say.lead(counted, categories)),
        ),
        glance(categories, say),
        ...categories.map((category, i) => categorySection(tallied, category, i, words)),
        fit.judges.length > 0 && judgesPlot(fit, say),
        overridesSection(tallied.overrides, say),
        questions(verdict, words),
        method(tallied, words),
        h(
          'div',
          { className: 'section t-sm soft row row--end' },
          h('p', null, say.footer.holds, ' ', h('code', null, tallied.command)),
          themeChoice(say),
        ),
      ),
    ),
  ];
}

/** The whole report: one HTML file with styles and typefaces inside, without a script. The same tally makes the same bytes. */
export function reportPage(tallied: Tallied, words: Say): string {
  const title = tallied.source.title ?? words.report.untitled(tallied.source.files.join(', '));
  const page = renderToStaticMarkup(h('body', null, body(tallied, title, words)));
  const head = renderToStaticMarkup(
    h(
      'head',
      null,
      h('meta', { charSet: 'utf-8' }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('meta', { name: 'color-scheme', content: 'light dark' }),
      h('title', null, title),
      h('style', { dangerouslySetInnerHTML: { __html: stylesFor(page) } }),
    ),
  );
  return `<!doctype html>\n<html lang="en">${head}${page}</html>\n`;
}
