import { exitCodes } from '#main/outcome.ts';
import { wordsFor } from '#words/index.ts';
import { commands } from '../../src/cli/commands.ts';
import { type Page, table } from './page.ts';

const { commandLine } = wordsFor('en');

const intro = `# The command line

\`./plaudit\` runs from any folder and through links, and installs what is missing first. \`./plaudit help COMMAND\` tells a command's options;
where a command prints data, \`--json\` prints it for programs. What it says about its progress goes to standard error.`;

export const commandLinePage: Page = {
  file: 'command-line.md',
  make: () => {
    const lines = commands.map(({ name, about }) => [`\`./plaudit ${name}\``, about]);
    const codes = (Object.keys(exitCodes) as (keyof typeof exitCodes)[]).map((kind) => [String(exitCodes[kind]), commandLine.exits[kind]]);
    return `${intro}\n\n${table(['command', 'does'], lines)}\n\n## Exit codes\n\n${table(['code', 'means'], codes)}\n`;
  },
};
