/** `./plaudit doctor`: looks an installation over; every fault comes with what to do. */
import { existsSync } from 'node:fs';
import { styleText } from 'node:util';
import type { Command } from 'commander';
import { exitCodes, explain } from '#main/outcome.ts';
import { type Config, loadConfig } from '#platform/config.server.ts';
import { pathsOf } from '#platform/postgres/cluster.server.ts';
import { runningOwnerUrl, withOwnerUrl } from '#platform/postgres/with-owner.server.ts';
import { wordsFor } from '#words/index.ts';
import { checkDatabase } from './doctor/database.ts';
import { type Finding, fault, type State, warning } from './doctor/finding.ts';
import { checkMachine } from './doctor/machine.ts';
import { checkWeb } from './doctor/web.ts';

const { commandLine, doctor: words } = wordsFor('en');

/** The database that is there, or the embedded one for the time of the check: it is looked at even when nothing runs. */
async function database(config: Config): Promise<Finding[]> {
  const url = runningOwnerUrl(config) ?? config.appDatabaseUrl;
  if (url !== undefined) return checkDatabase(config, url);
  if (!existsSync(pathsOf(config.dataFolder).cluster)) return [warning('database', words.noDatabase, words.startMakesIt)];
  try {
    return await withOwnerUrl(config, (ownerUrl) => checkDatabase(config, ownerUrl));
  } catch (error) {
    return [fault('database', explain(error).text.trim(), words.startMakesIt)];
  }
}

export async function examine(config: Config): Promise<Finding[]> {
  const [fromDatabase, web] = await Promise.all([database(config), checkWeb(config)]);
  return [...checkMachine(config), ...fromDatabase, web];
}

const colours = { ok: 'green', warning: 'yellow', fault: 'red' } as const satisfies Record<State, string>;

function tableText(findings: readonly Finding[]): string {
  const width = Math.max(...findings.map(({ check }) => check.length));
  const mark = (state: State) => styleText(colours[state], words.states[state].padEnd(8), { stream: process.stdout });
  return findings
    .map(({ check, state, detail, remedy }) => {
      const line = `${mark(state)}${check.padEnd(width + 2)}${detail.replaceAll('\n', `\n${' '.repeat(width + 10)}`)}`;
      return remedy === undefined ? line : `${line}\n${' '.repeat(width + 10)}→ ${remedy}`;
    })
    .join('\n');
}

export function register(program: Command): void {
  program
    .command('doctor')
    .description(commandLine.about.doctor)
    .option('--json', commandLine.json)
    .addHelpText('after', words.help)
    .action(async ({ json }: { json?: true }) => {
      const findings = await examine(loadConfig());
      const faults = findings.filter(({ state }) => state === 'fault').length;
      const warnings = findings.filter(({ state }) => state === 'warning').length;
      if (json) console.log(JSON.stringify({ ok: faults === 0, faults, warnings, findings }, undefined, 2));
      else console.log(`${tableText(findings)}\n\n${words.summary(findings.length, faults, warnings)}`);
      process.exitCode = faults === 0 ? exitCodes.done : exitCodes.refused;
    });
}
