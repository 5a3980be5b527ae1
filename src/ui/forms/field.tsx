import type { ReactNode } from 'react';
import { classes } from '../base/classes.ts';
import { FieldError } from './field-error.tsx';
import { useField } from './form.tsx';

export type FieldProps = {
  /** The form field's name; its errors and what was written before are found by it. */
  readonly name: string;
  readonly label: string;
  readonly hint?: ReactNode;
  /** The word "optional" in the reader's language; fields without it are required. */
  readonly optional?: string | undefined;
  /** The label is heard and not seen: where the head of a column says the same to the eye. */
  readonly labelUnseen?: boolean | undefined;
  /** Overrides what the form knows. */
  readonly error?: string | undefined;
  /** As wide as its column instead of as wide as reading text. */
  readonly full?: boolean | undefined;
  /** Of what is written in it, where that is not the page's. */
  readonly written?: WrittenIn | undefined;
};

export type WrittenIn = { readonly lang: string; readonly dir: 'ltr' | 'rtl' };

/** What the control inside a field is given: its id and what describes it. */
export type Control = {
  readonly id: string;
  readonly name: string;
  readonly 'aria-invalid': true | undefined;
  readonly 'aria-describedby': string | undefined;
} & Partial<WrittenIn>;

/** Label, hint, error, control and foot in reading order, tied together. */
export function Field({
  name,
  label,
  hint,
  optional,
  labelUnseen,
  error: given,
  full,
  written: language,
  foot,
  children,
}: FieldProps & { foot?: ReactNode; children: (control: Control, written: string | undefined) => ReactNode }) {
  const { id, error: refused, written } = useField(name);
  const error = given ?? refused;
  const described = classes(error && `${id}-error`, hint !== undefined && `${id}-hint`, foot !== undefined && `${id}-foot`);
  const control: Control = { id, name, 'aria-invalid': error ? true : undefined, 'aria-describedby': described || undefined, ...language };
  return (
    <div className={classes('field', error && 'field--bad', full && 'field--full')}>
      <label htmlFor={id} className={labelUnseen ? 'vh' : undefined}>
        {label}
        {optional && <span className="opt"> ({optional})</span>}
      </label>
      {hint !== undefined && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      {children(control, written)}
      {foot !== undefined && (
        <div className="field__foot" id={`${id}-foot`}>
          {foot}
        </div>
      )}
    </div>
  );
}
