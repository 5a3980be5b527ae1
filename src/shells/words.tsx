import { createContext, type ReactNode, useContext } from 'react';
import { type Words, wordsFor } from '#words/index.ts';

const WordsContext = createContext<Words>(wordsFor('en'));

export function WordsProvider({ language, children }: { language: string; children: ReactNode }) {
  return <WordsContext value={wordsFor(language)}>{children}</WordsContext>;
}

/** Every sentence a page says comes from here. */
export function useWords(): Words {
  return useContext(WordsContext);
}
