/** `./plaudit tally diff`: what two results of a tally have not in common, and where it comes from. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Refusal, Result } from '#core/problems/refusal.ts';
import { compareVerdicts } from '#core/verdict/compare.ts';
import type { Verdict } from '#core/verdict/verdict.ts';
import { wordsFor } from '#words/index.ts';

const { tallyDiff: say } = wordsFor('en');

/** As much of a result as a comparison reads; the rest is passed over. */
const readable = z.looseObject({
  format: z.literal('plaudit-tally'),
  version: z.literal(1),
  rules: z.record(z.string(), z.unknown()),
  counted: z.record(z.string(), z.number()),
  categories: z.array(
    z.looseObject({
      category: z.string(),
      winners: z.array(z.string()),
      entries: z.array(z.looseObject({ entry: z.string(), ballots: z.array(z.looseObject({ judge: z.string(), composite: z.string() })) })),
    }),
  ),
});

function readResult(file: string): Verdict | Refusal {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return { code: 'csv.unreadable-file', facts: { file, reason: String(error.code) } };
  }
  try {
    return readable.parse(JSON.parse(text)) as unknown as Verdict;
  } catch {
    return { code: 'tally.result-not-readable', facts: { file } };
  }
}

/** Lines of one kind shown; of more only the number is told. */
const mostShown = 40;

const shown = (lines: readonly string[]): readonly string[] =>
  lines.length > mostShown ? [...lines.slice(0, mostShown), say.more(lines.length - mostShown)] : lines;

export function diffText(before: string, after: string): Result<string> {
  const read = [before, after].map(readResult);
  const refusals = read.flatMap((result) => ('code' in result ? [result] : []));
  const [a, b] = read.flatMap((result) => ('code' in result ? [] : [result]));
  if (refusals.length > 0 || !a || !b) return { ok: false, refusals };
  const { causes, changes } = compareVerdicts(a, b);
  if (causes.length === 0 && changes.length === 0) return { ok: true, value: `${say.same}\n` };
  const what = changes.map((change) => say.change(change));
  const why = causes.map((cause) => say.cause(cause));
  const lines = [
    say.what(changes.length),
    ...shown(what).map((line) => `  ${line}`),
    '',
    say.why(causes.length),
    ...shown(why).map((line) => `  ${line}`),
  ];
  return { ok: true, value: `${lines.join('\n')}\n` };
}
