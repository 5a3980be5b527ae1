import type { ReactNode } from 'react';

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

/** How many rows are chosen and what may be done with them. */
export function Bulk({ count, children }: { count: ReactNode; children: ReactNode }) {
  return (
    <div className="bulk">
      <span className="strong">{count}</span>
      {children}
    </div>
  );
}
