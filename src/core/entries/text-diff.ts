/**
 * What was added to a text and what was taken away, word by word: a longest common subsequence of words, after what both begin and end
 * with. Two texts that are long and wholly different are told as one taken away and one added.
 */
export type Piece = { readonly is: 'same' | 'added' | 'removed'; readonly text: string };

/** Words, each with the space before it, so that line breaks are kept; the space at the end is one more. */
const wordsOf = (text: string): string[] => text.match(/\s*\S+|\s+/gu) ?? [];

/** Cells of the table that is filled in: about 1500 words against 1500. */
const mostCells = 2_500_000;

function joined(pieces: readonly Piece[]): Piece[] {
  const whole: Piece[] = [];
  for (const piece of pieces) {
    const last = whole.at(-1);
    if (piece.text === '') continue;
    if (last?.is === piece.is) whole[whole.length - 1] = { is: last.is, text: last.text + piece.text };
    else whole.push(piece);
  }
  return whole;
}

/** Row by row from the end: how long the longest common subsequence of what follows is. */
function lengths(before: readonly string[], after: readonly string[]): Uint16Array[] {
  const width = after.length + 1;
  const rows = Array.from({ length: before.length + 1 }, () => new Uint16Array(width));
  for (let i = before.length - 1; i >= 0; i -= 1) {
    const [row, below] = [rows[i], rows[i + 1]];
    if (row === undefined || below === undefined) continue;
    for (let j = after.length - 1; j >= 0; j -= 1)
      row[j] = before[i] === after[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
  }
  return rows;
}

function middle(before: readonly string[], after: readonly string[]): Piece[] {
  if (before.length * after.length > mostCells)
    return [
      { is: 'removed', text: before.join('') },
      { is: 'added', text: after.join('') },
    ];
  const rows = lengths(before, after);
  const pieces: Piece[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    const [old, now] = [before[i], after[j]];
    if (old !== undefined && old === now) {
      pieces.push({ is: 'same', text: old });
      i += 1;
      j += 1;
    } else if (old !== undefined && (now === undefined || (rows[i + 1]?.[j] ?? 0) >= (rows[i]?.[j + 1] ?? 0))) {
      pieces.push({ is: 'removed', text: old });
      i += 1;
    } else {
      pieces.push({ is: 'added', text: now ?? '' });
      j += 1;
    }
  }
  return pieces;
}

/** Joined without what was added it is the text before; without what was removed, the text after. */
export function textDiff(before: string, after: string): Piece[] {
  const [old, now] = [wordsOf(before), wordsOf(after)];
  let start = 0;
  while (start < Math.min(old.length, now.length) && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < Math.min(old.length, now.length) - start && old[old.length - 1 - end] === now[now.length - 1 - end]) end += 1;
  return joined([
    { is: 'same', text: old.slice(0, start).join('') },
    ...middle(old.slice(start, old.length - end), now.slice(start, now.length - end)),
    { is: 'same', text: now.slice(now.length - end).join('') },
  ]);
}
