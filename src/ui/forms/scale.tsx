import { FieldError } from './field-error.tsx';
import { useField } from './form.tsx';

type ScaleProps = {
  readonly name: string;
  /** Names the group for people who do not see the heading beside it. */
  readonly label: string;
  readonly value?: string | undefined;
  readonly from?: number;
  readonly to?: number;
  readonly step?: number;
  /** What the lowest and the highest mean. */
  readonly ends?: readonly [string, string];
  readonly describedBy?: string;
};

function marks(from: number, to: number, step: number): string[] {
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, i) => String(from + i * step));
}

/** A mark as a place on a line: works with arrows, digits and a finger. */
export function Scale({ name, label, value, from = 1, to = 10, step = 1, ends, describedBy }: ScaleProps) {
  const { id, error, written } = useField(name);
  const chosen = written ?? value;
  return (
    <div
      role="radiogroup"
      aria-label={label}
      aria-describedby={error ? `${id}-error` : describedBy}
      className={error ? 'field--bad' : undefined}
    >
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      <div className="scale">
        {marks(from, to, step).map((mark, i) => (
          <label key={mark}>
            <input type="radio" id={i === 0 ? id : undefined} name={name} value={mark} aria-label={mark} defaultChecked={mark === chosen} />
            <span aria-hidden>{mark}</span>
          </label>
        ))}
      </div>
      {ends && (
        <div className="scale-ends" aria-hidden>
          <span>{ends[0]}</span>
          <span>{ends[1]}</span>
        </div>
      )}
    </div>
  );
}
