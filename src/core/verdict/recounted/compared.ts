import { partTies } from '../../ranking/ladder.ts';
import { rungsOf } from '../../ranking/rungs.ts';
import type { Links } from '../../record/bundle/pseudonyms.ts';
import { aggregate } from '../../scoring/aggregate.ts';
import { ballotStatus } from '../../scoring/ballot-status.ts';
import { type BallotTable, isMark } from '../../scoring/ballot-table.ts';
import { composites } from '../../scoring/composite.ts';
import type { TallyRules } from '../rules.ts';
import { withoutMarks } from '../seats.ts';

/** Groups of entries head to head is asked of when one table is counted. Scores that are not exact may tie otherwise under other names. */
function askedIn(table: BallotTable, rules: TallyRules): (readonly number[])[] {
  const weighed = composites(table, rules);
  const asked: (readonly number[])[] = [];
  for (const category of table.categories.keys()) {
    const scores = aggregate(table, weighed, category, rules);
    if (!scores.exact) asked.push(table.entries.flatMap((entry, number) => (entry.category === category ? [number] : [])));
    const rungs = rungsOf({ table, composites: weighed, scores, seed: rules.seed }, rules.ties).map((rung) =>
      rung.by === 'head-to-head'
        ? {
            ...rung,
            ask: (group: readonly number[]) => {
              asked.push(group);
              return rung.ask(group);
            },
          }
        : rung,
    );
    partTies(scores, rungs);
  }
  const completed = weighed.status.includes(ballotStatus.imputed);
  return completed ? [...asked, ...askedIn(table, { ...rules, skipped: 'set-aside' })] : asked;
}

/** Groups that share an entry as one, each in the order of its numbers. */
function joined(groups: readonly (readonly number[])[]): Links {
  return groups.reduce<(readonly number[])[]>((known, group) => {
    const touching = known.filter((other) => other.some((entry) => group.includes(entry)));
    const whole = [...new Set([...group, ...touching.flat()])].sort((a, b) => a - b);
    return [...known.filter((other) => !touching.includes(other)), whole];
  }, []);
}

/** Ballots of nothing but zeros, as a public bundle passes over them where it is told so. */
function emptied(table: BallotTable, seats: readonly number[]): BallotTable {
  const width = table.criteria.length;
  const zeros = (ballot: number) => table.marks.subarray(ballot * width, (ballot + 1) * width).every((mark) => !isMark(mark) || mark === 0);
  return withoutMarks(table, seats.filter(zeros));
}

/**
 * The entries whose tie reaches head to head in any way the public counts them: with overrides and without, with completed ballots and
 * without. Only there need a judge's ballots be known as one judge's. Lots, whose seed is not known yet, leave no tie below them.
 */
export function comparedEntries(tables: readonly BallotTable[], rules: TallyRules, seats: readonly number[]): Links {
  if (rules.rounds !== undefined || !rules.ties.some(({ by }) => by === 'head-to-head')) return [];
  return joined(tables.flatMap((table) => askedIn(emptied(table, seats), rules)));
}
