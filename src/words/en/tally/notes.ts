/** What a tally took for granted or passed over while it read the ballots; said beside the result. */
const list = new Intl.ListFormat('en');

export type ReadingNote =
  | { readonly kind: 'columns-passed-over'; readonly file: string; readonly columns: readonly string[] }
  | { readonly kind: 'one-category'; readonly file: string }
  | { readonly kind: 'sheets-passed-over'; readonly file: string; readonly sheets: readonly string[] }
  | { readonly kind: 'sheets-hidden'; readonly file: string; readonly sheets: readonly string[] }
  /** Columns that say something of the reviewer rather than of the entry. */
  | { readonly kind: 'reviewer-columns'; readonly file: string; readonly columns: readonly string[] }
  /** Columns with the meaning of each mark beside it. */
  | { readonly kind: 'labels'; readonly file: string; readonly columns: readonly string[] }
  /** Reviews that were not handed in, by their rows. */
  | { readonly kind: 'drafts'; readonly file: string; readonly rows: readonly number[] }
  | { readonly kind: 'one-round'; readonly file: string; readonly round: string }
  /** Letters and accents written apart are read as the letter they make; `row`: the first such. */
  | { readonly kind: 'recomposed'; readonly file: string; readonly row: number };

/** Rows named before the rest is only counted. */
const namedRows = 10;

function rowsText(rows: readonly number[]): string {
  const named = rows.slice(0, namedRows).map(String);
  const more = rows.length - named.length;
  return `${rows.length === 1 ? 'row' : 'rows'} ${list.format(more > 0 ? [...named, `${more} more`] : named)}`;
}

export function noteText(note: ReadingNote): string {
  switch (note.kind) {
    case 'columns-passed-over':
      return `Passed over in ${note.file}, as they hold no marks: ${list.format(note.columns)}.`;
    case 'one-category':
      return `${note.file} has no column “category”: all its entries compete with each other.`;
    case 'sheets-passed-over':
      return `Empty sheets in ${note.file}: ${list.format(note.sheets)}.`;
    case 'sheets-hidden':
      return `Hidden sheets in ${note.file}, passed over as they hold no marks: ${list.format(note.sheets)}.`;
    case 'reviewer-columns':
      return `Not counted in ${note.file}, as they tell of the reviewer and not of the entry: ${list.format(note.columns)} (name them under criteria in the rules to count them).`;
    case 'labels':
      return `Marks with words beside them in ${note.file}: the number counts (${list.format(note.columns)}).`;
    case 'drafts':
      return `Not counted in ${note.file}, as ${note.rows.length === 1 ? 'the review was' : 'the reviews were'} not submitted: ${rowsText(note.rows)}.`;
    case 'one-round':
      return `${note.file} has a column “round” that always says “${note.round}”; the rules declare no rounds, so it is passed over.`;
    case 'recomposed':
      return `Letters and accents written apart in ${note.file} (first in row ${note.row}) are read as one letter, so a name written both ways is one name.`;
  }
}
