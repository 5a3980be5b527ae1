import { levelName } from '../../awarding/by-category.ts';
import { inLanguage, localText } from '../../languages/local-text.ts';
import {
  missingLanguages,
  ownWords,
  type PlacedText,
  placeName,
  textsIn,
  translated,
  valueAt,
  withTexts,
} from '../../languages/translations.ts';
import { mainLanguage, type Part, type Parts, partShapes, parts } from '../parts.ts';

/** A text that is not there in every language of its edition. */
type Untranslated = { readonly part: Part; readonly path: string; readonly languages: readonly string[] };

/** What the levels of an award are called: one text each, whether or not it has been written yet. */
function levelTexts({ levels, categories, ...award }: Parts['award'], main: string): readonly PlacedText[] {
  const all = [levels, ...Object.values(categories).map((own) => own.levels ?? [])].flat();
  return [...new Set(all.map(({ level }) => level))].map((level) => {
    return { path: `names.${level}`, steps: ['names', level], text: levelName(award, level, main), most: 60 };
  });
}

/** The texts of a part, in the order of the document. */
export function textsOf(of: Parts, part: Part): readonly PlacedText[] {
  return part === 'award' ? levelTexts(of.award, mainLanguage(of)) : textsIn(partShapes[part], of[part]);
}

/** In the order of the document; none where everything is written in one language. */
export function untranslated(of: Parts): readonly Untranslated[] {
  const { languages } = of.texts;
  if (languages.length < 2) return [];
  return parts.flatMap((part) =>
    textsOf(of, part).flatMap(({ path, text }): Untranslated[] => {
      const missing = missingLanguages(text, languages);
      return missing.length === 0 ? [] : [{ part, path, languages: missing }];
    }),
  );
}

/** How many texts of each part lack a language, by language; what lacks none is not named. */
export function untranslatedIn(of: Parts, part: Part): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  if (of.texts.languages.length > 1)
    for (const { text } of textsOf(of, part))
      for (const language of missingLanguages(text, of.texts.languages)) counts.set(language, (counts.get(language) ?? 0) + 1);
  return Object.fromEntries(counts);
}

/** A part with other words in a language at some places, by their names. What is not named, or is no place of it, stays. */
export function withTranslations(of: Parts, part: Part, language: string, words: ReadonlyMap<string, string>): unknown {
  const main = mainLanguage(of);
  const said = new Map(
    textsOf(of, part).flatMap(({ steps, text }) => {
      const [name, given] = [placeName(steps), words.get(placeName(steps))];
      return given === undefined || given === ownWords(text, language, main)
        ? []
        : [[name, translated(text, language, main, given)] as const];
    }),
  );
  if (part !== 'award') return withTexts(of[part], said);
  const names = { ...of.award.names, ...Object.fromEntries([...said].map(([name, text]) => [name.slice('names.'.length), text])) };
  const called = Object.entries(names).filter(([level, text]) => text !== level);
  const { names: _before, ...award } = of.award;
  return called.length === 0 ? award : { ...award, names: Object.fromEntries(called) };
}

/**
 * Which translations were there before what they were made from became another: read off earlier versions of the part, newest first, by
 * what each text said then. Whatever no version tells was written together.
 */
export class Outdated {
  readonly #main: string;
  readonly #language: string;
  readonly #found = new Set<string>();
  #open: readonly PlacedText[];

  constructor(texts: readonly PlacedText[], language: string, main: string) {
    this.#main = main;
    this.#language = language;
    this.#open = texts.filter(({ text }) => ownWords(text, language, main) !== '');
  }

  /** False once older versions have nothing more to tell. */
  look(older: unknown): boolean {
    this.#open = this.#open.filter(({ steps, text }) => {
      const { data: before } = localText.safeParse(valueAt(older, steps));
      const same = (language: string) =>
        before !== undefined && ownWords(before, language, this.#main) === ownWords(text, language, this.#main);
      // A translation of its own time was made from what stood beside it.
      if (!same(this.#language)) return false;
      if (before !== undefined && inLanguage(before, this.#main, this.#main) === inLanguage(text, this.#main, this.#main)) return true;
      this.#found.add(placeName(steps));
      return false;
    });
    return this.#open.length > 0;
  }

  get places(): ReadonlySet<string> {
    return this.#found;
  }
}
