/** What differs between two versions of a form, one change at a time, so that each can be said in a sentence with its consequence. */
import type { LocalText } from '../../languages/local-text.ts';
import type { Field, FieldOf } from '../fields.ts';
import type { Audience } from '../keys.ts';
import { decides, type Form, fieldsOf, groupsOf, type Placed } from '../shape.ts';
import { isTighter, type Limit, limitsOfField } from './limits.ts';

type Required = Field['required'];

/** `key` names a field, a group or a section, as `kind` says. */
export type FormChange =
  | { readonly kind: 'field-added'; readonly key: string; readonly required: Required }
  | { readonly kind: 'field-removed' | 'group-added' | 'group-removed' | 'section-added' | 'section-removed'; readonly key: string }
  | { readonly kind: 'kind-changed'; readonly key: string; readonly was: string; readonly is: string }
  | { readonly kind: 'required-changed'; readonly key: string; readonly was: Required; readonly is: Required }
  | {
      readonly kind: 'option-added' | 'option-removed' | 'option-retired' | 'option-back' | 'option-renamed';
      readonly key: string;
      readonly option: string;
    }
  | {
      readonly kind: 'limit-tightened' | 'limit-loosened';
      readonly key: string;
      readonly limit: string;
      readonly was: string;
      readonly is: string;
    }
  | { readonly kind: 'readers-widened' | 'readers-narrowed'; readonly key: string; readonly was: Audience; readonly is: Audience }
  | { readonly kind: 'guarded-more' | 'guarded-less'; readonly key: string; readonly was: string; readonly is: string }
  | {
      readonly kind: 'consent-reworded' | 'reworded' | 'condition-changed' | 'fact-changed' | 'settings-changed' | 'moved';
      readonly key: string;
    }
  | { readonly kind: 'rule-changed'; readonly key: string; readonly was: string; readonly is: string }
  | { readonly kind: 'form-reworded' | 'order-changed' };

const audiences: readonly Audience[] = ['managers', 'judges', 'public'];
const guards: readonly string[] = ['public', 'internal', 'personal', 'sensitive'];

/** The same JSON, in whatever order its keys stand. */
function same(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const [left, right] = [Object.entries(a), new Map(Object.entries(b))];
  const present = left.filter(([, value]) => value !== undefined);
  const count = [...right.values()].filter((value) => value !== undefined).length;
  return Array.isArray(a) === Array.isArray(b) && present.length === count && present.every(([key, value]) => same(value, right.get(key)));
}

const reworded = (a: { label: LocalText; help?: LocalText | undefined }, b: typeof a): boolean =>
  !same([a.label, a.help], [b.label, b.help]);
const said = (value: Limit['value']): string => (typeof value === 'object' ? value.join(', ') : `${value ?? ''}`);

function optionChanges(was: FieldOf<'choice'>, is: FieldOf<'choice'>): FormChange[] {
  const [before, after] = [was, is].map(({ options }) => new Map(options.map((option) => [option.key, option])));
  const key = is.key;
  const kept = is.options.flatMap((option): FormChange[] => {
    const old = before?.get(option.key);
    if (old === undefined) return [{ kind: 'option-added', key, option: option.key }];
    const renamed: FormChange[] = reworded(old, option) ? [{ kind: 'option-renamed', key, option: option.key }] : [];
    if ((old.retired === true) === (option.retired === true)) return renamed;
    return [...renamed, { kind: option.retired === true ? 'option-retired' : 'option-back', key, option: option.key }];
  });
  const gone = was.options.filter((option) => after?.has(option.key) !== true);
  return [...kept, ...gone.map((option): FormChange => ({ kind: 'option-removed', key, option: option.key }))];
}

function limitChanges(was: Field, is: Field): FormChange[] {
  const before = new Map(limitsOfField(was).map((limit) => [limit.name, limit]));
  return limitsOfField(is).flatMap((limit): FormChange[] => {
    const old = before.get(limit.name);
    if (old === undefined || same(old.value, limit.value)) return [];
    const kind = isTighter(old, limit) ? 'limit-tightened' : 'limit-loosened';
    return [{ kind, key: is.key, limit: limit.name, was: said(old.value), is: said(limit.value) }];
  });
}

/** What of a field is neither a limit nor told apart by a change of its own. */
function otherSettings(field: Field): unknown[] {
  if (field.kind === 'number') return [field.step, field.unit];
  if (field.kind === 'metric') return [field.before, field.source];
  return field.kind === 'reference' ? [field.to] : [];
}

