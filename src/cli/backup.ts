/** `./plaudit backup` and `./plaudit backup verify`. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { problem } from '#core/problems/problem.ts';
import { backUp } from '#main/backup.ts';
import { exitCodes } from '#main/outcome.ts';
import { type Verified, verifyBackup } from '#platform/backup/verify.server.ts';
import { type Config, loadConfig } from '#platform/config.server.ts';
import { wordsFor } from '#words/index.ts';
import { progressLine } from './backup/progress-line.ts';

const { backup: words, commandLine } = wordsFor('en');
const shortest = 12;

type Sealing = { readonly passphraseFile?: string };

/** @throws Problem `backup.passphrase-needed` */
export function passphraseOf(config: Config, { passphraseFile }: Sealing): string {
  const given =
    passphraseFile === undefined ? config.backup.passphrase : readFileSync(resolve(passphraseFile), 'utf8').replace(/\r?\n$/, '');
  if (given === undefined || given.length < shortest) throw problem('backup.passphrase-needed');
  return given;
}

function describe({ manifest, contents, record }: Verified): string[] {
  const tables = Object.values(contents.tables);
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  return [
    words.of(manifest.takenAt, manifest.version),
    words.holds(tables.length, rows, contents.files.count, contents.files.bytes),
    record.faults === 0 ? words.record(record.sealed, record.chains, record.unsealed) : words.recordBroken(record.faults),
    ...(contents.damaged.length > 0 ? [words.damaged(contents.damaged)] : []),
  ];
}

function facts({ manifest, contents, record, damage }: Verified) {
  const { id, version, takenAt } = manifest;
  return { id, version, takenAt, tables: contents.tables, files: contents.files, damaged: contents.damaged, record, damage };
}

function tell(verified: Verified, json: boolean, first: readonly string[], more: object): void {
  if (json) console.log(JSON.stringify({ ...more, ...facts(verified) }));
  else for (const line of [...first, ...describe(verified)]) console.log(line);
  if (verified.damage > 0) process.exitCode = exitCodes.refused;
}

type TakeOptions = Sealing & { readonly to?: string; readonly keep?: string; readonly json?: true };

async function take(options: TakeOptions): Promise<void> {
  const config = loadConfig();
  const to = options.to ?? config.backup.to;
  if (to === undefined) throw problem('backup.folder-needed');
  const keep = Math.max(1, Number.parseInt(options.keep ?? '', 10) || config.backup.keep);
  const line = progressLine();
  const progress = (about: string, bytes: number) => line.show(words.rows(about, bytes));
  const made = await backUp(config, { to: resolve(to), passphrase: passphraseOf(config, options), keep, progress }).finally(line.end);
  const { file, bytes, removed } = made;
  const first = [words.taken(file, bytes), ...(removed.length > 0 ? [words.removed(removed)] : [])];
  tell(made, options.json === true, first, { file, bytes, removed });
}

async function verify(file: string, options: Sealing & { readonly json?: true }): Promise<void> {
  const line = progressLine();
  const progress = (bytes: number) => line.show(words.reading(bytes));
  const verified = await verifyBackup(resolve(file), passphraseOf(loadConfig(), options), progress).finally(line.end);
  tell(verified, options.json === true, [], {});
}

export function register(program: Command): void {
  const command = program
    .command('backup')
    .description(words.about)
    .addHelpText('after', words.help)
    .option('--to <folder>', words.to)
    .option('--keep <n>', words.keep)
    .option('--passphrase-file <file>', words.passphraseFile)
    .option('--json', commandLine.json)
    .action(take);
  command
    .command('verify <file>')
    .description(words.verifyAbout)
    .option('--passphrase-file <file>', words.passphraseFile)
    .option('--json', commandLine.json)
    .action((file: string, _: object, given: Command) => verify(file, given.optsWithGlobals()));
}
