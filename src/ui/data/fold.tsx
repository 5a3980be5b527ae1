import type { ReactNode } from 'react';
import { Icon } from '../icons/icon.tsx';

/** A question whose answer can be opened. */
export function Fold({ summary, open, children }: { summary: string; open?: boolean; children: ReactNode }) {
  return (
    <details className="fold" open={open}>
      <summary>
        {summary}
        <Icon is="chevron" />
      </summary>
      {children}
    </details>
  );
}
