/** What somebody sent, read as a part of an edition or as the whole of one; every fault at once, each with the path it is at. */
import { z } from 'zod';
import { type EditionDocument, editionDocument, partsOfDocument } from '#core/editions/document.ts';
import { type Part, partShapes, parts, type SomeParts } from '#core/editions/parts.ts';
import { partsProblems } from '#core/editions/references.ts';
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

type Faults = (value: unknown, error: z.ZodError) => readonly FieldProblem[];

function readAs<T>(shape: z.ZodType<T>, value: unknown, faults: Faults = faultsOf): Read<T> {
  const read = shape.safeParse(value, { reportInput: true });
  return read.success ? { ok: true, value: read.data } : { ok: false, problems: faults(value, read.error) };
}

const faultsOfRules: Faults = (value, { issues }) => shapeProblems(value, issues);

/** @throws Problem `general.invalid-input`, each field with its path from the part's name on */
export function partFrom(part: Part, body: unknown): SomeParts {
  const read = readAs(partShapes[part] as z.ZodType, body, part === 'rules' ? faultsOfRules : faultsOf);
  if (read.ok) return { [part]: read.value };
  const found = read.problems.map((field) => ({ ...field, path: field.path === '' ? part : `${part}.${field.path}` }));
  throw problem('general.invalid-input', { count: found.length }, found);
}

/** The value without what a shape knows nothing of or refuses, as far as it can be left out. */
function without(value: unknown, paths: readonly (readonly PropertyKey[])[]): unknown {
  const copy: unknown = structuredClone(value);
  for (const path of paths) {
    const last = path.at(-1);
    const held = path
      .slice(0, -1)
      .reduce<unknown>((at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined), copy);
    if (last !== undefined && typeof held === 'object' && held !== null && !Array.isArray(held)) Reflect.deleteProperty(held, last);
  }
  return copy;
}

const wrongIn = ({ issues }: z.ZodError): (readonly PropertyKey[])[] =>
  issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : issue.path.length > 0 ? [issue.path] : [],
  );

/** Parts a document may leave out: then it has none of what is in them. */
const optional: readonly Part[] = ['texts', 'forms', 'rules', 'award'];

/** The parts that can be read, if need be without what is wrong in them: so that one slip does not hide all others of a file. */
function readableParts(value: unknown): SomeParts {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  const found = parts.flatMap((part): [Part, unknown][] => {
    const shape = partShapes[part] as z.ZodType;
    const written: unknown = Reflect.get(value, part) ?? (optional.includes(part) ? {} : undefined);
    if (written === undefined) return [];
    const read = shape.safeParse(written);
    const again = read.success ? read : shape.safeParse(without(written, wrongIn(read.error)));
    return again.success ? [[part, again.data]] : [];
  });
  return Object.fromEntries(found);
}

/** A whole document, or all that is wrong with it: with its shape, and with what does not fit together. */
export function readDocument(value: unknown, zone: string): Read<EditionDocument> {
  const read = readAs(editionDocument, value);
  const known = read.ok ? partsOfDocument(read.value) : readableParts(value);
  const faults = read.ok ? [] : read.problems;
  const said = new Set(faults.map(({ path }) => path));
  const unfit = partsProblems(known, zone).filter(({ path }) => !said.has(path));
  const problems = [...faults, ...unfit];
  return read.ok && problems.length === 0 ? read : { ok: false, problems };
}

/** @throws Problem `general.invalid-input` with everything at once */
export function documentFrom(value: unknown, zone: string): EditionDocument {
  const read = readDocument(value, zone);
  if (read.ok) return read.value;
  throw problem('general.invalid-input', { count: read.problems.length }, read.problems);
}
