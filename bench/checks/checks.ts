/** How often each check finds what was planted for it, what it says of panels where nothing was, and of shuffled ones. */
import { leaveOneOut } from '#core/robustness/leave-one-out.ts';
import { aggregate } from '#core/scoring/aggregate.ts';
import { composites } from '#core/scoring/composite.ts';
import { danceCriteria, danceRows, hasDances } from '#tests/support/ballots/dances.ts';
import { drawPanel, planCriteria, usualPlan } from '#tests/support/ballots/drawn-panel.ts';
import { anomalyCheck, builtTable, dataCheck } from '#tests/support/ballots/one-check.ts';
import type { Bench, Figure } from '../figure.ts';
import { seed } from '../seed.ts';
import { type Planted, plantedData, plantedPatterns } from './planted.ts';

/** Panels drawn for each check; a share of 5 % is known to 2 %. */
const panels = 100;

/** Of an expected 5 %, and three standard errors of a hundred panels. */
const falseAlarms = 0.12;

type Tried = {
  readonly found: number;
  readonly alarms: number;
  readonly examined: number;
  readonly placebo: number;
  readonly runs: number;
};

function tryOut({ kind, plan, change, isIt, times }: Planted, isPattern: boolean): Tried {
  const criteria = planCriteria({ ...usualPlan, ...plan });
  let [found, alarms, examined, placebo, runs] = [0, 0, 0, 0, 0];
  for (let i = 0; i < panels; i += 1) {
    const rows = drawPanel(`${seed}/${kind}/${i}`, plan);
    const check = (marks: typeof rows) => {
      const table = builtTable(criteria, marks);
      return isPattern ? anomalyCheck(table, kind, `${seed}/${i}`) : dataCheck(table, kind, times);
    };
    const clean = check(rows);
    found += Number(check(change(rows)).flags.some(isIt));
    // Mandel's flags are one-in-twenty questions of each judge; the others are meant to be rare in a whole panel.
    const each = kind.startsWith('mandel') ? clean.examined : 1;
    alarms += kind.startsWith('mandel') ? clean.flags.length : Number(clean.flags.length > 0);
    examined += each;
    placebo += (clean.placebo?.rate ?? 0) / each;
    runs += clean.placebo?.runs ?? 0;
  }
  return { found: found / panels, alarms: alarms / examined, examined, placebo: placebo / panels, runs };
}

const errorOf = (share: number, n: number): number => Math.sqrt((share * (1 - share)) / n);

function figuresOf(planted: Planted, isPattern: boolean): Figure[] {
  const { kind, about } = planted;
  const { found, alarms, examined, placebo, runs } = tryOut(planted, isPattern);
  const share = (name: string, value: number, n: number, promise: Figure['promise']): Figure => ({
    name: `${kind}: ${name}`,
    value,
    unit: 'share',
    n,
    error: errorOf(value, n),
    ...(promise && { promise }),
  });
  const whole = kind.startsWith('mandel') ? 'judges' : 'panels';
  return [
    share(`found (${about})`, found, panels, { least: 0.9 }),
    share(`${whole} flagged where nothing was planted`, alarms, examined, { most: isPattern ? falseAlarms : 0.06 }),
    ...(isPattern ? [share(`placebo rate, flags a shuffle${whole === 'judges' ? ' and judge' : ''}`, placebo, runs, { most: 0.1 })] : []),
  ];
}

/** Weeks of the dancing contest in which leaving out one judge, any one, changes who is first. */
function withoutOneJudge(): Figure[] {
  const table = builtTable(
    danceCriteria,
    danceRows().filter(({ mark }) => mark !== 0),
  );
  const weighed = composites(table);
  const rules = { aggregation: { kind: 'mean' }, minimumPanel: 3, seats: 1 } as const;
  const weeks = table.categories.map((_, category) =>
    leaveOneOut({ table, composites: weighed, rules, scores: aggregate(table, weighed, category, rules) }),
  );
  const changed = weeks.filter((week) => week.tested && week.kept < week.judges).length;
  const share = changed / weeks.length;
  const name = 'weeks of a dancing contest in which some judge alone decides who is first';
  return [{ name, value: share, unit: 'share', n: weeks.length, error: errorOf(share, weeks.length) }];
}

export const checks: Bench = {
  name: 'checks',
  about: `planted cases, ${panels} drawn panels each, seed ${seed}`,
  run: async (say) => {
    const figures: Figure[] = [];
    for (const [planted, isPattern] of [
      ...plantedData.map((each) => [each, false] as const),
      ...plantedPatterns.map((each) => [each, true] as const),
    ]) {
      say(`${planted.kind} …`);
      figures.push(...figuresOf(planted, isPattern));
    }
    if (hasDances) figures.push(...withoutOneJudge());
    else say('The dancing contest’s file is not here; its figure is left out.');
    return figures;
  },
};
