import { z } from 'zod';
import { shifted } from '../season/timeline/shift.ts';
import { type Parts, partShapes } from './parts.ts';

/** An edition as one document: everything it is made of, nothing of who entered or who judged. */
export const editionDocument = z.strictObject({
  /** The version of this notation. */
  plaudit: z.literal(1),
  edition: z.string().trim().min(1).max(200),
  ...partShapes,
  texts: partShapes.texts.prefault({}),
  forms: partShapes.forms.default({}),
  rules: partShapes.rules.default({}),
  award: partShapes.award.prefault({}),
});
export type EditionDocument = z.output<typeof editionDocument>;

/** The keys of the notation in the order they are written. */
export const documentOf = (name: string, parts: Parts): EditionDocument => ({ plaudit: 1, edition: name, ...parts });

export function partsOfDocument({ plaudit: _version, edition: _name, ...parts }: EditionDocument): Parts {
  return parts;
}

/**
 * The same edition so many years later: every date as many years on, of rules and fields too; what was new is new no more. What is told
 * of dates that could not be kept is the timeline's to note.
 */
export function laterBy(parts: Parts, years: number): Parts {
  return {
    ...parts,
    timeline: shifted(parts.timeline, { years }).timeline,
    categories: parts.categories.map(({ isNew: _was, ...node }) => node),
    rules: partShapes.rules.parse(withDays(parts.rules, years)),
    forms: partShapes.forms.parse(withDays(parts.forms, years)),
  };
}

const day = /^\d{4}-\d\d-\d\d$/;

/** 29 February becomes the 28th in a year that has none. */
function laterDay(text: string, years: number): string {
  const year = Number(text.slice(0, 4)) + years;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return `${String(year).padStart(4, '0')}${text.slice(4) === '-02-29' && !leap ? '-02-28' : text.slice(4)}`;
}

/** Every day in a value, however deep. Names of what is tested look otherwise: only whole texts of the form of a day are one. */
function withDays(value: unknown, years: number): unknown {
  if (typeof value === 'string') return day.test(value) ? laterDay(value, years) : value;
  if (Array.isArray(value)) return value.map((each) => withDays(each, years));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, withDays(each, years)]));
}
