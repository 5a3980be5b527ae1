import type { CategoryFit, FitInput, FitOptions } from './fit.ts';

/**
 * More judges than this are no panel: a public vote is counted, not corrected. The equations grow with the smaller of entries and judges
 * and one a category; beyond `largestSide` no correction is tried either.
 */
export const mostJudges = 2000;
export const largestSide = 3000;

/** With fewer entries in a category there are no peers to rank an entry among. */
export const fewestEntries = 3;

/** What a category's part of the design looks like. */
export type Shape = {
  readonly entries: readonly number[];
  readonly judges: number;
  readonly ballots: number;
  readonly panel: { readonly least: number; readonly most: number };
  /** Half of the entries or more have at most two ballots. */
  readonly mostlyTwo: boolean;
  readonly components: number;
};

export function shapesOf(input: FitInput, component: Int32Array): readonly Shape[] {
  const ballots = new Int32Array(input.entries);
  const judges = Array.from({ length: input.categories }, () => new Set<number>());
  for (const [b, entry] of input.entry.entries()) {
    ballots[entry] = (ballots[entry] ?? 0) + 1;
    judges[input.category[entry] ?? 0]?.add(input.judge[b] ?? 0);
  }
  const entries = Array.from({ length: input.categories }, (): number[] => []);
  for (const [entry, count] of ballots.entries()) if (count > 0) entries[input.category[entry] ?? 0]?.push(entry);
  return entries.map((own, category) => {
    const counts = own.map((entry) => ballots[entry] ?? 0);
    return {
      entries: own,
      judges: judges[category]?.size ?? 0,
      ballots: counts.reduce((sum, count) => sum + count, 0),
      panel: { least: counts.reduce((a, b) => Math.min(a, b), counts[0] ?? 0), most: counts.reduce((a, b) => Math.max(a, b), 0) },
      mostlyTwo: 2 * counts.filter((count) => count <= 2).length >= counts.length,
      components: new Set(own.map((entry) => component[entry])).size,
    };
  });
}

/** What is known of the whole set of ballots when a category's state is decided. */
export type Known = {
  readonly judges: number;
  readonly tooMany: boolean;
  /** False where no mixed model could be fitted, for lack of any difference that judges' severities do not explain. */
  readonly fitted: boolean;
  /** Judges differ, but by constants only: severities are known exactly. */
  readonly additive: boolean;
  readonly hausmanFired: boolean;
  readonly noiseFired: boolean;
  /** Residual degrees of freedom with entries and judges fixed. */
  readonly freedom: number;
};

type Decision = Pick<CategoryFit, 'state' | 'method'>;

/** What decides where the category is no simpler case: the mixed model or what its gates put in its place; constants alone need no model. */
function modelOf({ fitted, additive, hausmanFired, noiseFired }: Known): CategoryFit['method'] {
  if (!fitted) return additive ? 'fixed' : 'raw';
  return hausmanFired ? 'fixed' : noiseFired ? 'mixed-judge-noise' : 'mixed';
}

/** The rows of the table in the order they are tried; each rests on those above it not holding. */
export function decide(shape: Shape, known: Known, { seatsAtRandom, priors }: FitOptions): Decision {
  const method = modelOf(known);
  if (known.tooMany) return { state: 'too-many-judges', method: 'raw' };
  if (shape.entries.length < fewestEntries) return { state: 'too-few-entries', method: 'raw' };
  if (shape.panel.most === 1) {
    return priors === null ? { state: 'one-judge', method: 'raw' } : { state: 'one-judge-with-priors', method: 'judge-centred' };
  }
  const isComplete = shape.ballots === shape.entries.length * shape.judges;
  if (isComplete) return { state: known.fitted ? 'complete' : 'no-variance', method: 'raw' };
  if (shape.components > 1) return { state: seatsAtRandom && method !== 'fixed' ? 'components-at-random' : 'components', method };
  if (!known.fitted) return { state: known.additive ? 'severity-only' : 'no-variance', method };
  if (known.hausmanFired) return { state: 'harshness-went-with-quality', method };
  if (shape.mostlyTwo || known.freedom < 2 * known.judges) return { state: 'thin', method };
  return { state: 'connected', method };
}
