import { missingLanguages, textsIn } from '../languages/translations.ts';
import { type Part, type Parts, partShapes, parts } from './parts.ts';

/** A text that is not there in every language of its edition. */
export type Untranslated = { readonly part: Part; readonly path: string; readonly languages: readonly string[] };

/** In the order of the document; none where everything is written in one language. */
export function untranslated(of: Parts): readonly Untranslated[] {
  const { languages } = of.texts;
  if (languages.length < 2) return [];
  return parts.flatMap((part) =>
    textsIn(partShapes[part], of[part]).flatMap(({ path, text }): Untranslated[] => {
      const missing = missingLanguages(text, languages);
      return missing.length === 0 ? [] : [{ part, path, languages: missing }];
    }),
  );
}
