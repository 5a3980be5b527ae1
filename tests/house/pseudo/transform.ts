/** A language nobody speaks: every sentence of the catalogue bracketed, accented and 40 in 100 longer, so that what is not of it stands out. */

const accents: Readonly<Record<string, string>> = { a: 'à', c: 'ç', e: 'é', i: 'í', n: 'ñ', o: 'ö', s: 'š', u: 'ü', y: 'ý' };

export function pseudoText(text: string): string {
  if (text.trim() === '') return text;
  const accented = text.replaceAll(/[aceinosuy]/g, (letter) => accents[letter] ?? letter);
  // In words, as another language has more of them; one long one would be wider than any window.
  const more = '~'.repeat(Math.ceil(text.length * 0.4)).replaceAll(/.{6}(?=.)/g, '$& ');
  return `⟦${accented} ${more}⟧`;
}

/** Of instants for machines and of keys nobody reads. */
const unspoken: ReadonlySet<string> = new Set(['machine']);

/** The same catalogue in that language; what its functions answer too. */
export function pseudo<T>(words: T, known = new Map<unknown, unknown>()): T {
  if (typeof words === 'string') return pseudoText(words) as T;
  if (typeof words === 'function') {
    const say = words as unknown as (...facts: unknown[]) => unknown;
    return ((...facts: unknown[]) => pseudo(say(...facts))) as T;
  }
  if (typeof words !== 'object' || words === null || words instanceof Date || words instanceof Set || words instanceof Map) return words;
  const before = known.get(words);
  if (before !== undefined) return before as T;
  const made: unknown = Array.isArray(words) ? [] : {};
  known.set(words, made);
  for (const [key, value] of Object.entries(words))
    (made as Record<string, unknown>)[key] = unspoken.has(key) ? value : pseudo(value, known);
  return made as T;
}
