/** What `./plaudit tally` says. Sentences only; the command lays them out. */
const list = new Intl.ListFormat('en');

const counted = (n: number, one: string, many = `${one}s`): string => `${n.toString()} ${n === 1 ? one : many}`;

export const tally = {
  about: 'rank entries from a spreadsheet of marks: exact weighted means, ties kept',
  options: {
    ballots: 'marks as CSV in long form: entry,category,judge,criterion,mark; repeat for several files; - reads standard input',
    weights: 'weight of each criterion, whole numbers in any ratio: "craft=60,impact=40" (default: all equal)',
    scale: 'lowest and highest mark there can be; a mark outside is refused (default: guessed from the marks)',
    minJudges: 'complete ballots an entry needs to be ranked',
    json: 'print the result with every derivation as JSON',
  },
  help: (codes: { readonly done: number; readonly refused: number; readonly usage: number }): string => `
How it counts
  A ballot is one judge's marks on one entry. Its score is the weighted mean of its marks; an entry's score is the mean over its
  complete ballots. Sums are exact fractions, rounded for display only, so a tie is a tie. A missing mark (no row, or an empty cell)
  is never a zero: the ballot is set aside and named.

Example
  ./plaudit tally --ballots docs/examples/ballots.csv --weights "resolution=30,empathy=25,clarity=20,speed=15,follow-up=10"

Exit codes
  ${codes.done}  the table was printed
  ${codes.refused}  the marks or options were refused; nothing was printed on standard output
  ${codes.usage}  the command line was not understood`,
  standardInput: 'standard input',
  counted: (n: { marks: number; ballots: number; entries: number; judges: number; categories: number }): string =>
    `${counted(n.marks, 'mark')} in ${counted(n.ballots, 'ballot')} by ${counted(n.judges, 'judge')} on ${counted(n.entries, 'entry', 'entries')}, ${counted(n.categories, 'category', 'categories')}.`,
  weights: (weights: readonly { criterion: string; weight: number }[], given: boolean): string =>
    given
      ? `Weights: ${weights.map(({ criterion, weight }) => `${criterion} ${weight}`).join(', ')}.`
      : `Weights: equal for ${list.format(weights.map(({ criterion }) => criterion))} (set them with --weights).`,
  scale: ({ min, max }: { min: number; max: number }, given: boolean): string =>
    given
      ? `Scale: ${min} to ${max}.`
      : `Scale: ${min} to ${max}, guessed from the marks (set it with --scale to refuse slips of the pen).`,
  panel: (needed: number): string => `Panel: an entry is ranked with ${counted(needed, 'complete ballot')} or more.`,
  notApplicable: (category: string, criteria: readonly string[]): string =>
    `Not judged in “${category}”: ${list.format(criteria)}. The other weights count in full there.`,
  columns: { rank: 'Rank', entry: 'Entry', score: 'Score', exact: 'Exact', judges: 'Judges', marks: 'Marks' },
  tiedRank: (rank: number): string => `=${rank}`,
  noRank: '–',
  insufficient: (entry: string, have: number, needed: number): string =>
    `Insufficient: ${entry} has ${have} of ${counted(needed, 'complete ballot')}.`,
  winner: (winners: readonly string[]): string =>
    winners.length === 1 ? `Winner: ${winners[0]}` : `Joint winners, exactly tied: ${list.format(winners)}`,
  notAwarded: 'Not awarded: no entry has enough complete ballots.',
  setAside: (judge: string, entry: string, missing: readonly string[]): string =>
    `Set aside: the ballot of ${judge} on ${entry} has no mark for ${list.format(missing)}.`,
  refused: (n: number): string => `No tally was made. ${counted(n, 'thing')} must be put right first:`,
  more: (n: number): string => `and ${n} more`,
};
