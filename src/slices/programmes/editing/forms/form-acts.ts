/** What the forms of one form's page do: each makes the form anew, and says where in it what was refused is mended. */
import { saidIn } from '#core/categories/editing.ts';
import { keyFor } from '#core/editions/key.ts';
import { mainLanguage } from '#core/editions/parts.ts';
import { isBlock, withBlock } from '#core/forms/editing/blocks.ts';
import {
  grouped,
  type Into,
  movedBy,
  movedInto,
  type Target,
  takenKeys,
  withItem,
  withNewField,
  withNewSection,
  withoutTarget,
  withSection,
} from '#core/forms/editing/editing.ts';
import type { Field, Group } from '#core/forms/fields.ts';
import { type Form, type Forms, fieldsOf, groupsOf, type Section } from '#core/forms/shape.ts';
import { problem } from '#core/problems/problem.ts';
import type { FormArgs } from '#http/form.ts';
import type { Editing } from '../part-acts.ts';
import { type Edited, filled, type Sent, textIn, type Values } from '../sent.ts';
import { conditionFrom, conditionValues } from './condition-values.ts';
import { atInput, fieldFrom, fieldValues, newField, optionRows, said } from './field-values.ts';

/** What was made of a form: the part's shape says whether it can be. Until then it only looks like one. */
type Made = { readonly form: Form; readonly about?: Target; readonly rows?: readonly { readonly at: number }[] };
type Now = { readonly form: Form; readonly values: Values; readonly language: string; readonly currency: string };

const asField = (sent: Readonly<Record<string, unknown>>): Field => sent as Field;

/** The thing a form is about, or the place something goes into: `item:essay`, `section:story`. */
function targetIn(written: string | undefined): Target {
  const [kind = '', key = ''] = (written ?? '').split(':');
  return { kind: kind === 'section' ? 'section' : 'item', key };
}
function intoIn(written: string | undefined): Into {
  const [kind = '', key = ''] = (written ?? '').split(':');
  return { kind: kind === 'group' ? 'group' : 'section', key };
}

export const fieldIn = (form: Form, key: string): Field | undefined => fieldsOf(form).find(({ field }) => field.key === key)?.field;
export const groupIn = (form: Form, key: string): Group | undefined => groupsOf(form).find(({ group }) => group.key === key)?.group;
export const sectionIn = (form: Form, key: string): Section | undefined => form.sections.find((section) => section.key === key);

/** A text that may be left empty. */
const helpOf = ({ values, language }: Now, was: { readonly help?: Form['help'] }) => saidIn(was.help, language, textIn(values, 'help'));

function changedSection(now: Now, target: Target): Made {
  const was = sectionIn(now.form, target.key);
  if (!was) throw problem('general.not-found');
  const title = saidIn(was.title, now.language, textIn(now.values, 'title')) ?? '';
  const next = filled({ key: was.key, title, help: helpOf(now, was), condition: conditionFrom(now.values) });
  return { form: withSection(now.form, was.key, { ...next, items: was.items } as unknown as Section), about: target };
}

function changedGroup(now: Now, was: Group, target: Target): Made {
  const label = saidIn(was.label, now.language, textIn(now.values, 'label')) ?? '';
  const { rule = was.rule, required = was.required } = now.values;
  const next = filled({ kind: 'group', key: was.key, label, help: helpOf(now, was), rule, required, condition: conditionFrom(now.values) });
  const fields = rule === 'plain' ? was.fields : was.fields.map((field) => ({ ...field, required: 'never' }));
  return { form: withItem(now.form, was.key, { ...next, fields } as unknown as Group), about: target };
}

function changedField(now: Now, was: Field, target: Target): Made {
  const { form, values, language } = now;
  const rows = was.kind === 'choice' ? optionRows(values, was.options, language) : [];
  const next = withItem(form, was.key, asField(fieldFrom(values, was, language)));
  const moved = values.into ? movedInto(next, was.key, intoIn(values.into)) : next;
  return { form: moved, about: target, rows };
}

function addedGroup(now: Now): Made {
  const { form, values } = now;
  const label = textIn(values, 'label');
  const key = keyFor(label, 'group', takenKeys(form));
  const group = { kind: 'group', key, label, rule: values.rule, required: 'submit', fields: [] } as unknown as Group;
  const chosen = (values.fields ?? '').split('\n').filter((each) => each !== '');
  if (chosen.length === 0) throw problem('general.invalid-input', { count: 1 }, [{ path: 'fields', code: 'field.required', facts: {} }]);
  return { form: grouped(form, group, chosen), about: { kind: 'item', key } };
}

function addedField(now: Now): Made {
  const { form, values, currency } = now;
  const made = newField(values, takenKeys(form), currency);
  return { form: withNewField(form, asField(made), intoIn(values.into)), about: { kind: 'item', key: made.key } };
}

function addedSection({ form, values }: Now): Made {
  const title = textIn(values, 'title');
  const key = keyFor(
    title,
    'part',
    form.sections.map((section) => section.key),
  );
  return { form: withNewSection(form, { key, title, items: [] }), about: { kind: 'section', key } };
}

