/** An entry form as data: what is asked, of whom it is required, who reads it. Pure JSON; `problems.ts` says what a shape cannot. */
import { z } from 'zod';
import { key } from '../editions/key.ts';
import { inKeyOrder } from '../languages/local-text.ts';
import { condition } from './conditions.ts';
import { type Field, type Group, item } from './fields.ts';
import { help, label } from './keys.ts';

const section = z.strictObject({
  key,
  title: label,
  help: help.optional(),
  condition: condition.optional(),
  items: z.array(item).max(400),
});
export type Section = z.output<typeof section>;

export const formShape = z.strictObject({ title: label, help: help.optional(), sections: z.array(section).min(1).max(50) });
export type Form = z.output<typeof formShape>;

/** The forms of an edition by their keys, in the order of the keys. */
export const formsShape = z.record(key, formShape).overwrite(inKeyOrder);
export type Forms = z.output<typeof formsShape>;

/** A field where it stands: the path in the form names it to whoever edits the form. */
export type Placed = { readonly field: Field; readonly group: Group | undefined; readonly section: Section; readonly path: string };
export type PlacedGroup = { readonly group: Group; readonly section: Section; readonly path: string };

/** Every field in the order it is asked, those of groups among them. */
export function fieldsOf(form: Form): Placed[] {
  return form.sections.flatMap((at, s) =>
    at.items.flatMap((one, i): Placed[] => {
      const path = `sections.${s}.items.${i}`;
      if (one.kind !== 'group') return [{ field: one, group: undefined, section: at, path }];
      return one.fields.map((field, f) => ({ field, group: one, section: at, path: `${path}.fields.${f}` }));
    }),
  );
}

export function groupsOf(form: Form): PlacedGroup[] {
  return form.sections.flatMap((at, s) =>
    at.items.flatMap((one, i) => (one.kind === 'group' ? [{ group: one, section: at, path: `sections.${s}.items.${i}` }] : [])),
  );
}

/** Whether a group decides by itself what is required of its fields. */
export const decides = (group: Group | undefined): group is Group => group !== undefined && group.rule !== 'plain';
