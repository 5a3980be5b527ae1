/** The language contents are asked for in goes along to the other pages they are read on. */
import { languageGoes, languageOfQuery, languageParameter } from '#core/languages/carried.ts';
import type { Frame } from '#ui/base/frame.tsx';

export function carriedIn(search: string): Frame['carried'] {
  const value = languageOfQuery(search);
  return value === undefined ? undefined : { below: languageGoes, name: languageParameter, value };
}

/** In which language somebody is asked what organisers wrote: the address's, else the one the page is in. */
export const languageAsked = ({ carried, language }: Pick<Frame, 'carried' | 'language'>): string => carried?.value ?? language;
