/** What was sent as answers, looked at by the entry's form: what of it is new, and what is wrong with it. */
import { type Answers, isGiven } from '#core/forms/answer-shapes.ts';
import { answerProblems, readAnswers } from '#core/forms/answers.ts';
import { isOfFiles, sentAnswers } from '#core/forms/controls/sending.ts';
import type { Stage } from '#core/forms/items.ts';
import { understood } from '#core/forms/reading.ts';
import { type Form, fieldsOf } from '#core/forms/shape.ts';
import type { FieldProblem } from '#core/problems/problem.ts';
import { canonicalJson, type Json } from '#core/record/canonical.ts';
import type { Ctx } from '#platform/context.ts';
import { type CategoryForm, formOfCategory } from '#slices/programmes/index.ts';
import { filesOf } from '../find.ts';
import type { Entry } from '../store.ts';
import { answersOf, type Change } from './answers-store.ts';
import { withFiles } from './files-as-answers.ts';

type Values = Readonly<Record<string, unknown>>;
/** By the keys of fields, or by the names of a page's controls; neither: nothing was sent. */
type Sent = { readonly answers?: Values | undefined; readonly controls?: Readonly<Record<string, string>> | undefined };

/** What is to be kept, and everything that is wrong with it; paths begin with `answers.`. */
export type Written = {
  readonly form: CategoryForm | undefined;
  readonly changes: readonly Change[];
  /** All of them after the changes, those that are files too. */
  readonly answers: Answers;
  readonly problems: readonly FieldProblem[];
};

const text = (value: unknown): string => (value === undefined ? '' : canonicalJson(JSON.parse(JSON.stringify(value)) as Json));

/** Only what reads otherwise than before is new; an answer of another kind, of an earlier form, stays until there is another. */
export function changesOf(form: Form, kept: Answers, next: Answers): Change[] {
  return fieldsOf(form).flatMap(({ field }): Change[] => {
    if (isOfFiles(field)) return [];
    const now = Object.hasOwn(next, field.key) ? next[field.key] : undefined;
    const before = understood(field, Object.hasOwn(kept, field.key) ? kept[field.key] : undefined).answered?.answer;
    const was = before !== undefined && isGiven(before) ? before : undefined;
    return text(was) === text(now) ? [] : [[field.key, now]];
  });
}

const atAnswers = (problems: readonly FieldProblem[]): FieldProblem[] => problems.map((one) => ({ ...one, path: `answers.${one.path}` }));

/** Files are laid beside the entry by themselves, never sent as answers. */
function wordsOf(form: Form, sent: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const ofFiles = new Set(fieldsOf(form).flatMap(({ field }) => (isOfFiles(field) ? [field.key] : [])));
  return Object.fromEntries(Object.entries(sent).filter(([key]) => !ofFiles.has(key)));
}

/** Nobody is asked: what was sent as answers all the same is told field by field. */
function unasked({ answers: sent = {} }: Sent): Written {
  const problems = Object.keys(sent).map((field): FieldProblem => ({ path: field, code: 'answers.unknown-field', facts: { field } }));
  return { form: undefined, changes: [], answers: {}, problems: atAnswers(problems) };
}

/** Where nothing was sent, the answers stay as they are, and are looked at as they are. */
export async function writtenAnswers(ctx: Ctx, entry: Entry, given: Sent, stage: Stage): Promise<Written> {
  const form = await formOfCategory(ctx, { edition: entry.edition, version: entry.editionVersion, category: entry.categoryCode });
  if (form === undefined) return unasked(given);
  const sent = given.answers ?? (given.controls && sentAnswers(form.form, given.controls));
  const kept = (await answersOf(ctx, [entry.id])).get(entry.id) ?? {};
  const files = await filesOf(ctx, entry.id);
  if (sent === undefined) {
    const answers = withFiles(form.form, kept, files);
    return { form, changes: [], answers, problems: stage === 'submit' ? atAnswers(answerProblems(form.form, answers, stage)) : [] };
  }
  const read = readAnswers(form.form, wordsOf(form.form, sent), kept);
  const answers = withFiles(form.form, read.answers, files);
  const refused = new Set(read.problems.map(({ path }) => path));
  const found = answerProblems(form.form, answers, stage).filter(({ path }) => !refused.has(path));
  return { form, changes: changesOf(form.form, kept, read.answers), answers, problems: atAnswers([...read.problems, ...found]) };
}
