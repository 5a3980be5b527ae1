/** How far two words are from each other, counted in slips of a hand: what people mistype weighs less than another letter. */

const isVowel = (letter: string | undefined) => letter !== undefined && 'aeiouy'.includes(letter);

/** A letter left out or put in; one that is written double, or single, costs least. */
function slip(letter: string | undefined, beside: string | undefined, after: string | undefined): number {
  if (letter === beside || letter === after) return 50;
  return isVowel(letter) ? 120 : 150;
}

function exchanged(a: string | undefined, b: string | undefined): number {
  if (a === b) return 0;
  if (isVowel(a) && isVowel(b)) return 220;
  return isVowel(a) || isVowel(b) ? 270 : 300;
}

const swapped = 70;

/**
 * Cost of the cheapest way from one word to the other by letters left out, put in, exchanged, and neighbours swapped (Damerau's four
 * errors, optimal string alignment), in thousandths of a word that has nothing in common.
 */
export function slips(a: string, b: string): number {
  let [before, last]: [readonly number[], number[]] = [[], [0]];
  for (let j = 1; j <= b.length; j += 1) last.push((last[j - 1] ?? 0) + slip(b[j - 1], b[j - 2], b[j]));
  for (let i = 1; i <= a.length; i += 1) {
    const row = [(last[0] ?? 0) + slip(a[i - 1], a[i - 2], a[i])];
    for (let j = 1; j <= b.length; j += 1) {
      const [x, y] = [a[i - 1], b[j - 1]];
      const swap = i > 1 && j > 1 && x === b[j - 2] && y === a[i - 2] ? (before[j - 2] ?? 0) + swapped : Number.MAX_SAFE_INTEGER;
      const out = (last[j] ?? 0) + slip(x, a[i - 2], a[i]);
      const put = (row[j - 1] ?? 0) + slip(y, b[j - 2], b[j]);
      row.push(Math.min((last[j - 1] ?? 0) + exchanged(x, y), out, put, swap));
    }
    [before, last] = [last, row];
  }
  return last[b.length] ?? 0;
}

/**
 * 0 to 1000. A slip weighs more in a short word; words of up to three letters are the same or not, and beyond two or three slips a word is
 * another one, and so it is where neither the first nor the last letter is the same.
 */
export function spelledAlike(a: string, b: string): number {
  if (a === b) return 1000;
  const [shorter, longer] = [Math.min(a.length, b.length), Math.max(a.length, b.length)];
  if (shorter < 4 || longer - shorter > 2 || (a[0] !== b[0] && a.at(-1) !== b.at(-1))) return 0;
  const cost = Math.floor((slips(a, b) * 8) / Math.min(10, Math.max(5, longer)));
  return cost > 450 ? 0 : 1000 - cost;
}
