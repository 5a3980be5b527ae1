/** From files to a verdict, with all that was taken for granted on the way. */
import { readFileSync } from 'node:fs';
import type { Refusal, Result } from '#core/problems/refusal.ts';
import { printable } from '#core/problems/visible.ts';
import { presetOf } from '#core/ranking/presets/beneath.ts';
import type { Preset } from '#core/ranking/presets/preset.ts';
import type { BallotTable } from '#core/scoring/ballot-table.ts';
import { sourceRefusals } from '#core/verdict/blended/blend-refusals.ts';
import type { Sources } from '#core/verdict/blended/sources.ts';
import { type Decisions, wholeVerdict } from '#core/verdict/decided.ts';
import { type Override, overridden } from '#core/verdict/overrides.ts';
import type { TallyRules } from '#core/verdict/rules.ts';
import { rulesRefusals } from '#core/verdict/rules-refusals.ts';
import type { Verdict } from '#core/verdict/verdict.ts';
import type { Progress } from '#core/verdict/verdict-of.ts';
import { wordsFor } from '#words/index.ts';
import { bundleOutputs } from './bundle.ts';
import { markingOf } from './input/cell.ts';
import { readOverrides } from './input/overrides.ts';
import { doubledFiles, roundReading } from './input/rounds.ts';
import { readSaid } from './input/said.ts';
import type { Note, Sink } from './input/sink.ts';
import { readBallotFiles } from './input/source.ts';
import { commandOf, type TallyOptions, writtenRules } from './options.ts';
import type { Output } from './outputs.ts';
import { fillBlend, isBlended } from './rules/fill-blend.ts';
import { type Filled, fillRules, type Guessed } from './rules/fill-rules.ts';
import { locatedInRules } from './rules/locate.ts';

const { tally: say } = wordsFor('en');
const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as { version: string };

/** Where a verdict comes from. No time and no machine: the same files make the same bytes. */
export type Source = {
  readonly title: string | null;
  /** The ballots, and the rules where a file holds them. */
  readonly files: readonly string[];
  readonly rulesFile: string | null;
  /** The programme whose rules fill what was not said, where one was named. */
  readonly preset: Omit<Preset, 'rules'> | null;
  readonly guessed: Guessed;
  /** Where the seed of draws and lots is from: a bundle has one of its own, in the place of the declared one. */
  readonly seed: { readonly from: 'rules' | 'bundle'; readonly declared: string };
  readonly notes: readonly Note[];
};

/** What people decided otherwise than the judges, from which file, and what it did to the places; null where there is nothing of the kind. */
export type Overridden = ({ readonly file: string } & Decisions) | null;

export type Tallied = {
  /** What was counted, a table for each round. */
  readonly tables: readonly BallotTable[];
  readonly verdict: Verdict;
  readonly source: Source;
  readonly overrides: Overridden;
  /** What to type to make the same again. */
  readonly command: string;
  /** The recount bundles, where they were asked for. */
  readonly bundles: readonly Output[];
};

/** Bundles come first: the seed follows from the ballots, and the verdict is drawn with it. */
function bundled(sources: Sources, rules: TallyRules, overrides: readonly Override[], { bundle, origin, sign }: TallyOptions) {
  if (bundle === undefined) return { seed: rules.seed, outputs: [] };
  const given = { bundle, origin: origin ?? 'plaudit-tally', at: new Date(), version, ...(sign !== undefined && { sign }) };
  return bundleOutputs({ sources, rules, overrides }, given);
}

export type Watch = { readonly reading: (marks: number) => void; readonly stage: Progress };

const quiet: Watch = { reading: () => {}, stage: () => {} };

function presetFacts(id: string | undefined): Source['preset'] {
  const preset = id === undefined ? undefined : presetOf(id);
  if (!preset) return null;
  const { rules: _, ...facts } = preset;
  return facts;
}

