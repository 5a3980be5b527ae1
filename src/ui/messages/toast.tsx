import type { ReactNode } from 'react';

/** What has just been done, with the way back beside it (a small form with one button). */
export function Toast({ children, undo }: { children: ReactNode; undo?: ReactNode }) {
  return (
    <div className="toast" role="status">
      <span>{children}</span>
      {undo}
    </div>
  );
}
