import { openCategories } from '../categories/tree.ts';
import { timelineProblems } from '../season/timeline/problems.ts';
import { untoldFacts } from './fact-origins.ts';
import { judgeableProblems } from './judgeable.ts';
import type { Parts } from './parts.ts';
import { partsProblems } from './references.ts';
import { untranslated } from './translating/translations.ts';

/** What an edition needs beside its parts to be judged. */
export type AboutEdition = {
  /** IANA name. */
  readonly zone: string;
  /** Criteria there are to mark by. */
  readonly criteria: number;
  /** Judges, and people asked to be one. */
  readonly judges: number;
  /** What the programme says of itself, which its editions need not say again. */
  readonly programme: { readonly strapline: string; readonly summary: string };
};

export const readyKeys = [
  'categories',
  'criteria',
  'dates',
  'forms',
  'facts',
  'references',
  'ballots',
  'texts',
  'translations',
  'judges',
] as const;
export type ReadyKey = (typeof readyKeys)[number];

/**
 * One thing to look after before an edition opens. `due`: nothing can be published without it; `open`: it can, and somebody will miss it.
 * `count`: how many there are of what is wrong, or missing.
 */
export type Readiness = { readonly key: ReadyKey; readonly state: 'done' | 'due' | 'open'; readonly count: number };

/** Open categories that are entered by no form although there are some, and forms no category is entered by. */
function formGaps({ categories, forms }: Parts): number {
  const keys = Object.keys(forms);
  if (keys.length === 0) return 0;
  const used = openCategories(categories).map(({ inherited }) => inherited.form);
  return used.filter((form) => form === undefined).length + keys.filter((key) => !used.includes(key)).length;
}

/** What is ready and what is missing, in the order an edition is made. @throws RangeError for an unknown zone */
export function readiness(parts: Parts, { zone, criteria, judges, programme }: AboutEdition): readonly Readiness[] {
  const item = (key: ReadyKey, count: number, needed: 'due' | 'open'): Readiness => ({ key, state: count === 0 ? 'done' : needed, count });
  const dangling = partsProblems(parts, zone).filter(({ code }) => code === 'editions.names-nothing');
  const said = [parts.texts.strapline ?? programme.strapline, parts.texts.about ?? programme.summary];
  return [
    item('categories', openCategories(parts.categories).length === 0 ? 1 : 0, 'due'),
    item('criteria', criteria === 0 ? 1 : 0, 'due'),
    item('dates', timelineProblems(parts.timeline, zone).length, 'due'),
    item('forms', formGaps(parts), 'open'),
    ...(Object.keys(parts.rules).length > 0 ? [item('facts', untoldFacts(parts).length, 'open')] : []),
    item('references', dangling.length, 'open'),
    item('ballots', judgeableProblems(parts).length, 'due'),
    item('texts', said.filter((text) => text === '').length, 'open'),
    ...(parts.texts.languages.length > 1 ? [item('translations', untranslated(parts).length, 'open')] : []),
    item('judges', judges === 0 ? 1 : 0, 'open'),
  ];
}
