/** Words by which a text is found, and what somebody typed as the words they look for: both folded alike. Pure. */

/** Letters of scripts that put no space between words are found one by one. */
const word =
  /(?=[\p{L}\p{N}])[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}])[\p{L}\p{N}])+/gu;
/** `A-007`, `2026-11-23`: found as it is written, besides its parts. */
const numbered = /[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*-\p{N}+/gu;
const joined = (compound: string) => compound.replaceAll('-', '');
const longest = 60;

/** Bytes of words one text may be found by; what comes after them is not. A `tsvector` holds a little under a megabyte. */
const mostBytes = 400_000;

/** Without case, accents or forms of one letter: `Straße` as `strasse`, `Ὀδυσσεύς` as `οδυσσευσ`. */
function folded(text: string): string {
  return text.normalize('NFKD').toUpperCase().toLowerCase().normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll('ς', 'σ');
}

/** Each word once, in the order they came. */
export function searchWords(...texts: readonly string[]): string[] {
  const words = new Set<string>();
  let bytes = 0;
  for (const text of texts) {
    const plain = folded(text);
    for (const [found] of [...plain.matchAll(word), ...plain.matchAll(numbered)]) {
      const kept = Array.from(joined(found)).slice(0, longest).join('');
      if (words.has(kept)) continue;
      bytes += Buffer.byteLength(kept);
      if (bytes > mostBytes) return [...words];
      words.add(kept);
    }
  }
  return [...words];
}

/**
 * What was typed, in the language of `tsquery`: every word, each as the beginning of one. Undefined where nothing in it is a word. No more
 * than twenty words are looked for.
 */
export function searchQuery(typed: string): string | undefined {
  const words = searchWords(folded(typed).replaceAll(numbered, joined)).slice(0, 20);
  return words.length === 0 ? undefined : words.map((one) => `'${one}':*`).join(' & ');
}
