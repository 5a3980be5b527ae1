/** `./plaudit recount`: a bundle in, every verdict recomputed, and by name whatever differs. No network, no database. */
import type { Command } from 'commander';
import { problem } from '#core/problems/problem.ts';
import { checkReceipt, receiptOf } from '#core/record/bundle/receipt.ts';
import { recount } from '#core/record/bundle/recount.ts';
import { type NoteKey, readKey } from '#core/record/note.ts';
import { recompute } from '#core/verdict/recounted/recompute.ts';
import { exitCodes } from '#main/outcome.ts';
import { nativeHash } from '#platform/crypto/hash.server.ts';
import { wordsFor } from '#words/index.ts';
import { recountText } from '#words/recount-text.ts';
import { bytesOf, readBundle } from './recount/read-bundle.ts';
import { type Output, writeAll } from './tally/outputs.ts';

const { recount: say } = wordsFor('en');

type Options = {
  readonly key?: readonly string[];
  readonly result?: string;
  readonly page?: string;
  readonly receipt?: string;
  readonly checkReceipt?: string;
  readonly json?: boolean;
};

function keysOf(texts: readonly string[]): NoteKey[] {
  return texts.map((text) => {
    const key = readKey(text);
    if (!key) throw problem('recount.key-not-readable', { key: text });
    return key;
  });
}

function write(output: Output, inputs: readonly string[]): void {
  const written = writeAll([output], inputs);
  const [refusal] = written.ok ? [] : written.refusals;
  if (refusal) throw problem(refusal.code, refusal.facts);
}

function printReceipt(file: string, ballot: string): void {
  const receipt = receiptOf(readBundle(file), Number(ballot), nativeHash);
  if (!receipt) throw problem('recount.no-such-ballot', { file, ballot });
  process.stdout.write(`${JSON.stringify(receipt, null, 2)}\n`);
}

function answerReceipt(file: string, keys: readonly NoteKey[]): void {
  const answer = checkReceipt(bytesOf(file).toString(), keys, nativeHash);
  const lines = answer.holds
    ? [say.receipt.holds(answer.ballot, answer.origin, answer.root), answer.signed ? say.receipt.signed : say.receipt.unsigned]
    : [say.receipt[answer.why]];
  process.stdout.write(`${lines.join('\n')}\n`);
  process.exitCode = answer.holds ? exitCodes.done : exitCodes.refused;
}

async function run(file: string | undefined, options: Options): Promise<void> {
  const inputs = [file, options.checkReceipt].flatMap((name) => name ?? []);
  if (options.page !== undefined) {
    const { verifierPage } = await import('./recount/verifier-page.ts');
    write({ file: options.page, content: [await verifierPage()] }, inputs);
    process.stderr.write(`${say.pageWritten(options.page)}\n`);
    if (file === undefined) return;
  }
  if (options.checkReceipt !== undefined) return answerReceipt(options.checkReceipt, keysOf(options.key ?? []));
  if (file === undefined) throw problem('recount.no-bundle', {});
  if (options.receipt !== undefined) return printReceipt(file, options.receipt);
  const trusted = keysOf(options.key ?? []);
  const counted = recount(readBundle(file), recompute, { trusted, hash: nativeHash });
  if (options.result !== undefined && counted.result !== null) write({ file: options.result, content: [counted.result] }, inputs);
  process.stdout.write(options.json ? `${JSON.stringify(counted, null, 2)}\n` : recountText(counted));
  process.exitCode = counted.agrees ? exitCodes.done : exitCodes.refused;
}

export function register(program: Command): void {
  program
    .command('recount')
    .description(say.about)
    .argument('[bundle]', say.options.bundle)
    .option('--key <key>', say.options.key, (key: string, before: string[] = []) => [...before, key])
    .option('--result <file>', say.options.result)
    .option('--receipt <ballot>', say.options.receipt)
    .option('--check-receipt <file>', say.options.checkReceipt)
    .option('--page <file>', say.options.page)
    .option('--json', say.options.json)
    .addHelpText('after', say.help(exitCodes))
    .action(run);
}
