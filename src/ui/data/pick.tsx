import type { ReactNode } from 'react';
import { classes } from '../base/classes.ts';

/** The box in front of a row; it belongs to the form of the bulk acts above the table by the form's id. */
export function Pick({
  form,
  name,
  value,
  label,
  checked,
}: {
  form: string;
  name: string;
  value: string;
  label: string;
  checked?: boolean;
}) {
  return <input className="pick" type="checkbox" form={form} name={name} value={value} aria-label={label} defaultChecked={checked} />;
}

/** How many rows are chosen and what may be done with them; `quiet` while there are none. */
export function Bulk({ count, quiet, children }: { count: ReactNode; quiet?: boolean; children: ReactNode }) {
  return (
    <div className={classes('bulk', quiet && 'bulk--quiet')}>
      <span className="strong">{count}</span>
      {children}
    </div>
  );
}
