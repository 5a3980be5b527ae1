/** The developers' tools are programs of their own; their commands only pass on what they are given. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { exitCodes } from '#main/outcome.ts';
import { wordsFor } from '#words/index.ts';

const { commandLine } = wordsFor('en');

const programs = { test: 'tools/test.ts', nightly: 'tools/nightly.ts', check: 'tools/check.ts', bench: 'bench/main.ts' } as const;

export function registerTool(program: Command, name: keyof typeof programs): void {
  const file = fileURLToPath(new URL(`../../../${programs[name]}`, import.meta.url));
  program
    .enablePositionalOptions()
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
