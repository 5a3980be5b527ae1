/** `./plaudit prepare`: what a first start would do before it needs a database, for images and packages. */
import type { Command } from 'commander';
import { root } from '#main/children.ts';
import { ensureBuild } from '#platform/processes/build.server.ts';
import { wordsFor } from '#words/index.ts';

const { commandLine } = wordsFor('en');

export function register(program: Command): void {
  program
    .command('prepare')
    .description(commandLine.about.prepare)
    .action(async () => {
      await ensureBuild(root, (line) => console.log(line));
      console.log(commandLine.prepared);
    });
}
