/** The chapters of an edition as its page tells them. */
import type { ChapterText } from '#core/editions/texts.ts';
import type { Reading } from './reading.ts';

export type ToldChapter = {
  readonly key: string;
  readonly name: string;
  readonly about: string | undefined;
  readonly contact: string | undefined;
  readonly countries: readonly string[];
  readonly languages: readonly string[];
  readonly categories: readonly { readonly code: string; readonly name: string }[];
};

export function toldChapters({ texts, categories, say }: Pick<Reading, 'texts' | 'categories' | 'say'>): readonly ToldChapter[] {
  const names = new Map(categories.map(({ code, name }) => [code, name]));
  return texts.chapters.map(
    ({ key, name, about, contact, countries = [], languages = [], categories: codes = [] }: ChapterText): ToldChapter => ({
      key,
      name: say(name),
      about: about && say(about),
      contact,
      countries,
      languages,
      categories: codes.flatMap((code) => {
        const named = names.get(code);
        return named === undefined ? [] : [{ code, name: say(named) }];
      }),
    }),
  );
}
