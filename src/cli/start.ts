/** `./plaudit start`: everything on this machine, until Ctrl-C. */
import type { Command } from 'commander';
import { supervise } from '#main/supervisor.ts';
import { loadConfig } from '#platform/config.server.ts';
import { wordsFor } from '#words/index.ts';

const { commandLine } = wordsFor('en');

export function register(program: Command): void {
  program
    .command('start')
    .description(commandLine.about.start)
    .addHelpText('after', commandLine.startHelp)
    .action(async () => {
      await supervise(loadConfig(), (line) => console.log(line));
      // Whatever still holds a timer has nothing left to do.
      process.exit(process.exitCode);
    });
}
