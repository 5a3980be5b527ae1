import type { ReactNode } from 'react';

/** An instant as its programme keeps it, and below it as the reader's clock shows it. */
export function When({ instant, children, yours }: { instant: string; children: ReactNode; yours?: ReactNode }) {
  return (
    <span className="when">
      <b>
        <time dateTime={instant}>{children}</time>
      </b>
      {yours !== undefined && <span>{yours}</span>}
    </span>
  );
}
