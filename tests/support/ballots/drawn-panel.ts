/** Invented panels drawn from a seed: marks as judges give them when nothing is wrong, for tests and benches to plant something in. */
import { normalQuantile } from '#core/numeric/normal.ts';
import { random } from '#core/numeric/random.ts';
import type { MarkRow } from '#core/scoring/ballot-table.ts';
import type { Criterion } from '#core/scoring/criteria.ts';

export type PanelPlan = {
  readonly entries: number;
  readonly judges: number;
  /** Judges an entry; all of them make a crossed panel. */
  readonly perEntry: number;
  readonly criteria: number;
  readonly categories: number;
  /** Groups that entries and judges are of by turns (employers, countries); none when 0. */
  readonly groups: number;
  /** Standard deviations beside a truth of 1: of judges' severities, of judge by entry, of single marks. */
  readonly severity: number;
  readonly halo: number;
  readonly noise: number;
};

export const usualPlan: PanelPlan = {
  entries: 60,
  judges: 12,
  perEntry: 4,
  criteria: 5,
  categories: 1,
  groups: 0,
  severity: 0.7,
  halo: 0.6,
  noise: 0.7,
};

const name = (kind: string, i: number): string => `${kind} ${String(i + 1).padStart(4, '0')}`;

export function planCriteria({ criteria }: Pick<PanelPlan, 'criteria'>): readonly Criterion[] {
  return Array.from({ length: criteria }, (_, c) => ({ id: name('criterion', c), weight: 1, scale: { min: 0, max: 10 } }));
}

/**
 * Marks 1 to 10 = round(5.5 + 1.5·(truth + severity + halo + noise)) under a scale of 0 to 10; seats go to the judges with the fewest
 * so far, ties by lot; each ballot is handed in 3 to 15 minutes after the judge's last. Rows are numbered as in one file.
 */
export function drawPanel(seed: string, plan: Partial<PanelPlan> = {}): MarkRow[] {
  const { entries, judges, perEntry, criteria, categories, groups, severity, halo, noise } = { ...usualPlan, ...plan };
  const { uniform, below } = random(seed);
  const normal = () => normalQuantile(uniform());
  const harsh = Array.from({ length: judges }, () => severity * normal());
  const loads = Array.from({ length: judges }, () => 0);
  const clock = Array.from({ length: judges }, () => Date.UTC(2027, 2, 1, 9));
  const groupOf = (i: number) => (groups > 0 ? `group ${i % groups}` : null);
  const rows: MarkRow[] = [];
  for (let i = 0; i < entries; i += 1) {
    const truth = normal();
    const entryGroup = groupOf(below(Math.max(1, groups)));
    const order = harsh.map((_, j) => ({ j, key: (loads[j] ?? 0) + uniform() })).sort((a, b) => a.key - b.key);
    for (const { j } of order.slice(0, perEntry)) {
      loads[j] = (loads[j] ?? 0) + 1;
      clock[j] = (clock[j] ?? 0) + 180_000 + 1_000 * below(720);
      const latent = truth + (harsh[j] ?? 0) + halo * normal();
      for (let c = 0; c < criteria; c += 1) {
        rows.push({
          category: name('category', i % categories),
          entry: name('entry', i),
          judge: name('judge', j),
          criterion: name('criterion', c),
          mark: Math.min(10, Math.max(1, Math.round(5.5 + 1.5 * (latent + noise * normal())))),
          entryGroup,
          judgeGroup: groupOf(j),
          at: clock[j] ?? null,
          file: 'ballots.csv',
          row: rows.length + 2,
        });
      }
    }
  }
  return rows;
}

/** The rows with some changed: what `change` returns of a row takes its place, null takes it away. */
export function plant(rows: readonly MarkRow[], change: (row: MarkRow) => MarkRow | null): MarkRow[] {
  return rows.map(change).filter((row) => row !== null);
}
