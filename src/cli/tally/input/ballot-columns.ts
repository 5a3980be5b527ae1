/** Columns of a table with one row a ballot that are no criteria. */

const ballot = ['entry', 'category', 'judge', 'entry_group', 'judge_group', 'at', 'round'];

/** What HotCRP says of a review beside its form. */
const review = ['paper', 'title', 'review', 'reviewername', 'email'];

/** Where the export of a review says whether it was submitted. */
const standing = ['status', 'review status', 'reviewstatus', 'state', 'submitted', 'draft'];

const known = new Set([...ballot, ...review]);

/** True for a column that tells what a ballot is, rather than what the judge thinks of the entry. */
export const isBallotColumn = (name: string, hotcrp: boolean): boolean => known.has(name) || (hotcrp && standing.includes(name));

/** Questions a review form asks of the reviewer, who is not judged by them. */
const ofReviewer = /\b(?:expertise|confidence|familiarity|qualifications?|knowledge|self[- ]assessment)\b/i;

export const tellsOfReviewer = (name: string): boolean => ofReviewer.test(name);

/** True for the reviews HotCRP exports: paper, title, then review, reviewername and email as far as the reader may see them, then the form's fields. */
export function isHotcrp(names: readonly string[]): boolean {
  return names.includes('paper') && ['review', 'reviewername', 'email'].some((column) => names.includes(column));
}

const unsubmitted = /^(?:.*\b(?:draft|unsubmitted|not submitted|in progress|incomplete|pending|not started|started)\b.*)$/i;
const no = /^(?:no|false|0|n)$/i;
const yes = /^(?:yes|true|1|y)$/i;

/**
 * Whether a row of HotCRP's is a review nobody submitted: its status says so, or it has no number among the reviews of a file where
 * submitted ones have theirs.
 */
export function draftIn(
  names: readonly string[],
  rows: readonly { readonly cells: readonly string[] }[],
): (cells: readonly string[]) => boolean {
  const number = names.indexOf('review');
  const numbered = number >= 0 && rows.some(({ cells }) => (cells[number] ?? '') !== '');
  const status = standing.flatMap((name) => (names.includes(name) ? [{ name, column: names.indexOf(name) }] : []));
  return (cells) => {
    if (numbered && ((cells[number] ?? '') === '' || unsubmitted.test(cells[number] ?? ''))) return true;
    return status.some(({ name, column }) => {
      const said = cells[column] ?? '';
      if (name === 'draft') return yes.test(said) || unsubmitted.test(said);
      return unsubmitted.test(said) || (name === 'submitted' && (said === '' || no.test(said)));
    });
  };
}
