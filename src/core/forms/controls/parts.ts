/** What of an entry people can be led to, by the names of its controls. */
import { type Form, fieldsOf } from '../shape.ts';
import { controlName } from './sending.ts';

/** Of an entry by a form, and of one of a text with files beside it. */
export const partsAsked = (form: Form | undefined): readonly string[] =>
  form === undefined
    ? ['nominee', 'title', 'body', 'file']
    : ['nominee', 'title', ...fieldsOf(form).map(({ field }) => controlName(field.key))];
