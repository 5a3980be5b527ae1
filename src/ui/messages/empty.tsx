import type { ReactNode } from 'react';

/** Nothing here yet: what will be, when, and what may be done now. */
export function Empty({ title, children, acts }: { title: string; children: ReactNode; acts?: ReactNode }) {
  return (
    <div className="empty">
      <p className="h2">{title}</p>
      <p className="soft">{children}</p>
      {acts && <div className="row">{acts}</div>}
    </div>
  );
}
