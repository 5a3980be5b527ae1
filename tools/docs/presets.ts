import { presets } from '#core/ranking/presets/presets.ts';
import { wordsFor } from '#words/index.ts';
import { type Page, table } from './page.ts';

const intro = `# Presets

The rules of real programmes as data, in \`src/core/ranking/presets\`, as far as their public pages say how entries are counted. What a page leaves
open is listed, not guessed. Programmes change their rules: compare with the source before you use one.`;

export const presetsPage: Page = {
  file: 'presets.md',
  make: () => {
    const { presets: say } = wordsFor('en');
    const rows = presets.map(({ programme, rules, unstated, sources }) => [
      programme,
      say.rules(rules).join('; ') || '–',
      say.unstated(unstated),
      sources.join(', '),
    ]);
    return `${intro}\n\n${table(say.columns, rows)}\n`;
  },
};
