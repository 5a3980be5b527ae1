import { Command } from 'commander';
import { exitCodes } from '#main/outcome.ts';
import { wordsFor } from '#words/index.ts';
import { commands } from '../../src/cli/commands.ts';
import { type Page, table } from './page.ts';

const { commandLine } = wordsFor('en');

const intro = `# The command line

\`./plaudit\` runs from any folder and through links, and installs what is missing first. \`./plaudit help COMMAND\` tells a command's options;
where a command prints data, \`--json\` prints it for programs. What it says about its progress goes to standard error.`;

/** A command and those below it, each as its own help tells it. */
function helpOf(command: Command, path: string, taken: () => string): string[] {
  command.outputHelp();
  const help = `## ${path}\n\n\`\`\`text\n${taken().trim()}\n\`\`\``;
  return [help, ...command.commands.flatMap((below) => helpOf(below, `${path} ${below.name()}`, taken))];
}

async function helpOfAll(): Promise<string[]> {
  let printed = '';
  const program = new Command('plaudit').helpOption('--help', commandLine.help).configureHelp({ sortSubcommands: false, helpWidth: 100 });
  program.configureOutput({
    writeOut: (text) => {
      printed += text;
    },
  });
  for (const { load } of commands) (await load()).register(program);
  const taken = () => {
    const help = printed;
    printed = '';
    return help;
  };
  return program.commands.flatMap((command) => helpOf(command, command.name(), taken));
}

export const commandLinePage: Page = {
  file: 'command-line.md',
  make: async () => {
    const lines = commands.map(({ name, about }) => [`\`./plaudit ${name}\``, about]);
    const codes = (Object.keys(exitCodes) as (keyof typeof exitCodes)[]).map((kind) => [String(exitCodes[kind]), commandLine.exits[kind]]);
    const overview = `${table(['command', 'does'], lines)}\n\n## Exit codes\n\n${table(['code', 'means'], codes)}`;
    return `${[intro, overview, ...(await helpOfAll())].join('\n\n')}\n`;
  },
};
