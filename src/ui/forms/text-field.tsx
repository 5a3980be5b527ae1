import type { ReactNode } from 'react';
import { classes } from '../base/classes.ts';
import { Counter } from './counter.tsx';
import { Field, type FieldProps } from './field.tsx';
import { useField } from './form.tsx';
import type { Limit } from './limit.ts';

type TextProps = FieldProps & {
  readonly value?: string | undefined;
  readonly limit?: Limit | undefined;
  /** Stands left below the control, beside the count. */
  readonly note?: ReactNode;
  readonly readOnly?: boolean | undefined;
};

function footOf(id: string, { limit, note, value = '' }: TextProps, written: string | undefined): ReactNode {
  if (limit === undefined && note === undefined) return undefined;
  return (
    <>
      <span>{note}</span>
      {limit && <Counter of={id} text={written ?? value} limit={limit} />}
    </>
  );
}

type InputProps = TextProps & {
  readonly type?: 'text' | 'email' | 'password' | 'url' | 'tel' | 'number' | 'search' | undefined;
  /** For passwords and addresses, so that the browser can help. */
  readonly autoComplete?: string | undefined;
  readonly inputMode?: 'numeric' | 'decimal' | 'email' | 'url' | undefined;
  readonly short?: boolean | undefined;
  /** It holds a date: how people read it, and how what they write is read; undefined for what is none. */
  readonly date?: { readonly show: (text: string) => string; readonly read: (text: string) => string | undefined } | undefined;
};

export function TextField({ date, type = 'text', value, autoComplete, inputMode, short, limit, note, readOnly, ...field }: InputProps) {
  const { id, written, focus } = useField(field.name);
  const numeric = type === 'number' || inputMode === 'numeric' || inputMode === 'decimal';
  return (
    <Field {...field} foot={footOf(id, { ...field, limit, note, value }, written)}>
      {(control) => (
        <>
          <input
            {...control}
            // biome-ignore lint/a11y/noAutofocus: the reader has just sent this form, and this field is what keeps it
            autoFocus={focus}
            className={classes('input', short && 'input--short', numeric && 'input--num')}
            type={type}
            defaultValue={date ? date.show(written ?? value ?? '') : (written ?? value)}
            autoComplete={autoComplete}
            inputMode={inputMode}
            readOnly={readOnly}
            data-date={date && 'yes'}
            // How it was read is shown as soon as it is left.
            onBlur={date && (({ target }) => (target.value = date.show(date.read(target.value) ?? target.value)))}
          />
          {date && <input type="hidden" name="_date" value={field.name} />}
        </>
      )}
    </Field>
  );
}

/** About as many letters as one line of a field holds. */
const aLine = 48;

/** One line of words that may be long: nothing of it is cut off, however narrow the window. Line breaks become spaces. */
export function LineField({ value = '', limit, note, ...field }: Omit<TextProps, 'readOnly'>) {
  const { id, written } = useField(field.name);
  const text = written ?? value;
  return (
    <Field {...field} foot={footOf(id, { ...field, limit, note, value }, written)}>
      {(control) => (
        <textarea
          {...control}
          className="area area--line"
          rows={Math.max(1, Math.ceil(text.length / aLine))}
          defaultValue={text}
          onKeyDown={(event) => {
            if (event.key === 'Enter') event.preventDefault();
          }}
        />
      )}
    </Field>
  );
}

/** A text of several lines; `prose` is for what people write to be read: serif, and tall. */
export function TextArea({ value, rows, prose, limit, note, readOnly, ...field }: TextProps & { rows?: number; prose?: boolean }) {
  const { id, written } = useField(field.name);
  return (
    <Field {...field} foot={footOf(id, { ...field, limit, note, value }, written)}>
      {(control) => (
        <textarea
          {...control}
          className={classes('area', prose && 'area--prose')}
          rows={rows}
          defaultValue={written ?? value}
          readOnly={readOnly}
        />
      )}
    </Field>
  );
}
