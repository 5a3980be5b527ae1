/** `./plaudit assign`: judges to entries from spreadsheets, with nothing installed but this and no database. */
import { randomBytes } from 'node:crypto';
import type { Command } from 'commander';
import { commitToSeed } from '#core/assignment/seed-commitment.ts';
import type { Refusal, Result } from '#core/problems/refusal.ts';
import { printable } from '#core/problems/visible.ts';
import { exitCodes } from '#main/outcome.ts';
import { wordsFor } from '#words/index.ts';
import type { AssignOptions } from './assign/options.ts';
import { assignFiles } from './assign/run.ts';
import { writeAll } from './tally/outputs.ts';

const { assign: say, problems } = wordsFor('en');

/** Refusals shown before the rest is only counted: a whole column in the wrong format has one cause. */
const shown = 20;

function refusalText(refusals: readonly Refusal[]): string {
  const lines = refusals.slice(0, shown).map(({ code, facts }) => `  ${printable(problems[code].detail(facts))}`);
  const more = refusals.length > shown ? [`  ${say.more(refusals.length - shown)}`] : [];
  return `${[say.refused(refusals.length), ...lines, ...more].join('\n')}\n`;
}

/** What was read: the seats may not take its place. */
function inputsOf({ entries, judges, pairs, keep }: AssignOptions): string[] {
  return [entries, judges, pairs, keep].flatMap((file) => file ?? []);
}

async function run(options: AssignOptions): Promise<void> {
  const answer = await assignFiles(options);
  const { out } = options;
  const seats = answer.ok ? answer.value.seats : undefined;
  const written: Result<readonly string[]> =
    seats && out !== undefined ? writeAll([{ file: out, content: [seats.csv] }], inputsOf(options)) : { ok: true, value: [] };
  if (!answer.ok || !written.ok) {
    process.stderr.write(refusalText(answer.ok ? (written.ok ? [] : written.refusals) : answer.refusals));
    process.exitCode = exitCodes.refused;
    return;
  }
  process.stdout.write(`${JSON.stringify(answer.value.json, null, 2)}\n`);
  for (const line of answer.value.words) process.stderr.write(`${line}\n`);
  for (const file of written.value) process.stderr.write(`${say.written(file, seats?.count ?? 0)}\n`);
}

/** Options without which there is nothing to do. Commander would ask for them of the sub-command as well. */
const needed = ['entries', 'judges', 'perEntry', 'seed'] as const;

function complete(command: Command, options: Partial<AssignOptions>): AssignOptions {
  const missing = needed.find((name) => options[name] === undefined);
  if (missing === undefined) return options as AssignOptions;
  const flags = command.options.find((option) => option.attributeName() === missing)?.flags ?? missing;
  return command.error(say.optionMissing(flags), { exitCode: exitCodes.usage, code: 'commander.missingMandatoryOptionValue' });
}

export function register(program: Command): void {
  const assign = program
    .command('assign')
    .description(say.about)
    .option('--entries <file>', say.options.entries)
    .option('--judges <file>', say.options.judges)
    .option('--pairs <file>', say.options.pairs)
    .option('--per-entry <number>', say.options.perEntry)
    .option('--min-load <number>', say.options.minLoad, '0')
    .option('--max-load <number>', say.options.maxLoad)
    .option('--seed <text>', say.options.seed)
    .option('--commitment <hex>', say.options.commitment)
    .option('--out <file>', say.options.out)
    .option('--keep <file>', say.options.keep)
    .option('--drop-out <judge>', say.options.dropOut, (judge: string, before: string[] = []) => [...before, judge])
    .option('--why <entry,judge>', say.options.why)
    .option('--one-panel <entries>', say.options.onePanel, '15')
    .option('--first-year-share <percent>', say.options.firstYearShare, '40')
    .option('--load-cost <number>', say.options.loadCost, '0')
    .option('--floor <percent>', say.options.floor, '0')
    .option('--no-bridge', say.options.noBridge)
    .addHelpText('after', say.help(exitCodes))
    .action((options: Partial<AssignOptions>) => run(complete(assign, options)));
  assign
    .command('new-seed')
    .description(say.newSeed)
    .addHelpText('after', `\n${say.newSeedHelp}`)
    .action(() => {
      const seed = randomBytes(32).toString('hex');
      process.stdout.write(`${JSON.stringify({ seed, commitment: commitToSeed(seed) }, null, 2)}\n`);
    });
}
