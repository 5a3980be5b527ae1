import { basename, isAbsolute } from 'node:path';
import { Problem } from '#core/problems/problem.ts';
import type { Refusal, Result } from '#core/problems/refusal.ts';
import { printable } from '#core/problems/visible.ts';
import { beneath, presetOf } from '#core/ranking/presets/beneath.ts';
import { isStep, type Scale } from '#core/scoring/scale.ts';
import { rulesShape, type WrittenRules } from '#core/verdict/rules-shape.ts';
import { readScale } from '#core/verdict/shape/parts.ts';
import { readRules, unknownPreset } from './rules/read-rules.ts';

/** The command's options as commander hands them over. */
export type TallyOptions = {
  readonly ballots: readonly string[];
  readonly rules?: string;
  readonly preset?: string;
  readonly metrics?: string;
  readonly votes?: string;
  readonly overrides?: string;
  readonly weights?: string;
  readonly scale?: string;
  readonly step?: string;
  readonly minJudges?: string;
  readonly out?: string;
  readonly report?: string;
  readonly workbook?: string;
  readonly bundle?: string;
  readonly origin?: string;
  readonly sign?: string;
  readonly json?: boolean;
};

type Weights = readonly { readonly id: string; readonly weight: number }[];

/** `craft=60,impact=40`; a name may itself hold `=`, as the last one counts. Whether a weight is positive and whole the tally decides. */
function readWeights(text: string): Weights | Refusal {
  const weights: { id: string; weight: number }[] = [];
  for (const part of text.split(',')) {
    const at = part.lastIndexOf('=');
    const id = part.slice(0, Math.max(at, 0)).trim().normalize('NFC');
    const number = part.slice(at + 1).trim();
    if (id === '' || !/^-?\d+(\.\d+)?$/.test(number)) return { code: 'tally.weights-not-readable', facts: { value: part.trim() } };
    if (weights.some((other) => other.id === id)) return { code: 'scoring.criterion-twice', facts: { criterion: id } };
    weights.push({ id, weight: Number(number) });
  }
  return weights;
}

function scaleIn(text: string): Scale | Refusal {
  const scale = readScale(text);
  return scale && scale.min < scale.max && isStep(scale.step ?? 1) ? scale : { code: 'tally.scale-not-readable', facts: { value: text } };
}

function stepIn(text: string): { step: number } | Refusal {
  const step = /^\d*\.?\d+$/.test(text) ? Number(text) : Number.NaN;
  return isStep(step) ? { step } : { code: 'tally.step-not-readable', facts: { value: text } };
}

/** What the options say in place of a file of rules, or every one that cannot be read. */
function rulesByOptions({ weights: weightText, scale: scaleText, step: stepText, minJudges, preset }: TallyOptions): Result<WrittenRules> {
  const refusals: Refusal[] = [];
  const accept = <T extends object>(value: T | Refusal): T | undefined => {
    if (!('code' in value)) return value;
    refusals.push(value);
    return undefined;
  };
  const criteria = weightText === undefined ? undefined : accept(readWeights(weightText));
  const scale = scaleText === undefined ? undefined : accept(scaleIn(scaleText));
  const step = stepText === undefined ? undefined : accept(stepIn(stepText));
  const based = preset === undefined ? undefined : presetOf(preset);
  if (preset !== undefined && !based) refusals.push(unknownPreset(preset));
  if (minJudges !== undefined && !/^\d{1,9}$/.test(minJudges))
    refusals.push({ code: 'tally.min-judges-not-readable', facts: { value: minJudges } });
  else if (minJudges !== undefined && Number(minJudges) < 1)
    refusals.push({ code: 'scoring.minimum-panel-not-valid', facts: { minimumPanel: Number(minJudges) } });
  if (refusals.length > 0) return { ok: false, refusals };
  const given = {
    ...(minJudges !== undefined && { minimumPanel: Number(minJudges) }),
    ...(criteria && { criteria }),
    ...(scale && { scale }),
    ...step,
  };
  return { ok: true, value: { ...rulesShape.parse(based ? { ...beneath(based, {}), preset } : {}), ...given } };
}

/** The rules of a file, or of the options; both at once would say things twice. */
export function writtenRules(options: TallyOptions): Result<WrittenRules> {
  if (options.rules === undefined) return rulesByOptions(options);
  const beside = [
    ['weights', options.weights],
    ['scale', options.scale],
    ['step', options.step],
    ['min-judges', options.minJudges],
  ] as const;
  const refusals = beside.flatMap(([option, value]): Refusal[] =>
    value === undefined ? [] : [{ code: 'tally.option-beside-rules', facts: { option } }],
  );
  return refusals.length > 0 ? { ok: false, refusals } : readRules(options.rules, options.preset);
}

/** A problem thrown while reading, as the refusal it is; anything else is a bug and goes on. */
export function asRefusals(error: unknown): { readonly ok: false; readonly refusals: readonly Refusal[] } {
  if (!(error instanceof Problem)) throw error;
  return { ok: false, refusals: [{ code: error.code, facts: error.facts }] };
}

/** Options that decide what a tally comes to, as they are written, and whether they name a file. */
const deciding = [
  ['rules', '--rules', 'file'],
  ['preset', '--preset', 'word'],
  ['weights', '--weights', 'word'],
  ['scale', '--scale', 'word'],
  ['step', '--step', 'word'],
  ['minJudges', '--min-judges', 'word'],
  ['metrics', '--metrics', 'file'],
  ['votes', '--votes', 'file'],
  ['overrides', '--overrides', 'file'],
] as const satisfies readonly (readonly [keyof TallyOptions, string, 'file' | 'word'])[];

const quoted = (text: string): string => (/^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`);

/** Where a file lay on one machine is nobody's business on another; a path from where the command was given may be typed again. */
const named = (file: string): string => quoted(printable(isAbsolute(file) ? basename(file) : file));

/**
 * The command that makes the same tally again, in words of a shell, beside the same files. A bundle's seed comes from secrets drawn
 * afresh: such a tally is recounted from its bundle.
 */
export function commandOf(options: TallyOptions): string {
  if (options.bundle !== undefined) return `./plaudit recount ${named(options.bundle)}`;
  const said = deciding.flatMap(([key, flag, kind]) => {
    const value = options[key];
    return value === undefined ? [] : [`${flag} ${kind === 'file' ? named(value) : quoted(value)}`];
  });
  return ['./plaudit tally', ...options.ballots.map((file) => `--ballots ${named(file)}`), ...said].join(' ');
}
