/** `./plaudit jobs`: the jobs process alone on its machine. */
import type { Command } from 'commander';
import { wordsFor } from '#words/index.ts';

const { commandLine } = wordsFor('en');

export function register(program: Command): void {
  program
    .command('jobs')
    .description(commandLine.about.jobs)
    .addHelpText('after', commandLine.aloneHelp)
    .action(async () => {
      await import('#main/jobs.ts');
    });
}
