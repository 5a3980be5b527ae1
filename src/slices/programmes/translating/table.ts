/** A spreadsheet of translations somebody sent in: what it would change, or all that is wrong with it by its rows. */
import { z } from 'zod';
import { type Difference, differences } from '#core/editions/differences.ts';
import { documentOf } from '#core/editions/document.ts';
import { type Parts, parts } from '#core/editions/parts.ts';
import { translationsFromTable } from '#core/editions/translating/translation-table.ts';
import { withTranslations } from '#core/editions/translating/translations.ts';
import { Problem, problem } from '#core/problems/problem.ts';
import { plainJson } from '#core/record/canonical.ts';
import { problemView } from '#http/problem.ts';
import type { Ctx } from '#platform/context.ts';
import { rowsIn } from '#platform/formats/table-rows.server.ts';
import { partsOf } from '../configuration/read.ts';
import { partFrom } from '../configuration/read-document.ts';
import type { Edition } from '../edition.ts';

/** A tree of 5,000 nodes has a name and a description each, and forms beside it. */
const mostRows = 20_000;
/** What a page lists of the differences. */
const mostShown = 200;

/** Words by the names of their places, by part: what is sent on from looking at them. */
const wordsShape = z.partialRecord(z.enum(parts), z.record(z.string(), z.string()));
type Words = z.output<typeof wordsShape>;

type Sent = z.output<ReturnType<typeof z.json>>;

type FaultLine = { readonly row: number; readonly text: string };
export type FoundTranslations =
  | { readonly ok: false; readonly faults: readonly FaultLine[] }
  | { readonly ok: true; readonly differences: readonly Difference[]; readonly count: number; readonly words: string };

function translatedParts(of: Parts, language: string, words: Words): Parts {
  const next = parts.map((part) => {
    const own = new Map(Object.entries(words[part] ?? {}));
    return own.size === 0 ? {} : partFrom(part, JSON.parse(JSON.stringify(withTranslations(of, part, language, own))));
  });
  return Object.assign({}, of, ...next) as Parts;
}

/** Languages beside the one everything is written in. @throws Problem `general.not-found` for any other */
export function requireLanguage({ texts }: Parts, language: string): void {
  if (!texts.languages.slice(1).includes(language)) throw problem('general.not-found');
}

/** Nothing is written. */
export async function foundTranslations(ctx: Ctx, edition: Edition, language: string, file: File): Promise<FoundTranslations> {
  const of = await partsOf(ctx, edition);
  requireLanguage(of, language);
  const [head, ...rows] = await rowsIn(file, mostRows);
  const read = translationsFromTable(head?.cells ?? [], rows, of, language);
  const told = (code: Problem['code'], facts: Problem['facts']) => problemView(problem(code, facts), ctx.language).detail;
  if (read.faults.length > 0) return { ok: false, faults: read.faults.map(({ row, code, facts }) => ({ row, text: told(code, facts) })) };
  const words = Object.fromEntries([...read.words].map(([part, own]) => [part, Object.fromEntries(own)])) as Words;
  try {
    const found = differences(plainJson(of), plainJson(translatedParts(of, language, words)));
    return { ok: true, differences: found.slice(0, mostShown), count: found.length, words: JSON.stringify(words) };
  } catch (error) {
    if (!(error instanceof Problem) || error.fields.length === 0) throw error;
    return {
      ok: false,
      faults: problemView(error, ctx.language).fields.map(({ path, message }) => ({ row: 1, text: `${path}: ${message}` })),
    };
  }
}

/** The edition with what somebody has seen that a table says, as `replaceConfiguration` takes it. */
export async function documentTranslated(ctx: Ctx, edition: Edition, language: string, sent: string) {
  const of = await partsOf(ctx, edition);
  requireLanguage(of, language);
  const { data } = wordsShape.safeParse(jsonOf(sent));
  if (!data) throw problem('general.invalid-input', { count: 0 });
  return JSON.parse(JSON.stringify(documentOf(edition.name, translatedParts(of, language, data)))) as Sent;
}

/** Broken on the way, it is nothing at all. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
