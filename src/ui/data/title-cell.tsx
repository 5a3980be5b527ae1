import type { ReactNode } from 'react';
import { useHref } from '../base/frame.tsx';

/** A title people wrote, in serif also in a table, with a line below it that says whose it is. */
export function TitleCell({ to, children, small }: { to?: string; children: ReactNode; small?: ReactNode | undefined }) {
  const href = useHref(to ?? '');
  const inside = (
    <>
      <bdi>{children}</bdi>
      {small !== undefined && (
        <small>
          <bdi>{small}</bdi>
        </small>
      )}
    </>
  );
  return to === undefined ? (
    <span className="entry-name">{inside}</span>
  ) : (
    <a className="entry-name link-plain" href={href}>
      {inside}
    </a>
  );
}
