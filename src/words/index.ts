/** The catalogue of every sentence. A second language is a second folder with the same shape and a line here. */
import { en } from './en/index.ts';

export type Words = typeof en;

const catalogues: Readonly<Record<string, Words>> = { en };

/** The words of a language, or English where there are none yet. */
export function wordsFor(language: string): Words {
  return catalogues[language] ?? en;
}