function fieldChanges(was: Placed, is: Placed): FormChange[] {
  const [a, b, key] = [was.field, is.field, is.field.key];
  const changes: FormChange[] = [];
  if (a.kind !== b.kind) changes.push({ kind: 'kind-changed', key, was: a.kind, is: b.kind });
  else {
    if (a.kind === 'choice' && b.kind === 'choice') changes.push(...optionChanges(a, b));
    if (a.kind === 'consent' && b.kind === 'consent' && !same(a.text, b.text)) changes.push({ kind: 'consent-reworded', key });
    changes.push(...limitChanges(a, b));
    if (!same(otherSettings(a), otherSettings(b))) changes.push({ kind: 'settings-changed', key });
  }
  if (a.required !== b.required) changes.push({ kind: 'required-changed', key, was: a.required, is: b.required });
  if (a.audience !== b.audience) {
    const kind = audiences.indexOf(b.audience) > audiences.indexOf(a.audience) ? 'readers-widened' : 'readers-narrowed';
    changes.push({ kind, key, was: a.audience, is: b.audience });
  }
  if (a.protection !== b.protection) {
    const kind = guards.indexOf(b.protection) > guards.indexOf(a.protection) ? 'guarded-more' : 'guarded-less';
    changes.push({ kind, key, was: a.protection, is: b.protection });
  }
  if (reworded(a, b)) changes.push({ kind: 'reworded', key });
  if (a.fact !== b.fact) changes.push({ kind: 'fact-changed', key });
  const conditions = ({ field, group, section }: Placed): unknown[] => [field.condition, group?.condition, section.condition];
  if (!same(conditions(was), conditions(is))) changes.push({ kind: 'condition-changed', key });
  if (was.section.key !== is.section.key || was.group?.key !== is.group?.key) changes.push({ kind: 'moved', key });
  return changes;
}

function groupChanges(before: Form, after: Form): FormChange[] {
  const [was, is] = [before, after].map((form) => new Map(groupsOf(form).map(({ group }) => [group.key, group])));
  const gone = [...(was?.keys() ?? [])].filter((key) => is?.has(key) !== true).map((key): FormChange => ({ kind: 'group-removed', key }));
  const kept = [...(is?.values() ?? [])].flatMap((group): FormChange[] => {
    const [key, old] = [group.key, was?.get(group.key)];
    if (old === undefined) return [{ kind: 'group-added', key }];
    const rule: FormChange[] = old.rule === group.rule ? [] : [{ kind: 'rule-changed', key, was: old.rule, is: group.rule }];
    const required: FormChange[] =
      old.required === group.required || !decides(group) ? [] : [{ kind: 'required-changed', key, was: old.required, is: group.required }];
    return [...rule, ...required, ...(reworded(old, group) ? [{ kind: 'reworded', key } as const] : [])];
  });
  return [...gone, ...kept];
}

function sectionChanges(before: Form, after: Form): FormChange[] {
  const was = new Map(before.sections.map((section) => [section.key, section]));
  const is = new Set(after.sections.map(({ key }) => key));
  const gone = [...was.keys()].filter((key) => !is.has(key)).map((key): FormChange => ({ kind: 'section-removed', key }));
  const kept = after.sections.flatMap(({ key, title, help }): FormChange[] => {
    const old = was.get(key);
    if (old === undefined) return [{ kind: 'section-added', key }];
    return same([old.title, old.help], [title, help]) ? [] : [{ kind: 'reworded', key }];
  });
  return [...gone, ...kept];
}

/** Whether what both versions have stands in one order in both. */
function inSameOrder(before: Form, after: Form): boolean {
  const keys = (form: Form): string[] => [...form.sections.map(({ key }) => `${key}/`), ...fieldsOf(form).map(({ field }) => field.key)];
  const [was, is] = [new Set(keys(before)), new Set(keys(after))];
  return same(
    [...was].filter((key) => is.has(key)),
    [...is].filter((key) => was.has(key)),
  );
}

/** Every change from one version to the next, the gravest kinds not sorted out yet: `effects` says what each does. */
export function formDifferences(before: Form, after: Form): FormChange[] {
  const [was, is] = [before, after].map((form) => new Map(fieldsOf(form).map((placed) => [placed.field.key, placed])));
  const gone = [...(was?.keys() ?? [])].filter((key) => is?.has(key) !== true).map((key): FormChange => ({ kind: 'field-removed', key }));
  const fields = [...(is?.values() ?? [])].flatMap((placed): FormChange[] => {
    const old = was?.get(placed.field.key);
    if (old !== undefined) return fieldChanges(old, placed);
    return [{ kind: 'field-added', key: placed.field.key, required: placed.field.required }];
  });
  const title: FormChange[] = same([before.title, before.help], [after.title, after.help]) ? [] : [{ kind: 'form-reworded' }];
  const changes = [...title, ...sectionChanges(before, after), ...groupChanges(before, after), ...gone, ...fields];
  return inSameOrder(before, after) ? changes : [...changes, { kind: 'order-changed' }];
}
