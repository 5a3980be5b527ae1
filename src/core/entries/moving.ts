/**
 * What becomes of an entry that is moved to another category of its edition. Everything it says stays with it; what the other category's form
 * knows by the same key and in the same kind is answered there already. The rest is not asked any more, or asked and missing.
 */
import { type Stated, statedIn, statedProblems, type Takes } from '../categories/entering/stated.ts';
import type { Answers } from '../forms/answer-shapes.ts';
import { answerProblems } from '../forms/answers.ts';
import { partsAsked } from '../forms/controls/parts.ts';
import { controlName } from '../forms/controls/sending.ts';
import { understood } from '../forms/reading.ts';
import { type Form, fieldsOf, groupsOf } from '../forms/shape.ts';

export type Moved = Stated & {
  readonly title: string;
  readonly nominee: string;
  readonly body: string;
};

/** A form with what was answered, files among it; undefined for a category of one text. */
export type Asked = { readonly form: Form; readonly answers: Answers } | undefined;

export type Plan = {
  /** By the names of controls, all four. */
  readonly kept: readonly string[];
  readonly unasked: readonly string[];
  readonly missing: readonly string[];
  /** Where of the form its writer is led to for that. */
  readonly led: readonly string[];
  /** What counts of it there. */
  readonly stated: Stated;
  /** What was said and counts as something else there. */
  readonly restated: readonly (keyof Stated)[];
};

const answered = (asked: Asked): string[] =>
  asked === undefined
    ? []
    : fieldsOf(asked.form).flatMap(({ field }) => {
        const raw = Object.hasOwn(asked.answers, field.key) ? asked.answers[field.key] : undefined;
        return understood(field, raw).answered === undefined ? [] : [controlName(field.key)];
      });

const blank = (text: string): boolean => text.trim() === '';

/** What keeps it from being sent in there, by the names of controls, each once. */
function missingIn(to: Asked, moved: Moved, takes: Takes, stated: Stated): string[] {
  const head = [...(blank(moved.nominee) ? ['nominee'] : []), ...(blank(moved.title) ? ['title'] : [])];
  const kinds = statedProblems(takes, stated).map(({ path }) => path);
  if (to === undefined) return [...head, ...kinds, ...(blank(moved.body) ? ['body'] : [])];
  const wrong = answerProblems(to.form, to.answers, 'submit').map(({ path }) => controlName(path.split('.')[0] ?? ''));
  return [...head, ...kinds, ...new Set(wrong)];
}

/** The kinds are asked by the page itself once they are not said; a group of which something is missing is led to by its fields. */
function ledTo(to: Asked, missing: readonly string[]): string[] {
  const groups = new Map(
    to === undefined ? [] : groupsOf(to.form).map(({ group }) => [controlName(group.key), group.fields.map(({ key }) => controlName(key))]),
  );
  const parts = new Set(partsAsked(to?.form));
  return [...new Set(missing.flatMap((part) => groups.get(part) ?? [part]))].filter((part) => parts.has(part));
}

export function plannedMove(moved: Moved, from: Asked, to: Asked, takes: Takes): Plan {
  const stated = statedIn(takes, moved);
  const there = new Set(answered(to));
  const before = answered(from);
  const text = from === undefined && !blank(moved.body) ? ['body'] : [];
  const kept = [...before.filter((part) => there.has(part)), ...(to === undefined ? text : [])];
  const unasked = [...before.filter((part) => !there.has(part)), ...(to === undefined ? [] : text)];
  const restated = (['nomineeKind', 'nominator'] as const).filter((kind) => moved[kind] !== null && moved[kind] !== stated[kind]);
  const missing = missingIn(to, moved, takes, stated);
  return { kept, unasked, missing, led: ledTo(to, missing), stated, restated };
}

/** What of a plan somebody has looked at, restated by whoever carries it out. */
export type Seen = Pick<Plan, 'missing' | 'unasked' | 'restated'>;

const same = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((part, i) => part === b[i]);

/** Whether the plan does what was looked at: forms and categories may have changed meanwhile. */
export const asSeen = (plan: Seen, seen: { readonly [K in keyof Seen]: readonly string[] }): boolean =>
  same(plan.missing, seen.missing) && same(plan.unasked, seen.unasked) && same(plan.restated, seen.restated);
