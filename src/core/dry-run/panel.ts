/** Judges nobody asked: how each marks, as the seed says. Severity and noise are added to what an entry is worth, then rounded to a mark. */
import { normalQuantile } from '../numeric/normal.ts';
import { random } from '../numeric/random.ts';
import type { MarkRow } from '../scoring/ballot-table.ts';
import type { Criterion } from '../scoring/criteria.ts';
import { inSteps, type Scale } from '../scoring/scale.ts';
import type { Asked } from './asked.ts';
import { drawn, type PlantedEntry, within } from './planted.ts';

export type Manner = Pick<Asked, 'severity' | 'noise' | 'missing'>;

/** Judges who mark exactly what is there, every one of them. */
export const exactly: Manner = { severity: 0, noise: 0, missing: 0 };

export const judgesOf = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, i) => `judge-${String(i + 1).padStart(3, '0')}`);

/** A mark on a scale, in steps, for a share of its length. */
function markAt(scale: Scale, share: number): number {
  const { min, max } = inSteps(scale);
  return min + Math.round(within(share) * (max - min));
}

/**
 * One ballot, or none where it is never handed in. The same judge marks the same entry alike whatever else is changed: what a rule costs is never the luck of another draw.
 * Questions of yes or no are all answered with yes.
 */
export function ballotOf(
  seed: string,
  { severity, noise, missing }: Manner,
  { entry, category, worth }: PlantedEntry,
  judge: string,
  criteria: readonly Criterion[],
): readonly MarkRow[] {
  const stream = random(`${seed}/ballot/${entry}/${judge}`);
  if (stream.uniform() < missing / 100) return [];
  const next = () => (noise / 100) * normalQuantile(stream.uniform());
  const lean = (severity === 0 ? 0 : (severity / 100) * drawn(`${seed}/judge/${judge}`)) + next();
  return criteria.map(({ id, scale, gate }) => {
    const share = worth(id) + lean + next();
    return { category, entry, judge, criterion: id, mark: gate ? inSteps(scale).max : markAt(scale, share) };
  });
}