function addedBlock({ form, values }: Now): Made {
  const { block = '' } = values;
  if (!isBlock(block)) throw problem('general.invalid-input', { count: 1 }, [{ path: 'block', code: 'field.required', facts: {} }]);
  const added = withBlock(form, block);
  return { form: added.form, about: { kind: 'section', key: added.section } };
}

/** One act by the name its form gives it; what none of them is changes nothing. */
function made(now: Now): Made {
  const { form, values } = now;
  const target = targetIn(values.target);
  switch (values.what) {
    case 'form': {
      const title = saidIn(form.title, now.language, textIn(values, 'title')) ?? '';
      return { form: { ...filled({ title, help: helpOf(now, form) }), sections: form.sections } as unknown as Form };
    }
    case 'section':
      return changedSection(now, target);
    case 'item': {
      const [field, group] = [fieldIn(form, target.key), groupIn(form, target.key)];
      if (field) return changedField(now, field, target);
      if (group) return changedGroup(now, group, target);
      throw problem('general.not-found');
    }
    case 'add-section':
      return addedSection(now);
    case 'add-block':
      return addedBlock(now);
    case 'add-field':
      return addedField(now);
    case 'add-group':
      return addedGroup(now);
    case 'up':
    case 'down':
      return { form: movedBy(form, target, values.what === 'up' ? -1 : 1), about: target };
    case 'remove':
      return { form: withoutTarget(form, target) };
    default:
      return { form };
  }
}

function pathOf(form: Form, { kind, key }: Target): string | undefined {
  if (kind === 'section') {
    const at = form.sections.findIndex((section) => section.key === key);
    return at < 0 ? undefined : `sections.${at}`;
  }
  return [
    ...fieldsOf(form).map(({ field, path }) => ({ key: field.key, path })),
    ...groupsOf(form).map(({ group, path }) => ({ key: group.key, path })),
  ].find((each) => each.key === key)?.path;
}

const queryOf = ({ kind, key }: Target): Readonly<Record<string, string>> => ({ [kind]: key });

/** The forms with one of them made anew. */
export function formEdited({ parts, now }: Editing<'forms'>, { params, values }: Pick<FormArgs, 'params' | 'values'>): Edited {
  const key = params.form ?? '';
  const form = Object.hasOwn(now, key) ? now[key] : undefined;
  if (!form) throw problem('general.not-found');
  const currency = parts.timeline.fees?.currency ?? 'EUR';
  const { form: next, about, rows } = made({ form, values, language: mainLanguage(parts), currency });
  const path = about && pathOf(next, about);
  const start = path === undefined ? `${key}.` : `${key}.${path}.`;
  const fieldOf = (each: string): string => (each.startsWith(start) ? atInput(each.slice(start.length), rows) : `forms.${each}`);
  return { body: { ...now, [key]: next } as unknown as Sent, fieldOf, keep: about ? queryOf(about) : {} };
}

/** What the form of a thing holds as the part has it, for who is told that somebody else saved meanwhile. */
export function valuesOfTarget(form: Form, written: Values, language: string): Values {
  const target = targetIn(written.target);
  if (written.what === 'form') return { title: said(form.title, language), help: said(form.help, language) };
  if (written.what !== 'section' && written.what !== 'item') return {};
  return targetValues(form, target, language) ?? {};
}

export function targetValues(form: Form, { kind, key }: Target, language: string): Values | undefined {
  if (kind === 'section') {
    const section = sectionIn(form, key);
    return section && { title: said(section.title, language), help: said(section.help, language), ...conditionValues(section.condition) };
  }
  const [field, group] = [fieldIn(form, key), groupIn(form, key)];
  if (field) return fieldValues(field, language);
  if (!group) return undefined;
  const { label, help, rule, required, condition } = group;
  return { label: said(label, language), help: said(help, language), rule, required, ...conditionValues(condition) };
}

/** The list of forms with one more, or one less. */
export function formsEdited(
  { parts, now }: Editing<'forms'>,
  { values }: Pick<FormArgs, 'values'>,
  from: (preset: string) => Forms,
): Edited {
  const [title, source] = [textIn(values, 'title'), values.source ?? ''];
  const fieldOf = (path: string): string => (path.endsWith('.title') ? 'title' : path.endsWith('.label') ? 'question' : `forms.${path}`);
  if (values.what === 'remove') {
    const { [values.form ?? '']: _, ...rest } = now;
    return { body: rest as unknown as Sent, fieldOf, keep: {} };
  }
  const key = keyFor(title, 'form', Object.keys(now));
  const [kind = '', copied = ''] = source.split(':');
  const of = kind === 'copy' ? now : from(kind);
  const copy = Object.hasOwn(of, copied) ? of[copied] : undefined;
  const question = textIn(values, 'question');
  const fresh = {
    title,
    sections: [
      { key: 'entry', title, items: [{ kind: 'short-text', key: keyFor(question, 'question', []), label: question, required: 'submit' }] },
    ],
  };
  const language = mainLanguage(parts);
  const made = copy ? { ...copy, title: saidIn(copy.title, language, title) ?? '' } : fresh;
  return { body: { ...now, [key]: made } as unknown as Sent, fieldOf, keep: { form: key } };
}
