/** What a refusal's code means, for whoever follows the `type` of a problem document or looks all of them over. Nothing here is anybody's. */
import { catalogue, type ProblemCode, statusOf } from '#core/problems/catalogue.ts';
import { problem } from '#core/problems/problem.ts';
import { wordsFor } from '#words/index.ts';
import { apiReference } from './reference.ts';

export type RefusalView = { readonly code: string; readonly status: number; readonly title: string };
export type RefusalPage = RefusalView & {
  readonly detail: string;
  /** Whether something of the occurrence stands in its sentence. */
  readonly filled: boolean;
  readonly calls: readonly { readonly id: string; readonly summary: string }[];
};

const isCode = (code: string): code is ProblemCode => Object.hasOwn(catalogue, code);

/** Each fact is its own name in a sentence and no number where something is reckoned from it. */
const facts = new Proxy<Record<string, never>>(
  {},
  { get: (_facts, name) => ({ [Symbol.toPrimitive]: (hint: string) => (hint === 'number' ? Number.NaN : `‹${String(name)}›`) }) },
);

/** The sentence with the name of each fact in its place; what is reckoned from one is left open. */
function sentenceOf(code: ProblemCode, language: string): Pick<RefusalPage, 'detail' | 'filled'> {
  const detail = wordsFor(language).problems[code].detail(facts);
  return { detail: detail.replaceAll(/NaN(?: \w?B)?/g, '…'), filled: /‹\w+›|NaN/.test(detail) };
}

const shortOf = (code: ProblemCode, language: string): RefusalView => ({
  code,
  status: statusOf(code),
  title: wordsFor(language).problems[code].title,
});

/** Every refusal there is, by the part of the code before its dot. */
export function allRefusals(language: string): readonly { readonly subject: string; readonly refusals: readonly RefusalView[] }[] {
  const codes = (Object.keys(catalogue) as ProblemCode[]).sort();
  const subjectOf = (code: string) => code.slice(0, code.indexOf('.'));
  return [...new Set(codes.map(subjectOf))].map((subject) => ({
    subject,
    refusals: codes.filter((code) => subjectOf(code) === subject).map((code) => shortOf(code, language)),
  }));
}

/** @throws Problem `general.not-found` for a code nothing is refused with */
export function refusalPage(code: string, language: string): RefusalPage {
  if (!isCode(code)) throw problem('general.not-found');
  const calls = apiReference()
    .view.subjects.flatMap(({ operations }) => operations)
    .filter(({ refusals }) => refusals.some(({ codes }) => codes.split(/[^\w.-]+/).includes(code)))
    .map(({ id, summary }) => ({ id, summary }));
  return { ...shortOf(code, language), ...sentenceOf(code, language), calls };
}
