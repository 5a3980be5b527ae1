import { isMark } from '../../scoring/ballot-table.ts';
import type { Check, Flag } from '../flag.ts';
import { categoryName, categoryOf, entryOf, markOf, type View } from '../view.ts';

/** Fewer marks that are alike are no wonder. */
const leastMarks = 4;

/** What was seen in one category so far: the one mark of each criterion, until another comes. */
type Seen = {
  readonly only: Map<number, number>;
  readonly ballots: number[];
  readonly entries: Set<number>;
  marks: number;
  differs: boolean;
};

/**
 * Categories in which every judge gave every entry the same marks: they are tied, and no judge told them apart. (Zeros alone are asked
 * about as ballots of zeros.)
 */
export function checkNoDifference(view: View): Check {
  const { table, scored } = view;
  const categories = table.categories.map((): Seen => ({ only: new Map(), ballots: [], entries: new Set(), marks: 0, differs: false }));
  for (let ballot = 0; ballot < table.ballotEntry.length; ballot += 1) {
    const seen = categories[categoryOf(table, ballot)];
    if (!seen || seen.differs) continue;
    const before = seen.marks;
    for (const criterion of scored) {
      const mark = markOf(table, ballot, criterion);
      if (!isMark(mark)) continue;
      seen.marks += 1;
      seen.differs ||= (seen.only.get(criterion) ?? mark) !== mark;
      seen.only.set(criterion, mark);
    }
    if (seen.marks === before) continue;
    seen.ballots.push(ballot);
    seen.entries.add(entryOf(table, ballot));
  }
  const flags = categories.flatMap(({ only, ballots, entries, marks, differs }, category): Flag[] => {
    const values = new Set(only.values());
    if (differs || entries.size < 2 || marks < leastMarks || (values.size === 1 && values.has(0))) return [];
    const each = [...only].map(([criterion, mark]) => `${table.criteria[criterion]?.id ?? ''} ${mark}`).join(', ');
    const [mark = null] = values.size === 1 ? values : [];
    const facts = { category: categoryName(table, category), marks, ballots: ballots.length, entries: entries.size, mark, each };
    return [{ kind: 'no-difference', ballots, criterion: null, facts }];
  });
  return { kind: 'no-difference', examined: table.categories.length, notRun: null, placebo: null, flags };
}
