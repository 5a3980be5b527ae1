/** A form without what a change has nothing to do with, so that many entries can be looked at for the sake of a few fields. */
import { testsOf } from '../conditions.ts';
import { decides, type Form, fieldsOf, type Placed, type Section } from '../shape.ts';

/** Fields that decide whether this one is shown. */
const hangsFrom = ({ field, group, section }: Placed): string[] =>
  [field.condition, group?.condition, section.condition].flatMap((when) => testsOf(when).map((test) => test.field));

/**
 * The form with the fields under these keys, all fields of the groups under them, what they hang from, and the groups that decide whole.
 * What is answered to those fields, shown of them and wrong with them is what the whole form says.
 */
export function concerning(form: Form, keys: ReadonlySet<string>): Form {
  const placed = new Map(fieldsOf(form).map((one) => [one.field.key, one]));
  const kept = new Set<string>();
  const open = [...placed.values()].filter(({ field, group }) => keys.has(field.key) || (group && keys.has(group.key)));
  for (let one = open.pop(); one; one = open.pop()) {
    if (kept.has(one.field.key)) continue;
    kept.add(one.field.key);
    const beside = decides(one.group) ? one.group.fields.map(({ key }) => key) : [];
    open.push(...[...hangsFrom(one), ...beside].flatMap((key) => placed.get(key) ?? []));
  }
  const sections = form.sections.map((section): Section => {
    const items = section.items.flatMap((item): Section['items'] => {
      if (item.kind !== 'group') return kept.has(item.key) ? [item] : [];
      const fields = item.fields.filter(({ key }) => kept.has(key));
      return fields.length === 0 ? [] : [{ ...item, fields }];
    });
    return { ...section, items };
  });
  return { ...form, sections };
}
