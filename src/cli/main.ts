/** The command line: finds the command, loads only its module, and turns whatever goes wrong into a sentence and an exit code. */
import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { exitCodes, explain } from '#main/outcome.ts';
import { wordsFor } from '#words/index.ts';
import { commands } from './commands.ts';

const { commandLine } = wordsFor('en');
const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string };

async function makeProgram(given: string | undefined): Promise<Command> {
  const program = new Command('plaudit')
    .description(commandLine.plaudit)
    .version(version, '--version', commandLine.version)
    .helpOption('--help', commandLine.help)
    .helpCommand('help [command]', commandLine.help)
    .configureHelp({ sortSubcommands: false, helpWidth: 100 })
    .addHelpText('after', commandLine.epilogue(exitCodes))
    .exitOverride();
  for (const { name, about, load } of commands) {
    if (name === given) (await load()).register(program);
    else program.command(name).description(about);
  }
  return program;
}

/** `plaudit help tally` is about tally as `plaudit tally --help` is. */
function commandGiven(words: readonly string[]): string | undefined {
  const [first, second] = words.filter((word) => !word.startsWith('-'));
  return first === 'help' ? second : first;
}

// A reader that has seen enough (`| head`) closes the pipe, and a terminal may be closed; neither is a fault.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE' && error.code !== 'EIO') throw error;
  });
}

const words = process.argv.slice(2);
try {
  const program = await makeProgram(commandGiven(words));
  if (words.length === 0) program.outputHelp();
  else await program.parseAsync(words, { from: 'user' });
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
  } else {
    const { text, code } = explain(error);
    process.stderr.write(`${text}\n`);
    process.exitCode = code;
  }
}
