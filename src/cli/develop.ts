/** `./plaudit test` and `./plaudit check`: the developers' tools, which are programs of their own. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { wordsFor } from '#words/index.ts';
import { exitCodes } from './outcome.ts';

const { commandLine } = wordsFor('en');

function tool(program: Command, name: 'test' | 'check'): void {
  const file = fileURLToPath(new URL(`../../tools/${name}.ts`, import.meta.url));
  program
    .command(name)
    .description(commandLine.about[name])
    .argument('[words...]', commandLine.passedOn)
    .allowUnknownOption()
    .helpOption(false)
    .passThroughOptions()
    .action((words: string[]) => {
      if (!existsSync(file)) throw new Error(`${file} is not in this checkout.`);
      const { status, signal } = spawnSync(process.execPath, [file, ...words], { stdio: 'inherit' });
      process.exitCode = status ?? (signal === 'SIGINT' ? 130 : exitCodes.bug);
    });
}

export function register(program: Command): void {
  program.enablePositionalOptions();
  tool(program, 'test');
  tool(program, 'check');
}
