/** What is wrong with a form that its shape cannot say: all of it at once, each where it stands. */
import type { FieldProblem } from '../problems/problem.ts';
import { type Condition, type Test, testsOf } from './conditions.ts';
import { boundProblems } from './facts/bound.ts';
import type { Field } from './fields.ts';
import type { Audience } from './keys.ts';
import { decides, type Form, type Forms, fieldsOf, groupsOf, type Placed } from './shape.ts';

const mostFields = 500;
const widths: Readonly<Record<Audience, number>> = { managers: 0, judges: 1, public: 2 };

/** Every key that stands a second time, where it does. */
function twice(keyed: readonly { readonly key: string; readonly path: string }[]): FieldProblem[] {
  const seen = new Set<string>();
  return keyed.flatMap(({ key, path }): FieldProblem[] => {
    if (seen.has(key)) return [{ path: `${path}.key`, code: 'forms.key-twice', facts: { key } }];
    seen.add(key);
    return [];
  });
}

function keyProblems(form: Form): FieldProblem[] {
  const fields = fieldsOf(form).map(({ field, path }) => ({ key: field.key, path }));
  const groups = groupsOf(form).map(({ group, path }) => ({ key: group.key, path }));
  const options = fieldsOf(form).flatMap(({ field, path }) =>
    field.kind === 'choice' ? twice(field.options.map(({ key }, i) => ({ key, path: `${path}.options.${i}` }))) : [],
  );
  return [...twice(form.sections.map(({ key }, i) => ({ key, path: `sections.${i}` }))), ...twice([...fields, ...groups]), ...options];
}

const crossed = (path: string, least: number | string | undefined, most: number | string | undefined): FieldProblem[] =>
  least !== undefined && most !== undefined && least > most ? [{ path, code: 'forms.limits-crossed', facts: { least, most } }] : [];

function limitProblems({ field, path }: Placed): FieldProblem[] {
  switch (field.kind) {
    case 'short-text':
      return crossed(`${path}.characters`, field.characters.min, field.characters.max);
    case 'long-text':
      return crossed(`${path}.words`, field.words.min, field.words.max);
    case 'number':
    case 'money':
      return crossed(`${path}.min`, field.min, field.max);
    case 'date':
      return crossed(`${path}.from`, field.from, field.to);
    case 'files':
    case 'web-addresses':
      return crossed(`${path}.count`, field.count.min, field.count.max);
    case 'choice': {
      const offered = field.options.filter(({ retired }) => retired !== true).length + (field.other ? 1 : 0);
      const facts = { offered, wanted: field.choose.min };
      const left: FieldProblem[] = offered < field.choose.min ? [{ path: `${path}.options`, code: 'forms.no-option-left', facts }] : [];
      return [...crossed(`${path}.choose`, field.choose.min, field.choose.max), ...left];
    }
    default:
      return [];
  }
}

function testProblems(one: Test, path: string, fields: ReadonlyMap<string, Field>): FieldProblem[] {
  const about = fields.get(one.field);
  if (about === undefined) return [{ path, code: 'forms.unknown-field', facts: { field: one.field } }];
  if ('answered' in one) return [];
  if (!('is' in one)) {
    const problems = crossed(path, 'atLeast' in one ? one.atLeast : undefined, one.below);
    return about.kind === 'number'
      ? problems
      : [{ path, code: 'forms.condition-of-another-kind', facts: { field: one.field, kind: about.kind } }];
  }
  if (about.kind !== 'choice') return [{ path, code: 'forms.condition-of-another-kind', facts: { field: one.field, kind: about.kind } }];
  const known = new Set(about.options.map(({ key }) => key));
  return one.is
    .filter((option) => !known.has(option))
    .map((option) => ({ path, code: 'forms.unknown-option', facts: { field: one.field, option } }));
}

