/** From files to a verdict, with all that was taken for granted on the way. */
import { readFileSync } from 'node:fs';
import type { Result } from '#core/problems/refusal.ts';
import { presetOf } from '#core/ranking/presets/beneath.ts';
import type { Preset } from '#core/ranking/presets/preset.ts';
import type { BallotTable } from '#core/scoring/ballot-table.ts';
import { isBlend, sourceRefusals } from '#core/verdict/blended/blend-refusals.ts';
import { blendedVerdict } from '#core/verdict/blended/blended-verdict.ts';
import type { Sources } from '#core/verdict/blended/sources.ts';
import { type Applied, overridden } from '#core/verdict/overrides.ts';
import type { TallyRules } from '#core/verdict/rules.ts';
import { rulesRefusals } from '#core/verdict/rules-refusals.ts';
import type { Verdict } from '#core/verdict/verdict.ts';
import { type Progress, verdictOf } from '#core/verdict/verdict-of.ts';
import { wordsFor } from '#words/index.ts';
import { bundleOutputs } from './bundle.ts';
import { readOverrides } from './input/overrides.ts';
import { doubledFiles, roundReading } from './input/rounds.ts';
import { readSaid } from './input/said.ts';
import type { Note } from './input/sink.ts';
import { readBallotFiles } from './input/source.ts';
import { commandOf, type TallyOptions, writtenRules } from './options.ts';
import type { Output } from './outputs.ts';
import { fillBlend, isBlended } from './rules/fill-blend.ts';
import { type Filled, fillRules, type Guessed } from './rules/fill-rules.ts';

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
  readonly notes: readonly Note[];
};

/** What people decided otherwise than the judges, and what it did to the places; null where there is nothing of the kind. */
export type Overridden = {
  readonly file: string;
  readonly applied: readonly Applied[];
  readonly moves: readonly {
    readonly category: string;
    readonly entry: string;
    readonly without: number | null;
    readonly now: number | null;
  }[];
} | null;

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
function bundled(table: BallotTable, rules: TallyRules, { bundle, origin, sign }: TallyOptions) {
  if (bundle === undefined) return { seed: rules.seed, outputs: [] };
  return bundleOutputs(table, rules, {
    bundle,
    origin: origin ?? 'plaudit-tally',
    at: new Date(),
    version,
    ...(sign !== undefined && { sign }),
  });
}

export type Watch = { readonly reading: (marks: number) => void; readonly stage: Progress };

const quiet: Watch = { reading: () => {}, stage: () => {} };

function presetFacts(id: string | undefined): Source['preset'] {
  const preset = id === undefined ? undefined : presetOf(id);
  if (!preset) return null;
  const { rules: _, ...facts } = preset;
  return facts;
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
    ...(rounds && { rounds: roundReading(rounds) }),
  });
  if (sink.refused > 0) return { ok: false, refusals: sink.refusals };
  const [only] = sink.collectors.values();
  const filled = isBlended(written.value) || !only ? fillBlend(written.value, sink.collectors) : fillRules(written.value, only);
  if (!filled.ok) return filled;
  const source: Source = {
    title: written.value.title ?? null,
    files: options.ballots.map((file) => (file === '-' ? say.standardInput : file)),
    rulesFile: options.rules ?? null,
    preset: presetFacts(written.value.preset),
    guessed: filled.value.guessed,
    notes: sink.notes,
  };
  return { ok: true, value: { ...filled.value, ...said.value, rounds: filled.value.tables, source } };
}

/** Entries whose official place is another without the overrides. */
function movesBetween(without: Verdict, now: Verdict): NonNullable<Overridden>['moves'] {
  const key = (category: string, entry: string) => JSON.stringify([category, entry]);
  const before = new Map(
    without.categories.flatMap(({ category, entries }) => entries.map(({ entry, rank }) => [key(category, entry), rank] as const)),
  );
  return now.categories.flatMap(({ category, entries }) =>
    entries.flatMap(({ entry, rank }) => {
      const old = before.get(key(category, entry)) ?? null;
      return old === rank ? [] : [{ category, entry, without: old, now: rank }];
    }),
  );
}

/** The table as people decided it should be, what they changed, and how to say what that did to the places. */
async function decided(file: string, { tables: [table], rules }: Filled) {
  const read = await readOverrides(file);
  if (!read.ok) return read;
  const changed = overridden(table, read.value);
  if (!changed.ok) return changed;
  const without = verdictOf(table, rules);
  if (!without.ok) return without;
  const told = (now: Verdict): Overridden => ({ file, applied: changed.value.applied, moves: movesBetween(without.value, now) });
  return { ok: true as const, value: { table: changed.value.table, told } };
}

/** The same for a score of several sources. */
function blended(options: TallyOptions, read: Filled & Sources, source: Source, watch: Watch): Result<Tallied> {
  const alone = (['overrides', 'bundle'] as const).filter((option) => options[option] !== undefined);
  if (alone.length > 0) return { ok: false, refusals: alone.map((option) => ({ code: 'blend.option-not-usable', facts: { option } })) };
  const verdict = blendedVerdict(read, read.rules, watch.stage);
  return verdict.ok
    ? {
        ok: true,
        value: { tables: read.tables, verdict: verdict.value, source, overrides: null, command: commandOf(options), bundles: [] },
      }
    : verdict;
}

export async function tallyFiles(options: TallyOptions, watch: Watch = quiet): Promise<Result<Tallied>> {
  const read = await readAll(options, watch);
  if (!read.ok) return read;
  const { rules, source } = read.value;
  const refusals = [...rulesRefusals(rules), ...sourceRefusals(read.value, rules)];
  if (refusals.length > 0) return { ok: false, refusals };
  if (isBlend(rules)) return blended(options, read.value, source, watch);
  // A bundle proves what judges cast; what people decided otherwise is no part of it.
  if (options.overrides !== undefined && options.bundle !== undefined)
    return { ok: false, refusals: [{ code: 'recount.bundle-beside-overrides', facts: {} }] };
  const changed = options.overrides === undefined ? null : await decided(options.overrides, read.value);
  if (changed?.ok === false) return changed;
  const { table, told } = changed?.value ?? { table: read.value.tables[0], told: () => null };
  const { seed, outputs } = bundled(table, rules, options);
  const verdict = verdictOf(table, { ...rules, seed }, watch.stage);
  if (!verdict.ok) return verdict;
  const overrides = told(verdict.value);
  return { ok: true, value: { tables: [table], verdict: verdict.value, source, overrides, command: commandOf(options), bundles: outputs } };
}
