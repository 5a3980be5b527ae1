import type { ReactNode } from 'react';
import { Icon } from '../icons/icon.tsx';

type FoldProps = {
  readonly summary: ReactNode;
  /** Below the summary, small: whose, when, how it stands. */
  readonly note?: ReactNode;
  readonly open?: boolean;
  readonly children: ReactNode;
};

/** A question whose answer can be opened. */
export function Fold({ summary, note, open, children }: FoldProps) {
  return (
    <details className="fold" open={open}>
      <summary>
        {note === undefined ? (
          summary
        ) : (
          <span>
            {summary}
            <small>{note}</small>
          </span>
        )}
        <Icon is="chevron" />
      </summary>
      {children}
    </details>
  );
}
