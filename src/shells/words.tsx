import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { type Words, wordsFor } from '#words/index.ts';
import { datesFor } from './reader-dates.ts';
import { useVisitor } from './visitor.tsx';

const WordsContext = createContext<Words>(wordsFor('en'));

export function WordsProvider({ language, children }: { language: string; children: ReactNode }) {
  const { zone } = useVisitor();
  const words = useMemo(() => {
    const catalogue = wordsFor(language);
    return zone === undefined ? catalogue : { ...catalogue, dates: datesFor(catalogue.dates, zone) };
  }, [language, zone]);
  return <WordsContext value={words}>{children}</WordsContext>;
}

/** For pages that are saved and read elsewhere, in nobody's zone. */
export function SavedWords({ language, children }: { language: string; children: ReactNode }) {
  return <WordsContext value={wordsFor(language)}>{children}</WordsContext>;
}

/** Every sentence a page says comes from here. */
export function useWords(): Words {
  return useContext(WordsContext);
}
