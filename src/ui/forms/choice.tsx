import type { ReactNode } from 'react';
import { classes } from '../base/classes.ts';
import { Field, type FieldProps } from './field.tsx';
import { FieldError } from './field-error.tsx';
import { useField } from './form.tsx';

export type Option = {
  readonly value: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly disabled?: boolean;
  /** Of a select: the head it stands under, with those before and after it that name the same. */
  readonly group?: string;
  /** Of a select: what is asked for besides once it is chosen, for styles to show. */
  readonly asks?: string | undefined;
};

function Lines({ options }: { options: readonly Option[] }) {
  return options.map((option) => (
    <option key={option.value} value={option.value} disabled={option.disabled} data-asks={option.asks}>
      {option.label}
    </option>
  ));
}

/** One of many that are known by name. `empty` is the first line when nothing may be chosen yet. */
export function Select({ options, value, empty, ...field }: FieldProps & { options: readonly Option[]; value?: string; empty?: string }) {
  return (
    <Field {...field}>
      {(control, written) => (
        <select {...control} className="select" defaultValue={written ?? value ?? ''}>
          {empty !== undefined && <option value="">{empty}</option>}
          {[...Map.groupBy(options, ({ group }) => group)].map(([group, all]) =>
            group === undefined ? (
              <Lines key="" options={all} />
            ) : (
              <optgroup key={group} label={group}>
                <Lines options={all} />
              </optgroup>
            ),
          )}
        </select>
      )}
    </Field>
  );
}

type BoxProps = {
  readonly id?: string;
  readonly name: string;
  readonly type: 'checkbox' | 'radio';
  readonly option: Option;
  readonly on: boolean;
  readonly strong?: boolean;
};

function Box({ id, name, type, option, on, strong }: BoxProps) {
  return (
    <label className="check">
      <input type={type} id={id} name={name} value={option.value} defaultChecked={on} disabled={option.disabled} />
      <span className={strong ? 'strong' : undefined}>{option.label}</span>
      {option.hint !== undefined && <span className="hint">{option.hint}</span>}
    </label>
  );
}

/** One box that is ticked or not. Unticked it sends nothing. */
export function Check({
  name,
  label,
  hint,
  value = 'on',
  checked = false,
}: {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  value?: string;
  checked?: boolean;
}) {
  const { id, written, refused, error } = useField(name);
  const on = refused ? written === value : checked;
  return (
    <div className={classes('field', error && 'field--bad')}>
      {error && <FieldError>{error}</FieldError>}
      <Box id={id} name={name} type="checkbox" option={{ value, label, hint }} on={on} />
    </div>
  );
}

type GroupProps = Omit<FieldProps, 'full'> & {
  readonly options: readonly Option[];
  /** `either` sets two or three answers side by side as one control. */
  readonly look?: 'either' | undefined;
};

function Group({ name, label, hint, optional, error: given, look, children }: GroupProps & { children: ReactNode }) {
  const { id, error: refused } = useField(name);
  const error = given ?? refused;
  const described = classes(error && `${id}-error`, hint !== undefined && `${id}-hint`);
  return (
    <fieldset className={classes('choice', error && 'field--bad')} aria-describedby={described || undefined}>
      <legend className={look ? 'label gap-b' : 'label'}>
        {label}
        {optional && <span className="opt"> ({optional})</span>}
      </legend>
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      {hint !== undefined && (
        <p className={look ? 'hint gap-b' : 'hint'} id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {look === 'either' ? <div className="either">{children}</div> : children}
    </fieldset>
  );
}

/** One of a few, all in sight. */
export function Radios({ value, ...group }: GroupProps & { value?: string }) {
  const { id, written } = useField(group.name);
  const chosen = written ?? value;
  return (
    <Group {...group}>
      {group.options.map((option, i) => (
        <Box
          key={option.value}
          {...(i === 0 ? { id } : {})}
          name={group.name}
          type="radio"
          option={option}
          on={option.value === chosen}
          strong={group.look === 'either'}
        />
      ))}
    </Group>
  );
}

/** Any of a few. Each ticked box sends the name once. */
export function Checks({ values = [], ...group }: GroupProps & { values?: readonly string[] }) {
  const { id, written, refused } = useField(group.name);
  const ticked = refused ? (written ?? '').split('\n') : values;
  return (
    <Group {...group}>
      {group.options.map((option, i) => (
        <Box
          key={option.value}
          {...(i === 0 ? { id } : {})}
          name={group.name}
          type="checkbox"
          option={option}
          on={ticked.includes(option.value)}
        />
      ))}
    </Group>
  );
}
