/** `./plaudit rules explain`: rules of who may enter in sentences, with all that is wrong; with facts, the verdict. No database. */
import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { type FieldProblem, problem } from '#core/problems/problem.ts';
import type { Refusal } from '#core/problems/refusal.ts';
import { printable } from '#core/problems/visible.ts';
import { clashes } from '#core/rules/clashes.ts';
import { type KnownFacts, knownFactsShape } from '#core/rules/facts.ts';
import { readRules, shapeProblems } from '#core/rules/problems.ts';
import type { Rules } from '#core/rules/shape.ts';
import { type Judged, judge } from '#core/rules/verdict.ts';
import { exitCodes } from '#main/outcome.ts';
import { partsOf, readYaml, type Yaml } from '#platform/formats/yaml.ts';
import { wordsFor } from '#words/index.ts';

const { eligibility: say, problems } = wordsFor('en');

type Line = { readonly code: string; readonly path?: string; readonly row?: number; readonly text: string };
type Got<T> = { readonly value: T; readonly lines: readonly Line[] } | { readonly value: null; readonly lines: readonly Line[] };

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw problem('csv.unreadable-file', { file, reason: String(error.code) });
  }
}

const refusalLine = (file: string, { code, facts }: Refusal): Line => ({ code, text: problems[code].detail({ file, ...facts }) });

/** A whole edition has its rules in it; a file of rules alone may have one called “rules”, which then has what rules have. */
function rulesIn(value: unknown): { readonly value: unknown; readonly under: readonly string[] } {
  if (typeof value !== 'object' || value === null || !('rules' in value)) return { value, under: [] };
  const { rules } = value;
  const isRule = typeof rules === 'object' && rules !== null && 'needs' in rules;
  return isRule ? { value, under: [] } : { value: rules, under: ['rules'] };
}

function problemLine(file: string, { value, placeOf }: Yaml, under: readonly string[], { path, code, facts }: FieldProblem): Line {
  const parts = partsOf(value, [...under, path].filter((part) => part !== '').join('.'));
  const { row, column } = code === 'eligibility.unknown-key' ? placeOf(parts.slice(0, -1), parts.at(-1)) : placeOf(parts);
  return { code, path, row, text: `${file}, line ${row}, column ${column}: ${problems[code].detail(facts)}` };
}

function rulesOf(file: string): Got<Rules> {
  const yaml = readYaml(textOf(file));
  if (!yaml.ok) return { value: null, lines: yaml.refusals.map((refusal) => refusalLine(file, refusal)) };
  const { value, under } = rulesIn(yaml.value);
  const read = readRules(value);
  const found = read.ok ? clashes(read.rules) : read.problems;
  return { value: read.ok ? read.rules : null, lines: found.map((each) => problemLine(file, yaml, under, each)) };
}

function factsOf(file: string): Got<KnownFacts> {
  const yaml = readYaml(textOf(file));
  if (!yaml.ok) return { value: null, lines: yaml.refusals.map((refusal) => refusalLine(file, refusal)) };
  const read = knownFactsShape.safeParse(yaml.value);
  if (read.success) return { value: read.data, lines: [] };
  return { value: null, lines: shapeProblems(yaml.value, read.error.issues).map((each) => problemLine(file, yaml, [], each)) };
}

function verdictLines(judged: Judged, key: string): string[] {
  const found = judged.rules.find(({ rule }) => rule === key);
  if (!found) return [];
  const reasons = found.reasons.map((reason) => `    ${say.reason(reason)}`);
  const applies = found.applies === 'no' ? [`    ${say.doesNotApply}`] : [];
  return [`  → ${say.answer(found.verdict)}`, ...applies, ...reasons];
}

function told(rules: Rules, advice: readonly Line[], judged: Judged | null): string {
  const each = Object.entries(rules).flatMap(([key, rule]) => [
    key,
    `  ${say.rule(rule)}`,
    ...advice.filter(({ path }) => path?.startsWith(`${key}.`)).map(({ text }) => `  ${say.cli.advice(text)}`),
    ...(judged ? verdictLines(judged, key) : []),
  ]);
  const open = judged && judged.missing.length > 0 ? [say.missing(judged.missing)] : [];
  return [...each, ...(judged ? ['', say.whole(judged.verdict), ...open] : [])].map((line) => `${printable(line)}\n`).join('');
}

function asJson(rules: Rules | null, lines: readonly Line[], judged: Judged | null): string {
  const sentences = Object.entries(rules ?? {}).map(([key, rule]) => {
    const verdict = judged?.rules.find((each) => each.rule === key);
    const reasons = verdict?.reasons.map((reason) => ({ ...reason, sentence: say.reason(reason) }));
    return { rule: key, sentence: say.rule(rule), ...(verdict ? { ...verdict, reasons } : {}) };
  });
  const whole = judged ? { verdict: judged.verdict, missing: judged.missing } : {};
  return `${JSON.stringify({ ok: rules !== null, problems: lines, ...whole, rules: sentences }, null, 2)}\n`;
}

function explain(file: string, options: { readonly facts?: string; readonly json?: true }): void {
  const rules = rulesOf(file);
  const facts = options.facts === undefined ? { value: null, lines: [] } : factsOf(options.facts);
  const refused = rules.value === null || (options.facts !== undefined && facts.value === null);
  const judged = rules.value && facts.value ? judge(rules.value, facts.value) : null;
  const lines = [...rules.lines, ...facts.lines];
  if (options.json) process.stdout.write(asJson(refused ? null : rules.value, lines, judged));
  else if (!rules.value || refused) process.stderr.write(lines.map(({ text }) => `${printable(text)}\n`).join(''));
  else process.stdout.write(told(rules.value, rules.lines, judged));
  process.exitCode = refused ? exitCodes.refused : exitCodes.done;
}

export function register(program: Command): void {
  const rules = program.command('rules').description(say.cli.about);
  rules
    .command('explain')
    .description(say.cli.explain)
    .argument('<file>', say.cli.file)
    .option('--facts <file>', say.cli.facts)
    .option('--json', say.cli.json)
    .action(explain);
}
