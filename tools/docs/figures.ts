import { isKept } from '../../bench/figure.ts';
import { readResults } from '../../bench/results.ts';
import { amountOf, multipleOf, promiseOf } from '../../bench/told.ts';
import { about } from '../../bench/unit.ts';
import { type Page, table } from './page.ts';

const intro = `# Figures

What \`./plaudit bench\` measured. A multiple is CPU time divided by that of one fixed unit of work done in the same run
(${about}), so that it can be compared between machines; a ratio is to a peer on the same machine in the same run.
After ± stands the standard error over the batches of the run.`;

export const figuresPage: Page = {
  file: 'figures.md',
  make: () => {
    const parts = Object.entries(readResults()).map(([name, { about: what, machine, load, unit, figures }]) => {
      const rows = figures.map((figure) => [
        figure.name,
        amountOf(figure),
        multipleOf(figure, unit) ?? '',
        String(figure.n),
        promiseOf(figure) ?? '',
        figure.promise === undefined ? '' : isKept(figure) ? 'kept' : 'not kept',
      ]);
      const heading = ['figure', 'value', 'units of work', 'n', 'promised', ''];
      return `## ${name}\n\n${what}. One unit: ${unit} CPU ms. ${machine}, load average before ${load}.\n\n${table(heading, rows)}`;
    });
    return `${[intro, ...parts].join('\n\n')}\n`;
  },
};
