/** `./plaudit tally`: from a spreadsheet of marks to a ranked table, with nothing installed but this and no database. */
import { styleText } from 'node:util';
import type { Command } from 'commander';
import type { Refusal, Result } from '#core/problems/refusal.ts';
import { tally } from '#core/scoring/tally.ts';
import { exitCodes } from '#main/outcome.ts';
import { openBytes } from '#platform/formats/text.server.ts';
import { wordsFor } from '#words/index.ts';
import { readSettings, type TallyOptions } from './tally/options.ts';
import { readBallots } from './tally/read-ballots.ts';
import { tallyResult } from './tally/result.ts';
import { rulesFrom } from './tally/rules.ts';
import { type Style, tableText } from './tally/table.ts';

const { tally: say, problems } = wordsFor('en');

/** Refusals shown before the rest is only counted: a whole column in the wrong format has one cause. */
const shown = 20;

function refusalText(refusals: readonly Refusal[]): string {
  const lines = refusals.slice(0, shown).map(({ code, facts }) => `  ${problems[code].detail(facts)}`);
  const more = refusals.length > shown ? [`  ${say.more(refusals.length - shown)}`] : [];
  return `${[say.refused(refusals.length), ...lines, ...more].join('\n')}\n`;
}

/** The whole text for standard output, or every reason there is none: it is made before a byte of it is written. */
export async function tallyText(options: TallyOptions, style: Style): Promise<Result<string>> {
  const settings = readSettings(options);
  if (!settings.ok) return settings;
  const files = options.ballots.map((file) => ({ name: file === '-' ? say.standardInput : file, bytes: openBytes(file) }));
  const marks = await readBallots(files);
  if (!marks.ok) return marks;
  const rules = rulesFrom(marks.value, settings.value);
  if (!rules.ok) return rules;
  const { criteria, minimumPanel } = rules.value;
  const tallied = tally({ criteria, marks: marks.value, minimumPanel });
  if (!tallied.ok) return tallied;
  if (options.json) return { ok: true, value: `${JSON.stringify(tallyResult(tallied.value, rules.value), null, 2)}\n` };
  const given = marks.value.filter(({ mark }) => mark !== null).length;
  return { ok: true, value: tableText(tallied.value, rules.value, given, say, style) };
}

/** Bold and green where somebody is looking; plain text into files and pipes, and where NO_COLOR asks for it. */
const style: Style = {
  heading: (text) => styleText('bold', text, { stream: process.stdout }),
  winner: (text) => styleText('green', text, { stream: process.stdout }),
};

export function register(program: Command): void {
  program
    .command('tally')
    .description(say.about)
    .requiredOption('--ballots <file>', say.options.ballots, (file: string, before: string[] = []) => [...before, file])
    .option('--weights <list>', say.options.weights)
    .option('--scale <lowest-highest>', say.options.scale)
    .option('--min-judges <number>', say.options.minJudges, '3')
    .option('--json', say.options.json)
    .addHelpText('after', say.help(exitCodes))
    .action(async (options: TallyOptions) => {
      const result = await tallyText(options, style);
      if (result.ok) process.stdout.write(result.value);
      else process.stderr.write(refusalText(result.refusals));
      process.exitCode = result.ok ? exitCodes.done : exitCodes.refused;
    });
}
