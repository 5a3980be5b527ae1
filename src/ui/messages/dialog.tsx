import { type ReactNode, useId } from 'react';

/**
 * What an act will do and to how many, before it does it. It stands in its own page (the address of the question), so
 * it needs no script; the buttons are the children of a form.
 */
export function Dialog({ title, children, acts }: { title: string; children: ReactNode; acts: ReactNode }) {
  const heading = useId();
  return (
    <section className="dialog" aria-labelledby={heading}>
      <h2 className="title" id={heading}>
        {title}
      </h2>
      <div className="soft gap-t">{children}</div>
      <div className="dialog__acts">{acts}</div>
    </section>
  );
}
