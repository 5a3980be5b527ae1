/** The language contents are asked for in, as an address has it: it goes along to the other pages of programmes. */
import type { Frame } from '#ui/base/frame.tsx';

/** As languages are written, however hostile the address; whether there are contents in it is another question. */
const written = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,4}){0,2}$/;

export function carriedIn(search: string): Frame['carried'] {
  const asked = new URLSearchParams(search).get('lang');
  return asked !== null && written.test(asked) ? { below: '/p/', name: 'lang', value: asked } : undefined;
}

/** In which language somebody is asked what organisers wrote: the address's, else the one the page is in. */
export const languageAsked = ({ carried, language }: Pick<Frame, 'carried' | 'language'>): string => carried?.value ?? language;
