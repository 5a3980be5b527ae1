/** `./plaudit restore`: a backup into a new folder or an empty database. */
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { type Restored, restore } from '#main/restore.ts';
import { loadConfig } from '#platform/config.server.ts';
import { wordsFor } from '#words/index.ts';
import { progressLine } from './backup/progress-line.ts';
import { passphraseOf } from './backup.ts';

const { backup: words, commandLine } = wordsFor('en');

type Options = { readonly passphraseFile?: string; readonly erasures: string | boolean; readonly json?: true };

function linesOf({ takenAt, rows, files, events, erasedAgain, held }: Restored): string[] {
  return [
    rows > 0 ? words.restored(takenAt, rows, files) : words.finished(takenAt),
    words.whole(events),
    words.erasedAgain(erasedAgain),
    words.held(held),
    words.undone,
  ];
}

async function run(file: string, options: Options): Promise<void> {
  const config = loadConfig();
  const line = progressLine();
  const { erasures } = options;
  const since = erasures === false ? 'none' : typeof erasures === 'string' ? 'file' : 'found';
  const restoring = {
    file: resolve(file),
    passphrase: passphraseOf(config, options),
    erasures: since === 'file' ? ({ kind: 'file', file: resolve(String(erasures)) } as const) : ({ kind: since } as const),
    progress: (bytes: number) => line.show(words.reading(bytes)),
  };
  const restored = await restore(config, restoring, (text) => console.error(text)).finally(line.end);
  if (options.json) console.log(JSON.stringify(restored));
  else for (const text of linesOf(restored)) console.log(text);
}

export function register(program: Command): void {
  program
    .command('restore <file>')
    .description(words.restoreAbout)
    .option('--erasures <file>', words.erasures)
    .option('--no-erasures', words.noErasures)
    .option('--passphrase-file <file>', words.passphraseFile)
    .option('--json', commandLine.json)
    .addHelpText('after', words.restoreHelp)
    .action(run);
}
