import { presets } from '#core/ranking/presets/presets.ts';
import { wordsFor } from '#words/index.ts';

const { presets: say } = wordsFor('en');

/** Every preset: its name, the programme, what its rules say and leave open, and where that stands. */
export function presetsText(): string {
  const blocks = presets.map(({ id, programme, rules, unstated, sources }) =>
    [id, `  ${programme} (${sources.join(', ')})`, ...say.rules(rules).map((line) => `  ${line}`), `  ${say.open(unstated)}`].join('\n'),
  );
  return `${blocks.join('\n\n')}\n`;
}
