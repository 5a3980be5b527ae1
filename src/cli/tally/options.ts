import type { Refusal, Result } from '#core/problems/refusal.ts';

/** The command's options as commander hands them over. */
export type TallyOptions = {
  readonly ballots: readonly string[];
  readonly weights?: string;
  readonly scale?: string;
  readonly minJudges: string;
  readonly json?: boolean;
};

export type Settings = {
  readonly weights: ReadonlyMap<string, number> | undefined;
  readonly scale: { readonly min: number; readonly max: number } | undefined;
  readonly minimumPanel: number;
};

/** `craft=60,impact=40`; a name may itself hold `=`, as the last one counts. Whether a weight is positive and whole the tally decides. */
function readWeights(text: string): ReadonlyMap<string, number> | Refusal {
  const weights = new Map<string, number>();
  for (const part of text.split(',')) {
    const at = part.lastIndexOf('=');
    const name = part.slice(0, Math.max(at, 0)).trim().normalize('NFC');
    const number = part.slice(at + 1).trim();
    if (name === '' || !/^-?\d+(\.\d+)?$/.test(number)) return { code: 'tally.weights-not-readable', facts: { value: part.trim() } };
    if (weights.has(name)) return { code: 'scoring.criterion-twice', facts: { criterion: name } };
    weights.set(name, Number(number));
  }
  return weights;
}

function readScale(text: string): { min: number; max: number } | Refusal {
  const found = /^\s*(-?\d+)\s*[-–]\s*(-?\d+)\s*$/.exec(text);
  if (!found) return { code: 'tally.scale-not-readable', facts: { value: text } };
  return { min: Number(found[1]), max: Number(found[2]) };
}

/** The options as values, or every one that cannot be read. */
export function readSettings({ weights: weightText, scale: scaleText, minJudges }: TallyOptions): Result<Settings> {
  const refusals: Refusal[] = [];
  const accept = <T extends object>(value: T | Refusal): T | undefined => {
    if (!('code' in value)) return value;
    refusals.push(value);
    return undefined;
  };
  const weights = weightText === undefined ? undefined : accept(readWeights(weightText));
  const scale = scaleText === undefined ? undefined : accept(readScale(scaleText));
  if (!/^\d{1,9}$/.test(minJudges)) refusals.push({ code: 'tally.min-judges-not-readable', facts: { value: minJudges } });
  return refusals.length > 0 ? { ok: false, refusals } : { ok: true, value: { weights, scale, minimumPanel: Number(minJudges) } };
}
