import type { ReactNode } from 'react';

/** One part of the gallery: its name and where it lives at the left, the part in its states at the right. */
export function Specimen({ id, name, from, children }: { id: string; name: string; from: string; children: ReactNode }) {
  return (
    <section className="spec" id={id} aria-labelledby={`h-${id}`}>
      <header>
        <h2 className="h3" id={`h-${id}`}>
          {name}
        </h2>
        <p className="t-sm faint">
          <code>{from}</code>
        </p>
      </header>
      <div className="spec__body">{children}</div>
    </section>
  );
}
