/** `./plaudit tally`: from a spreadsheet of marks to a verdict, with nothing installed but this and no database. */
import { styleText } from 'node:util';
import type { Command } from 'commander';
import type { Refusal, Result } from '#core/problems/refusal.ts';
import { printable } from '#core/problems/visible.ts';
import { exitCodes } from '#main/outcome.ts';
import { wordsFor } from '#words/index.ts';
import { diffText } from './tally/diff.ts';
import type { TallyOptions } from './tally/options.ts';
import { type Output, writeAll } from './tally/outputs.ts';
import { progressOn } from './tally/progress.ts';
import { resultLines } from './tally/result-text.ts';
import { presetsText } from './tally/rules/presets-text.ts';
import { tallyFiles, type Watch } from './tally/run.ts';
import { type Style, tableText } from './tally/table.ts';
import { type TemplateOptions, templateBytes } from './tally/template.ts';
import { resultWorkbook } from './tally/workbook.ts';

const { tally: say, tallyDiff: sayDiff, problems } = wordsFor('en');

/** Refusals shown before the rest is only counted: a whole column in the wrong format has one cause. */
const shown = 20;

export function refusalText(refusals: readonly Refusal[]): string {
  const lines = refusals.slice(0, shown).map(({ code, facts }) => `  ${printable(`${say.inRules(facts)}${problems[code].detail(facts)}`)}`);
  const more = refusals.length > shown ? [`  ${say.more(refusals.length - shown)}`] : [];
  return `${[say.refused(refusals.length), ...lines, ...more].join('\n')}\n`;
}

/** What goes to standard output and into files; all of it is made before a byte of any is written. */
export type Answer = {
  readonly text: Iterable<string>;
  readonly files: readonly Output[];
  /** False where no entry of any category has the ballots it needs. */
  readonly ranksAny: boolean;
};

async function outputsOf(options: TallyOptions, tallied: Parameters<typeof resultLines>[0]): Promise<Output[]> {
  const outputs: Output[] = [...tallied.bundles];
  if (options.out !== undefined) outputs.push({ file: options.out, content: resultLines(tallied) });
  if (options.report !== undefined) {
    // React is loaded for a report alone.
    const { reportPage } = await import('./tally/report/page.ts');
    outputs.push({ file: options.report, content: [reportPage(tallied, wordsFor('en'))] });
  }
  if (options.workbook !== undefined) outputs.push({ file: options.workbook, content: resultWorkbook(tallied) });
  return outputs;
}

export async function tallyAnswer(options: TallyOptions, style: Style, watch?: Watch): Promise<Result<Answer>> {
  const tallied = await tallyFiles(options, watch);
  if (!tallied.ok) return tallied;
  const text = options.json ? resultLines(tallied.value) : [tableText(tallied.value, say, style)];
  const ranksAny = tallied.value.verdict.categories.some(({ entries }) => entries.some(({ status }) => status === 'ranked'));
  return { ok: true, value: { text, files: await outputsOf(options, tallied.value), ranksAny } };
}

/** Bold and green where somebody is looking; plain text into files and pipes, and where NO_COLOR asks for it. */
const style: Style = {
  heading: (text) => styleText('bold', text, { stream: process.stdout }),
  winner: (text) => styleText('green', text, { stream: process.stdout }),
};

function refuse(refusals: readonly Refusal[]): void {
  process.stderr.write(refusalText(refusals));
  process.exitCode = exitCodes.refused;
}

function tell(files: readonly string[]): void {
  for (const file of files) process.stderr.write(`${printable(say.written(file))}\n`);
}

/** What was read: no output may take its place. */
function inputsOf({ ballots, rules, overrides, metrics, votes, sign }: TallyOptions): string[] {
  return [...ballots, rules, overrides, metrics, votes, sign].flatMap((file) => (file === undefined || file === '-' ? [] : file));
}

async function run(options: TallyOptions): Promise<void> {
  const progress = progressOn(process.stderr);
  const answer = await tallyAnswer(options, style, progress);
  progress.done();
  if (!answer.ok) return refuse(answer.refusals);
  const written = writeAll(answer.value.files, inputsOf(options));
  if (!written.ok) return refuse(written.refusals);
  for (const piece of answer.value.text) process.stdout.write(piece);
  tell(written.value);
  for (const { note } of answer.value.files) if (note !== undefined) process.stderr.write(`${printable(note)}\n`);
  if (answer.value.ranksAny) return;
  process.stderr.write(`${say.nobodyRanked}\n`);
  process.exitCode = exitCodes.refused;
}

async function makeTemplate(options: TemplateOptions): Promise<void> {
  const bytes = await templateBytes(options);
  if (!bytes.ok) return refuse(bytes.refusals);
  const written = writeAll(
    [{ file: options.template, content: bytes.value }],
    [...inputsOf(options), ...(options.entries === undefined ? [] : [options.entries])],
  );
  if (!written.ok) return refuse(written.refusals);
  tell(written.value);
}

function compare(before: string, after: string): void {
  const text = diffText(before, after);
  if (text.ok) process.stdout.write(text.value);
  else refuse(text.refusals);
}

export function register(program: Command): void {
  const command = program
    .command('tally')
    .description(say.about)
    .option('--ballots <file>', say.options.ballots, (file: string, before: string[] = []) => [...before, file])
    .option('--rules <file>', say.options.rules)
    .option('--preset <name>', say.options.preset)
    .option('--presets', say.options.presets)
    .option('--metrics <file>', say.options.metrics)
    .option('--votes <file>', say.options.votes)
    .option('--overrides <file>', say.options.overrides)
    .option('--weights <list>', say.options.weights)
    .option('--scale <lowest-highest>', say.options.scale)
    .option('--step <decimal>', say.options.step)
    .option('--min-judges <number>', say.options.minJudges)
    .option('--out <file>', say.options.out)
    .option('--report <file>', say.options.report)
    .option('--workbook <file>', say.options.workbook)
    .option('--bundle <file>', say.options.bundle)
    .option('--origin <name>', say.options.origin)
    .option('--sign <file>', say.options.sign)
    .option('--json', say.options.json)
    .option('--template <file>', say.options.template)
    .option('--entries <file>', say.options.entries)
    .option('--judges <names>', say.options.judges)
    .addHelpText('after', say.help(exitCodes))
    .action(async ({ presets, ...options }: Partial<TemplateOptions> & { readonly presets?: boolean }) => {
      const { template, ballots } = options;
      if (presets) return void process.stdout.write(presetsText());
      if (template !== undefined) return makeTemplate({ ...options, ballots: [], template });
      if (ballots === undefined) return command.error(say.noBallots, { code: 'plaudit.no-ballots', exitCode: exitCodes.usage });
      return run({ ...options, ballots });
    });
  command
    .command('diff')
    .argument('<before>', say.options.before)
    .argument('<after>', say.options.after)
    .description(sayDiff.about)
    .action(compare);
}
