import type { ReactNode } from 'react';
import { classes } from '../base/classes.ts';
import { useHref } from '../base/frame.tsx';
import { Icon, type IconName } from '../icons/icon.tsx';

type Look = {
  /** One `main` a view. */
  readonly kind?: 'main' | 'danger' | 'quiet' | undefined;
  readonly size?: 'small' | 'large' | undefined;
  readonly icon?: IconName | undefined;
  readonly children: ReactNode;
  /** Read after the visible words, for people who do not see what stands around the button. */
  readonly more?: string | undefined;
};

function lookOf({ kind, size }: Look): string {
  return classes('btn', kind && `btn--${kind}`, size && `btn--${size}`);
}

function Inside({ icon, children, more }: Look) {
  return (
    <>
      {icon && <Icon is={icon} />}
      {children}
      {more && <span className="vh"> {more}</span>}
    </>
  );
}

type ButtonProps = Look & {
  readonly type?: 'submit' | 'button';
  readonly name?: string;
  readonly value?: string;
  /** Submits the form with this id. */
  readonly form?: string;
  /** Says why nothing can be done; the button stays reachable and refuses. The id of that sentence. */
  readonly unavailable?: string | undefined;
  readonly describedBy?: string;
  readonly onClick?: () => void;
};

/** Acts. What only leads somewhere is a `ButtonLink`. */
export function Button({ type = 'submit', name, value, form, unavailable, describedBy, onClick, ...look }: ButtonProps) {
  const stopped = unavailable !== undefined;
  return (
    <button
      className={lookOf(look)}
      // A submit button that must not submit is none, so that the form refuses without scripts too.
      type={stopped ? 'button' : type}
      name={name}
      value={value}
      form={form}
      aria-disabled={stopped || undefined}
      aria-describedby={unavailable ?? describedBy}
      onClick={stopped ? undefined : onClick}
    >
      <Inside {...look} />
    </button>
  );
}

/** A button of one icon; its `label` is its name. */
export function IconButton({
  icon,
  label,
  size,
  type = 'button',
  ...rest
}: Omit<ButtonProps, 'children'> & { icon: IconName; label: string }) {
  return (
    <button
      className={classes('btn btn--icon', size && `btn--${size}`)}
      type={type}
      aria-label={label}
      name={rest.name}
      value={rest.value}
      onClick={rest.onClick}
    >
      <Icon is={icon} />
    </button>
  );
}

/** Leads somewhere and looks like a button. */
export function ButtonLink({ to, download, ...look }: Look & { to: string; download?: boolean }) {
  return (
    <a className={lookOf(look)} href={useHref(to)} download={download}>
      <Inside {...look} />
    </a>
  );
}
