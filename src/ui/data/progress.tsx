import { type ReactNode, useId } from 'react';

/** How far something is; the words stand above the bar and carry the numbers. */
export function Progress({ label, value, max, note }: { label: string; value: number; max: number; note: ReactNode }) {
  const words = useId();
  return (
    <div className="progress">
      <div className="progress__words">
        <span id={words}>{label}</span>
        <span>{note}</span>
      </div>
      <progress value={value} max={max} aria-labelledby={words} />
    </div>
  );
}
