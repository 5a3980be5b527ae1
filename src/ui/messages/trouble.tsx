import type { ReactNode } from 'react';

/** Instead of a page: what happened, why, and what to do now. `reference` names the fault in the log. */
export function Trouble({
  title,
  text,
  reference,
  level: Heading = 'h1',
  children,
}: {
  title: string;
  text: ReactNode;
  reference?: string | undefined;
  level?: 'h1' | 'h3';
  children?: ReactNode;
}) {
  return (
    <div className="lost">
      <Heading className="title">{title}</Heading>
      <p className="lead">{text}</p>
      {reference !== undefined && <p className="soft num">{reference}</p>}
      {children !== undefined && <div className="row">{children}</div>}
    </div>
  );
}
