/** What somebody sent, read as a part of an edition or as the whole of one; every fault at once, each with the path it is at. */
import { z } from 'zod';
import { type EditionDocument, editionDocument } from '#core/editions/document.ts';
import { type Part, partShapes, type SomeParts } from '#core/editions/parts.ts';
import { type FieldProblem, problem } from '#core/problems/problem.ts';
import { shapeProblems } from '#core/rules/problems.ts';
import { invalidInput } from '#platform/invalid-input.ts';

type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly FieldProblem[] };

/** Keys nobody knows are named each by itself, or a slip of the pen would hide behind the thing it stands in. */
function unknownKeys(error: z.ZodError): FieldProblem[] {
  return error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map(
          (key): FieldProblem => ({ path: [...issue.path, key].map(String).join('.'), code: 'editions.unknown-key', facts: { key } }),
        )
      : [],
  );
}

function faultsOf(value: unknown, error: z.ZodError): readonly FieldProblem[] {
  const ofRules = (issue: z.core.$ZodIssue) => issue.path[0] === 'rules' && issue.path.length > 1;
  const others = error.issues.filter((issue) => issue.code !== 'unrecognized_keys' && !ofRules(issue));
  const rules = shapeProblems(value, error.issues.filter(ofRules));
  const known = unknownKeys(error).filter(({ path }) => !path.startsWith('rules.'));
  return [...known, ...rules, ...(others.length === 0 ? [] : invalidInput(new z.ZodError(others)).fields)];
}

function readAs<T>(shape: z.ZodType<T>, value: unknown): Read<T> {
  const read = shape.safeParse(value, { reportInput: true });
  return read.success ? { ok: true, value: read.data } : { ok: false, problems: faultsOf(value, read.error) };
}

/** @throws Problem `general.invalid-input`, each field with its path from the part's name on */
export function partFrom(part: Part, body: unknown): SomeParts {
  const read = readAs(partShapes[part] as z.ZodType, body);
  if (read.ok) return { [part]: read.value };
  const found = read.problems.map((field) => ({ ...field, path: field.path === '' ? part : `${part}.${field.path}` }));
  throw problem('general.invalid-input', { count: found.length }, found);
}

export const readDocument = (value: unknown): Read<EditionDocument> => readAs(editionDocument, value);

/** @throws Problem `general.invalid-input` */
export function documentFrom(value: unknown): EditionDocument {
  const read = readDocument(value);
  if (read.ok) return read.value;
  throw problem('general.invalid-input', { count: read.problems.length }, read.problems);
}
