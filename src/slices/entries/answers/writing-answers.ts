/** What was sent as answers, looked at by the entry's form: what of it is new, and what is wrong with it. */
import { type Answers, isGiven } from '#core/forms/answer-shapes.ts';
import { answerProblems, readAnswers } from '#core/forms/answers.ts';
import { isOfFiles, sentAnswers } from '#core/forms/controls/sending.ts';
import type { Field } from '#core/forms/fields.ts';
import type { Stage } from '#core/forms/items.ts';
import { understood } from '#core/forms/reading.ts';
import { type Form, fieldsOf } from '#core/forms/shape.ts';
import type { FieldProblem } from '#core/problems/problem.ts';
import { canonicalJson, type Json } from '#core/record/canonical.ts';
import type { Ctx } from '#platform/context.ts';
import { type CategoryForm, formOfCategory } from '#slices/programmes/index.ts';
import { filesOf } from '../find.ts';
import type { Entry } from '../store.ts';
import { type Merging, nothingSorted, type Sorted, standingIn } from '../together/merging.ts';
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
  /** What is kept of them after the changes: those of an earlier form too, none that are files. */
  readonly kept: Answers;
  readonly problems: readonly FieldProblem[];
  /** How what was sent stands to what others wrote meanwhile. */
  readonly sorted: Sorted;
};

const text = (value: unknown): string => (value === undefined ? '' : canonicalJson(JSON.parse(JSON.stringify(value)) as Json));

/** What a field reads, as one text. */
function readIn(field: Field, answers: Answers): string {
  const before = understood(field, Object.hasOwn(answers, field.key) ? answers[field.key] : undefined).answered?.answer;
  return text(before !== undefined && isGiven(before) ? before : undefined);
}

/** Only what reads otherwise than before is new; an answer of another kind, of an earlier form, stays until there is another. */
export function changesOf(form: Form, kept: Answers, next: Answers): Change[] {
  return fieldsOf(form).flatMap(({ field }): Change[] => {
    if (isOfFiles(field)) return [];
    const now = Object.hasOwn(next, field.key) ? next[field.key] : undefined;
    return readIn(field, kept) === text(now) ? [] : [[field.key, now]];
  });
}

/** Of what reads otherwise, what is to be kept: in all else, what is saved stays. */
function mergeAnswers(form: Form, kept: Answers, next: Answers, merging: Merging | undefined) {
  const fields = new Map(fieldsOf(form).map(({ field }) => [field.key, field]));
  const standings = changesOf(form, kept, next).map((change) => {
    const [key, now] = change;
    const field = fields.get(key);
    const saved = field ? readIn(field, kept) : '';
    const begun = field && merging?.begun ? readIn(field, merging.begun.answers) : undefined;
    return { change, is: standingIn(merging, `answers.${key}`, { begun, saved, sent: text(now) }) };
  });
  const those = (is: string) => standings.flatMap((one) => (one.is === is ? [`answers.${one.change[0]}`] : []));
  const left = new Set(standings.flatMap(({ is, change }) => (is === 'mine' ? [] : [change[0]])));
  const answers = Object.fromEntries([
    ...Object.entries(next).filter(([key]) => !left.has(key)),
    ...Object.entries(kept).filter(([key]) => left.has(key)),
  ]);
  return {
    changes: standings.flatMap(({ is, change }) => (is === 'mine' ? [change] : [])),
    answers,
    sorted: { mine: those('mine'), theirs: those('theirs'), both: those('both') },
  };
}

const atAnswers = (problems: readonly FieldProblem[]): FieldProblem[] => problems.map((one) => ({ ...one, path: `answers.${one.path}` }));

/** Files are laid beside the entry by themselves, never sent as answers. */
function wordsOf(form: Form, sent: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const ofFiles = new Set(fieldsOf(form).flatMap(({ field }) => (isOfFiles(field) ? [field.key] : [])));
  return Object.fromEntries(Object.entries(sent).filter(([key]) => !ofFiles.has(key)));
}

/** What is kept of answers once these changes are. */
export function keptAfter(kept: Answers, changes: readonly Change[]): Answers {
  const next = new Map(Object.entries(kept));
  for (const [field, answer] of changes)
    if (answer === undefined) next.delete(field);
    else next.set(field, answer);
  return Object.fromEntries(next);
}

/** Nobody is asked: what was sent as answers all the same is told field by field. */
function unasked({ answers: sent = {} }: Sent, kept: Answers): Written {
  const problems = Object.keys(sent).map((field): FieldProblem => ({ path: field, code: 'answers.unknown-field', facts: { field } }));
  return { form: undefined, changes: [], answers: {}, kept, problems: atAnswers(problems), sorted: nothingSorted };
}

/** Where nothing was sent, the answers stay as they are, and are looked at as they are. */
export async function writtenAnswers(ctx: Ctx, entry: Entry, given: Sent, stage: Stage, merging?: Merging): Promise<Written> {
  const form = await formOfCategory(ctx, { edition: entry.edition, version: entry.editionVersion, category: entry.categoryCode });
  const kept = (await answersOf(ctx, [entry.id])).get(entry.id) ?? {};
  if (form === undefined) return unasked(given, kept);
  const sent = given.answers ?? (given.controls && sentAnswers(form.form, given.controls));
  const files = await filesOf(ctx, entry.id);
  if (sent === undefined) {
    const answers = withFiles(form.form, kept, files);
    const problems = stage === 'submit' ? atAnswers(answerProblems(form.form, answers, stage)) : [];
    return { form, changes: [], answers, kept, problems, sorted: nothingSorted };
  }
  const read = readAnswers(form.form, wordsOf(form.form, sent), kept);
  const merged = mergeAnswers(form.form, kept, read.answers, merging);
  const answers = withFiles(form.form, merged.answers, files);
  const told = read.problems.filter(({ path }) => !merging?.held.has(`answers.${path}`));
  const refused = new Set(read.problems.map(({ path }) => path));
  const found = answerProblems(form.form, answers, stage).filter(({ path }) => !refused.has(path));
  return {
    form,
    changes: merged.changes,
    answers,
    kept: keptAfter(kept, merged.changes),
    problems: atAnswers([...told, ...found]),
    sorted: merged.sorted,
  };
}
