import { notScored } from '../../scoring/ballot-table.ts';
import { itemsOf } from '../by-key.ts';
import type { Check, Flag } from '../flag.ts';
import { categoryName, categoryOf, entryName, judgeName, markOf, marksOn, type View } from '../view.ts';

/** Marks of a ballot that should be there and are not: whatever was declared (recused, abstained, not applicable) is an answer. */
function missingOn({ table, scored }: View, ballot: number): number[] {
  return scored.filter((c) => markOf(table, ballot, c) === notScored.missing);
}

/** Ballots with some marks or none where more were due, one flag for each judge with any. */
export function checkMissing(view: View): Check {
  const { table, byJudge } = view;
  const unmarked = new Set(unmarkedCriteria(view).map(({ category, criterion }) => category * table.criteria.length + criterion));
  const flags: Flag[] = [];
  for (let judge = 0; judge < table.judges.length; judge += 1) {
    const ballots: number[] = [];
    const criteria = new Set<number>();
    let empty = 0;
    for (const ballot of itemsOf(byJudge, judge)) {
      const missing = missingOn(view, ballot).filter((c) => !unmarked.has(categoryOf(table, ballot) * table.criteria.length + c));
      if (missing.length === 0) continue;
      ballots.push(ballot);
      for (const c of missing) criteria.add(c);
      empty += Number(marksOn(view, ballot).length === 0);
    }
    if (ballots.length === 0) continue;
    const names = [...criteria].sort((a, b) => a - b).map((c) => table.criteria[c]?.id ?? '');
    const entry = ballots.length === 1 ? entryName(table, table.ballotEntry[ballots[0] ?? -1] ?? -1) : null;
    const facts = { judge: judgeName(table, judge), ballots: ballots.length, empty, criteria: names.join(', '), entry };
    flags.push({ kind: 'missing-marks', ballots, criterion: null, facts });
  }
  return { kind: 'missing-marks', examined: table.ballotEntry.length, notRun: null, placebo: null, flags };
}

type Unmarked = { readonly category: number; readonly criterion: number; readonly ballots: readonly number[] };

/** Criteria for which a category has ballots but not a single mark, although they were said to apply there. */
function unmarkedCriteria({ table, scored }: View): Unmarked[] {
  const found: Unmarked[] = [];
  for (const criterion of scored) {
    const missing = new Map<number, number[]>();
    const answered = new Set<number>();
    for (let ballot = 0; ballot < table.ballotEntry.length; ballot += 1) {
      const category = categoryOf(table, ballot);
      if (answered.has(category)) continue;
      if (markOf(table, ballot, criterion) !== notScored.missing) {
        answered.add(category);
        missing.delete(category);
      } else {
        const ballots = missing.get(category);
        if (ballots) ballots.push(ballot);
        else missing.set(category, [ballot]);
      }
    }
    for (const [category, ballots] of missing) found.push({ category, criterion, ballots });
  }
  return found;
}

export function checkUnmarked(view: View): Check {
  const { table, scored } = view;
  const flags = unmarkedCriteria(view).map(({ category, criterion, ballots }): Flag => {
    const facts = { category: categoryName(table, category), criterion: table.criteria[criterion]?.id ?? '', ballots: ballots.length };
    return { kind: 'unmarked-criterion', ballots, criterion, facts };
  });
  const examined = scored.length * table.categories.length;
  return { kind: 'unmarked-criterion', examined, notRun: null, placebo: null, flags };
}

/** Entries with fewer complete ballots than the minimum panel: no score is claimed for them until the seats are filled. */
export function checkPanels(view: View, minimumPanel: number): Check {
  const { table, byEntry } = view;
  const flags: Flag[] = [];
  for (let entry = 0; entry < table.entries.length; entry += 1) {
    const ballots = [...itemsOf(byEntry, entry)];
    const complete = ballots.filter((ballot) => marksOn(view, ballot).length > 0 && missingOn(view, ballot).length === 0);
    if (complete.length >= minimumPanel) continue;
    const category = categoryName(table, table.entries[entry]?.category ?? -1);
    const facts = { entry: entryName(table, entry), category, have: complete.length, need: minimumPanel };
    flags.push({ kind: 'too-few-judges', ballots, criterion: null, facts });
  }
  return { kind: 'too-few-judges', examined: table.entries.length, notRun: null, placebo: null, flags };
}