/** Whoever sees that a field is shown learns what it hangs from: that may not be kept from them. */
function telling({ field, group, section, path }: Placed, fields: ReadonlyMap<string, Field>): FieldProblem[] {
  const hangsFrom = [section.condition, group?.condition, field.condition].flatMap(testsOf).map((one) => fields.get(one.field));
  const secret = hangsFrom.find((other) => other !== undefined && widths[other.audience] < widths[field.audience]);
  if (secret === undefined) return [];
  return [{ path: `${path}.audience`, code: 'forms.condition-tells', facts: { field: field.key, from: secret.key } }];
}

type Conditioned = { readonly when: Condition | undefined; readonly path: string };

function conditionsOf(form: Form): Conditioned[] {
  return [
    ...form.sections.map(({ condition }, i) => ({ when: condition, path: `sections.${i}.condition` })),
    ...groupsOf(form).map(({ group, path }) => ({ when: group.condition, path: `${path}.condition` })),
    ...fieldsOf(form).map(({ field, path }) => ({ when: field.condition, path: `${path}.condition` })),
  ];
}

/** Fields that hang from themselves, each told once: by way of what, in the order it goes round. */
function rings(placed: readonly Placed[]): FieldProblem[] {
  const next = new Map(
    placed.map(({ field, group, section }) => [
      field.key,
      [section.condition, group?.condition, field.condition].flatMap(testsOf).map((one) => one.field),
    ]),
  );
  const done = new Set<string>();
  const found: FieldProblem[] = [];
  const walk = (key: string, way: readonly string[], path: string): void => {
    if (way.includes(key)) {
      found.push({
        path: `${path}.condition`,
        code: 'forms.condition-ring',
        facts: { fields: [...way.slice(way.indexOf(key)), key].join(' → ') },
      });
    }
    if (done.has(key)) return;
    done.add(key);
    for (const other of next.get(key) ?? []) walk(other, [...way, key], path);
  };
  for (const { field, path } of placed) walk(field.key, [], path);
  return found;
}

function groupProblems(form: Form): FieldProblem[] {
  return groupsOf(form).flatMap(({ group, path }): FieldProblem[] => {
    if (!decides(group)) return [];
    const alone: FieldProblem[] =
      group.fields.length < 2 ? [{ path: `${path}.fields`, code: 'forms.group-of-one', facts: { group: group.key } }] : [];
    const required = group.fields.flatMap((field, i): FieldProblem[] =>
      field.required === 'never'
        ? []
        : [{ path: `${path}.fields.${i}.required`, code: 'forms.required-in-group', facts: { field: field.key, group: group.key } }],
    );
    return [...alone, ...required];
  });
}

/** Everything that is wrong with a form; none: it may be used. */
export function formProblems(form: Form): FieldProblem[] {
  const placed = fieldsOf(form);
  const fields = new Map(placed.map(({ field }) => [field.key, field]));
  const count = placed.length;
  const amount: FieldProblem[] = count === 0 ? [{ path: 'sections', code: 'forms.nothing-asked', facts: {} }] : [];
  if (count > mostFields) amount.push({ path: 'sections', code: 'forms.too-many-fields', facts: { limit: mostFields, count } });
  const guarded = placed.flatMap(({ field, path }): FieldProblem[] =>
    field.audience === 'public' && field.protection === 'sensitive'
      ? [{ path: `${path}.audience`, code: 'forms.sensitive-in-public', facts: { field: field.key } }]
      : [],
  );
  const conditions = conditionsOf(form).flatMap(({ when, path }) => testsOf(when).flatMap((one) => testProblems(one, path, fields)));
  const limits = placed.flatMap(limitProblems);
  const tells = placed.flatMap((one) => telling(one, fields));
  return [
    ...amount,
    ...keyProblems(form),
    ...limits,
    ...guarded,
    ...conditions,
    ...rings(placed),
    ...tells,
    ...groupProblems(form),
    ...boundProblems(placed),
  ];
}

/** The same of all forms of an edition, each path behind the form's key. */
export function formsProblems(forms: Forms): FieldProblem[] {
  return Object.entries(forms).flatMap(([key, form]) => formProblems(form).map((one) => ({ ...one, path: `${key}.${one.path}` })));
}
