import { createContext, useContext } from 'react';
import { DateField } from '#shells/dates/date-field.tsx';
import { useWords } from '#shells/words.tsx';
import { Radios } from '#ui/forms/choice.tsx';
import { TextField } from '#ui/forms/text-field.tsx';

type Values = Readonly<Record<string, string>>;

/** What the fields of a form hold: what is saved, or what was sent and refused. */
export const Holding = createContext<Values>({});

/** A field of the form that edits a field of a form, named as what it sets. */
export function Setting({
  name,
  label,
  hint,
  kind,
}: {
  name: string;
  label: string;
  hint?: string | undefined;
  kind?: 'number' | 'date' | 'word';
}) {
  const { formBuilder: words } = useWords();
  const values = useContext(Holding);
  if (kind === 'date') return <DateField name={name} label={label} hint={hint} value={values[name]} />;
  return (
    <TextField
      name={name}
      label={label}
      hint={hint}
      optional={kind === 'word' ? words.optional : undefined}
      value={values[name]}
      short={kind === 'number'}
      inputMode={kind === 'number' ? 'decimal' : undefined}
    />
  );
}

export function ChoiceOf({
  name,
  label,
  labels,
  hint,
}: {
  name: string;
  label: string;
  labels: Readonly<Record<string, string>>;
  hint?: string;
}) {
  const values = useContext(Holding);
  const options = Object.entries(labels).map(([value, text]) => ({ value, label: text }));
  return <Radios name={name} label={label} hint={hint} value={values[name] ?? ''} options={options} />;
}
