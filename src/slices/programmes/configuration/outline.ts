/** What somebody wants to know of an edition's document before it is made: how much is in it, and what is only an example. */
import { openCategories } from '#core/categories/tree.ts';
import type { EditionDocument } from '#core/editions/document.ts';
import { mainLanguage } from '#core/editions/parts.ts';
import { fieldsOf } from '#core/forms/shape.ts';
import { inLanguage, type LocalText } from '#core/languages/local-text.ts';

export type Outline = {
  readonly categories: number;
  readonly criteria: number;
  readonly fields: number;
  readonly rules: number;
  readonly levels: readonly string[];
  readonly sources: readonly string[];
  readonly illustrative: readonly string[];
};

export function outlineOf(document: EditionDocument, language: string): Outline {
  const { categories, scorecards, forms, rules, award, texts } = document;
  const say = (text: LocalText) => inLanguage(text, language, mainLanguage(document));
  const criteria = Object.values(scorecards).flatMap((card) => card.criteria);
  return {
    categories: openCategories(categories).length,
    criteria: criteria.length,
    fields: Object.values(forms).flatMap((form) => fieldsOf(form)).length,
    rules: Object.keys(rules).length,
    levels: award.levels.map(({ level }) => level),
    sources: texts.sources,
    illustrative: texts.illustrative.map(say),
  };
}
