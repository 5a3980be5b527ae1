/** `./plaudit web`: the web process alone on its machine. */
import type { Command } from 'commander';
import { wordsFor } from '#words/index.ts';

const { commandLine } = wordsFor('en');

export function register(program: Command): void {
  program
    .command('web')
    .description(commandLine.about.web)
    .addHelpText('after', commandLine.aloneHelp)
    .action(async () => {
      process.env.NODE_ENV ??= 'production';
      await import('#main/web.ts');
    });
}
