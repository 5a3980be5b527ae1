import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { VerdictCategory } from '#core/verdict/verdict.ts';
import { h } from '#ui/base/element.ts';
import { paths } from '#ui/icons/paths.ts';
import type { Words } from '#words/index.ts';
import type { Tallied } from '../run.ts';
import { disputedTable, imputedTable, sourcesTable } from './beside.ts';
import { derivations, effectiveTable, method, overridesSection, questions, robustnessCard } from './closing.ts';
import { withFileNames } from './file-names.ts';
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
  const aside = category.entries.flatMap((own) => [
    ...words.tally.disputed(own, verdict.rules),
    ...own.setAside.map(({ judge, reason, missing }) => words.tally.setAside(judge, own.entry, reason, missing)),
  ]);
  const beside = [imputedTable(category, id, words), disputedTable(category, id, words)];
  const left = [...beside, whoMoved(category, id, say), effectiveTable(category, id, say)].filter(Boolean);
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
        h('h2', { className: 'h2', id: `${id}-title` }, h('bdi', null, category.category)),
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
    wayOn(verdict.categories, i, say),
  );
}

/** The parts of the report as links, for whoever need not read all of it. */
function contents({ verdict, overrides }: Tallied, { report: say }: Say): ReactNode {
  const links: readonly (readonly [boolean, string, string])[] = [
    [true, 'glance', say.contents.glance],
    [verdict.fit.judges.length > 0, 'judges', say.judges.title],
    [overrides !== null, 'overrides', say.overrides.title],
    [true, 'questions', say.checks.title],
    [true, 'method', say.method.title],
  ];
  return h(
    'nav',
    { className: 'contents no-print', 'aria-label': say.contents.title },
    ...links.flatMap(([there, id, text]) => (there ? [h('a', { href: `#${id}`, key: id }, text)] : [])),
  );
}

/** The way on from a category of several. */
function wayOn(categories: readonly VerdictCategory[], i: number, { contents: say }: Words['report']): ReactNode {
  if (categories.length < 2) return null;
  const next = categories[i + 1];
  return h(
    'p',
    { className: 'contents no-print' },
    h('a', { href: '#glance' }, say.back),
    next && h('a', { href: `#${anchorOf(i + 1)}` }, say.next(next.category)),
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
          contents(tallied, words),
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
          h(
            'p',
            { className: 'measure' },
            `${say.footer.holds} ${tallied.bundles.length > 0 ? say.footer.recount : say.footer.again} `,
            h('code', null, tallied.command),
          ),
          themeChoice(say),
        ),
      ),
    ),
  ];
}

/** The whole report: one HTML file with styles and typefaces inside, without a script. The same tally makes the same bytes. */
export function reportPage(all: Tallied, words: Say): string {
  const tallied = withFileNames(all);
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