/** Refusals with the place of what they speak of: the column of a mark, the line of a rule. */
function refusedBy(
  refusals: readonly Refusal[],
  { longFiles }: Sink,
  { rules }: TallyOptions,
): { readonly ok: false; readonly refusals: readonly Refusal[] } {
  const withColumn = refusals.map((refusal): Refusal => {
    const { file, row, column, criterion } = refusal.facts;
    if (typeof file !== 'string' || typeof row !== 'number' || column !== undefined || typeof criterion !== 'string') return refusal;
    return { ...refusal, facts: { ...refusal.facts, column: longFiles.has(file) ? 'mark' : criterion } };
  });
  return { ok: false, refusals: locatedInRules(withColumn, rules) };
}

/** Table and rules; what the files were read into is let go of here, before the work that needs the memory. */
async function readAll(options: TallyOptions, watch: Watch): Promise<Result<Filled & Sources & { readonly source: Source }>> {
  const written = writtenRules(options);
  if (!written.ok) return written;
  const { rounds } = written.value;
  const doubled = rounds ? doubledFiles(rounds) : [];
  if (doubled.length > 0) return { ok: false, refusals: doubled };
  const said = await readSaid(options);
  if (!said.ok) return said;
  const sink = await readBallotFiles(options.ballots, {
    standardInput: say.standardInput,
    oneCategory: say.oneCategory,
    criteria: written.value.criteria ? new Set(written.value.criteria.map(({ id }) => id)) : null,
    instructions: new Set([say.template.instructions]),
    progress: watch.reading,
    markingOf: markingOf(written.value),
    ...(rounds && { rounds: roundReading(rounds) }),
  });
  if (sink.refused > 0) return refusedBy(sink.refusals, sink, options);
  const [only] = sink.collectors.values();
  const filled = isBlended(written.value) || !only ? fillBlend(written.value, sink.collectors) : fillRules(written.value, only);
  if (!filled.ok) return refusedBy(filled.refusals, sink, options);
  const source: Source = {
    title: written.value.title ?? null,
    files: options.ballots.map((file) => (file === '-' ? say.standardInput : printable(file))),
    rulesFile: options.rules === undefined ? null : printable(options.rules),
    preset: presetFacts(written.value.preset),
    guessed: filled.value.guessed,
    seed: { from: options.bundle === undefined ? 'rules' : 'bundle', declared: filled.value.rules.seed },
    notes: sink.notes,
  };
  return { ok: true, value: { ...filled.value, ...said.value, rounds: filled.value.tables, source } };
}

/** The decisions of a file, or all that is wrong with it at once, in order of its rows. */
async function overridesOf(file: string | undefined, sources: Sources, rules: TallyRules): Promise<Result<readonly Override[]>> {
  if (file === undefined) return { ok: true, value: [] };
  const given = await readOverrides(file);
  if (!given.ok) return given;
  const fitting = overridden(sources, rules, given.value.overrides);
  const refusals = [...given.value.refusals, ...(fitting.ok ? [] : fitting.refusals)];
  const rowOf = ({ facts }: Refusal): number => Number(facts.row ?? 0);
  return refusals.length > 0
    ? { ok: false, refusals: refusals.sort((a, b) => rowOf(a) - rowOf(b)) }
    : { ok: true, value: given.value.overrides };
}

export async function tallyFiles(options: TallyOptions, watch: Watch = quiet): Promise<Result<Tallied>> {
  const read = await readAll(options, watch);
  if (!read.ok) return read;
  const { rules, source } = read.value;
  const refusals = [...rulesRefusals(rules), ...sourceRefusals(read.value, rules)];
  if (refusals.length > 0) return { ok: false, refusals: locatedInRules(refusals, options.rules) };
  const file = options.overrides;
  const given = await overridesOf(file, read.value, rules);
  if (!given.ok) return given;
  const { seed, outputs } = bundled(read.value, rules, given.value, options);
  const counted = wholeVerdict(read.value, { ...rules, seed }, given.value, watch.stage);
  if (!counted.ok) return counted;
  const { verdict, sources, decisions } = counted.value;
  const overrides = file === undefined ? null : { file, ...(decisions ?? { applied: [], moves: [] }) };
  return { ok: true, value: { tables: sources.rounds, verdict, source, overrides, command: commandOf(options), bundles: outputs } };
}
