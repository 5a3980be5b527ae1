import type { z } from 'zod';
import { awardShape } from '../awarding/shape.ts';
import { categoriesShape } from '../categories/shape.ts';
import { formsShape } from '../forms/shape.ts';
import { rulesShape } from '../rules/shape.ts';
import { scorecardsShape } from '../scorecards/shape.ts';
import { timelineShape } from '../season/timeline/shape.ts';
import { textsShape } from './texts.ts';

/** What an edition is made of, each part with the shape it is kept in. */
export const partShapes = {
  texts: textsShape,
  timeline: timelineShape,
  categories: categoriesShape,
  forms: formsShape,
  rules: rulesShape,
  scorecards: scorecardsShape,
  award: awardShape,
} as const;

export type Part = keyof typeof partShapes;
/** In the order a document has them. */
export const parts = ['texts', 'timeline', 'categories', 'forms', 'rules', 'scorecards', 'award'] as const satisfies readonly Part[];

export type Parts = { readonly [P in Part]: z.output<(typeof partShapes)[P]> };

/** The parts there are; what is missing has not been written yet. */
export type SomeParts = Partial<Parts>;

export const isPart = (name: string): name is Part => Object.hasOwn(partShapes, name);

/** The language everything is written in: the first that is named, English where none is. */
export const mainLanguage = ({ texts }: SomeParts): string => texts?.languages[0] ?? 'en';
