import { z } from 'zod';
import { languageTag, localTextUpTo } from '../languages/local-text.ts';
import { key } from './key.ts';

const webAddress = z.string().trim().max(2000);

/** Who pays for it, shown with the programme and with the categories that name them. */
const sponsor = z.strictObject({ key, name: localTextUpTo(200), about: localTextUpTo(1000).optional(), address: webAddress.optional() });

/** A question people ask, with its answer. */
const question = z.strictObject({ key, question: localTextUpTo(300), answer: localTextUpTo(3000) });

/** A part of the world the programme is held in: the countries and the categories it is for, and where to ask. */
const chapter = z.strictObject({
  key,
  name: localTextUpTo(200),
  about: localTextUpTo(1000).optional(),
  /** By their codes of ISO 3166-1. */
  countries: z
    .array(z.string().regex(/^[A-Z]{2}$/))
    .max(250)
    .optional(),
  /** Those it works in, whatever the edition is written in. */
  languages: z.array(languageTag).max(20).optional(),
  /** Codes of the tree: each with all that stands in it. */
  categories: z.array(z.string().max(8)).max(200).optional(),
  contact: webAddress.optional(),
});
export type ChapterText = z.output<typeof chapter>;

/** What an edition says of itself, beside its dates, categories and criteria. Shown as written; nothing in it decides anything. */
export const textsShape = z.strictObject({
  /** Languages the contents are written in, the one everything is written in first. */
  languages: z.array(languageTag).min(1).max(20).default(['en']),
  strapline: localTextUpTo(200).optional(),
  about: localTextUpTo(5000).optional(),
  /** How judging works, in the organiser's words. */
  judging: localTextUpTo(5000).optional(),
  /** What it costs, or that it costs nothing. */
  fees: localTextUpTo(2000).optional(),
  /** Where the rules come from: a programme's own page, or a preset's sources. */
  sources: z.array(webAddress).max(20).default([]),
  /** What is made up in them because no source says it, in plain words; shown beside what it is about. */
  illustrative: z.array(localTextUpTo(500)).max(50).default([]),
  questions: z.array(question).max(100).default([]),
  sponsors: z.array(sponsor).max(200).default([]),
  chapters: z.array(chapter).max(100).default([]),
});
