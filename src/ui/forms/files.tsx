import type { ReactNode } from 'react';
import { classes } from '../base/classes.ts';
import { Icon, type IconName } from '../icons/icon.tsx';
import { FieldError } from './field-error.tsx';
import { useField } from './form.tsx';

type DropProps = {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly optional?: string | undefined;
  /** Said on the button; then the whole place is the control, for files that go as soon as they are chosen. */
  readonly choose?: string | undefined;
  readonly multiple?: boolean;
  /** As of the HTML attribute: `.pdf,image/*`. */
  readonly accept?: string;
};

/** Where files are chosen or dropped: the browser's own control, so dropping works without scripts. */
export function FileDrop({ name, label, hint, optional, choose, multiple, accept }: DropProps) {
  const { id, error } = useField(name);
  return (
    <div className={classes('stack-2', error && 'field--bad')}>
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      <div className={classes('drop', choose && 'drop--whole')}>
        <div>
          <label className="label" htmlFor={id}>
            {label}
            {optional && <span className="opt"> ({optional})</span>}
          </label>
          <p className="hint" id={`${id}-hint`}>
            {hint}
          </p>
        </div>
        <input
          type="file"
          id={id}
          name={name}
          multiple={multiple}
          accept={accept}
          aria-describedby={classes(error && `${id}-error`, `${id}-hint`)}
        />
        {choose && (
          <span className="btn btn--small" aria-hidden="true">
            {choose}
          </span>
        )}
      </div>
    </div>
  );
}

export function Files({ children }: { children: ReactNode }) {
  return <ul className="files">{children}</ul>;
}

type FileProps = {
  readonly icon: IconName;
  /** The file's name, or a link to it. */
  readonly name: ReactNode;
  /** What stands at the right: a button, or a remark. */
  readonly act?: ReactNode;
  readonly state?: ReactNode;
  /** Names the icon when the file was refused. */
  readonly refused?: string;
  readonly progress?: { readonly value: number; readonly max: number; readonly label: string; readonly waiting?: boolean };
};

export function File({ icon, name, act, state, refused, progress }: FileProps) {
  return (
    <li className={classes('file', refused && 'file--bad')}>
      <Icon is={refused ? 'alert' : icon} {...(refused ? { name: refused } : {})} />
      <span className="file__name">
        <bdi>{name}</bdi>
      </span>
      {act}
      {progress && (
        <progress
          className={progress.waiting ? 'progress--warn' : undefined}
          value={progress.value}
          max={progress.max}
          aria-label={progress.label}
        />
      )}
      {state !== undefined && <span className="file__state num">{state}</span>}
    </li>
  );
}
