/** Acts on a form while it is made: each gives the form anew. Whether what comes of it can be used, `problems.ts` says. */
import type { Field, Group } from '../fields.ts';
import { decides, type Form, fieldsOf, groupsOf, type Section } from '../shape.ts';

type Item = Section['items'][number];

/** What an act is about. Fields and groups share their keys, sections have their own. */
export type Target = { readonly kind: 'section' | 'item'; readonly key: string };

/** Where a field goes: into a section by itself, or into a group. */
export type Into = { readonly kind: 'section' | 'group'; readonly key: string };

const withSections = (form: Form, change: (section: Section) => Section): Form => ({ ...form, sections: form.sections.map(change) });

/** Every list in which fields and groups stand, changed alike. */
function withLists(form: Form, change: <T extends Item>(list: readonly T[]) => T[]): Form {
  return withSections(form, (section) => ({
    ...section,
    items: change(section.items).map((item) => (item.kind === 'group' ? { ...item, fields: change(item.fields) } : item)),
  }));
}

/** Keys of fields and groups that are taken. */
export const takenKeys = (form: Form): string[] => [
  ...fieldsOf(form).map(({ field }) => field.key),
  ...groupsOf(form).map(({ group }) => group.key),
];

/** The form with one item in the place of another; a group keeps what stands in it. */
export const withItem = (form: Form, key: string, next: Item): Form =>
  withLists(form, (list) => list.map((item) => (item.key === key ? (next as typeof item) : item)));

export const withSection = (form: Form, key: string, next: Section): Form =>
  withSections(form, (section) => (section.key === key ? next : section));

/** One section more, at the end. */
export const withNewSection = (form: Form, section: Section): Form => ({ ...form, sections: [...form.sections, section] });

/** A field in a group of which one is enough is required by the group alone. */
const fitting = (field: Field, group: Group): Field => (decides(group) ? { ...field, required: 'never' } : field);

/** One field more, at the end of a section or of a group. */
export function withNewField(form: Form, field: Field, into: Into): Form {
  if (into.kind === 'section')
    return withSections(form, (section) => (section.key === into.key ? { ...section, items: [...section.items, field] } : section));
  return withSections(form, (section) => ({
    ...section,
    items: section.items.map((item) =>
      item.kind === 'group' && item.key === into.key ? { ...item, fields: [...item.fields, fitting(field, item)] } : item,
    ),
  }));
}

/** Without a field, without a section and all in it; a group is only taken apart: its fields stay where it stood. */
export function withoutTarget(form: Form, { kind, key }: Target): Form {
  if (kind === 'section') return { ...form, sections: form.sections.filter((section) => section.key !== key) };
  return withSections(form, (section) => ({
    ...section,
    items: section.items.flatMap((item): Item[] => {
      if (item.kind !== 'group') return item.key === key ? [] : [item];
      if (item.key === key) return item.fields;
      const fields = item.fields.filter((field) => field.key !== key);
      return fields.length === 0 ? [] : [{ ...item, fields }];
    }),
  }));
}

function swapped<T extends { readonly key: string }>(list: readonly T[], key: string, by: -1 | 1): T[] {
  const at = list.findIndex((each) => each.key === key);
  const [one, other] = [list[at], list[at + by]];
  return one && other ? list.map((each, i) => (i === at ? other : i === at + by ? one : each)) : [...list];
}

/** One place up or down among what it stands with. */
export function movedBy(form: Form, { kind, key }: Target, by: -1 | 1): Form {
  if (kind === 'section') return { ...form, sections: swapped(form.sections, key, by) };
  return withLists(form, (list) => swapped(list, key, by));
}

/** Where a field stands now. */
export function placeOf(form: Form, key: string): Into | undefined {
  const found = fieldsOf(form).find(({ field }) => field.key === key);
  if (!found) return undefined;
  return found.group ? { kind: 'group', key: found.group.key } : { kind: 'section', key: found.section.key };
}

/** A field goes to the end of another section or group. */
export function movedInto(form: Form, key: string, into: Into): Form {
  const found = fieldsOf(form).find(({ field }) => field.key === key);
  const [now, there] = [placeOf(form, key), into.kind === 'section' ? form.sections : groupsOf(form).map(({ group }) => group)];
  if (!found || (now?.kind === into.kind && now.key === into.key) || !there.some((each) => each.key === into.key)) return form;
  return withNewField(withoutTarget(form, { kind: 'item', key }), found.field, into);
}

/** Fields of one section that stand by themselves become a group where the first of them stood. */
export function grouped(form: Form, group: Group, keys: readonly string[]): Form {
  return withSections(form, (section) => {
    const inside = section.items.filter((item): item is Field => item.kind !== 'group' && keys.includes(item.key));
    const [first] = inside;
    if (!first) return section;
    const made = { ...group, fields: inside.map((field) => fitting(field, group)) };
    return {
      ...section,
      items: section.items.flatMap((item): Item[] => (item.key === first.key ? [made] : keys.includes(item.key) ? [] : [item])),
    };
  });
}
