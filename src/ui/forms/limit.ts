/** How long a text may be, counted the same way on both sides. */
export type Limit = {
  readonly max: number;
  readonly count: (text: string) => number;
  /** "48 of 50 words": the figure in the reader's language. */
  readonly say: (used: number, max: number) => string;
};

/** Characters as people count them: an accented letter or a flag is one. */
export function countCharacters(text: string): number {
  let count = 0;
  for (const _ of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)) count += 1;
  return count;
}

/** Near is the last tenth. */
export function limitState(used: number, max: number): 'over' | 'near' | 'well' {
  if (used > max) return 'over';
  return used >= max * 0.9 ? 'near' : 'well';
}
