import { classes } from '../base/classes.ts';
import { FieldError } from './field-error.tsx';
import { useField } from './form.tsx';

type Place = { readonly value: string; readonly text: string };

type PlacesProps = {
  readonly name: string;
  /** Names the group for people who do not see the heading beside it. */
  readonly label: string;
  readonly value?: string | undefined;
  readonly describedBy?: string;
  /** What the lowest and the highest mean. */
  readonly ends?: readonly [string, string] | undefined;
  /** The answer that is no place on the line. */
  readonly beside?: Place | undefined;
};

type ScaleProps = PlacesProps & {
  readonly from?: number;
  readonly to?: number;
  /** Steps in 1: 2 for halves. */
  readonly steps?: number;
};

function marks(from: number, to: number, steps: number): Place[] {
  return Array.from({ length: Math.floor((to - from) * steps) + 1 }, (_, i) => {
    const value = String((from * steps + i) / steps);
    return { value, text: value };
  });
}

/** More places than this are written, not chosen. */
export const mostPlaces = 21;

/** More places than this stand in two lines. */
const mostInLine = 11;

/** More than these are too narrow for a finger in one line of a phone. */
const mostOnPhone = 7;

function Places({ name, label, value, places, ends, beside, describedBy }: PlacesProps & { readonly places: readonly Place[] }) {
  const { id, error, written } = useField(name);
  const chosen = written ?? value;
  const place = ({ value: own, text }: Place, first: boolean) => (
    <label key={own}>
      <input type="radio" id={first ? id : undefined} name={name} value={own} aria-label={text} defaultChecked={own === chosen} />
      <span aria-hidden>{text}</span>
    </label>
  );
  return (
    <div
      role="radiogroup"
      aria-label={label}
      aria-describedby={error ? `${id}-error` : describedBy}
      className={error ? 'field--bad' : undefined}
    >
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      <div className={classes('scale', places.length > mostInLine ? 'scale--two' : places.length > mostOnPhone && 'scale--folds')}>
        {places.map((each, i) => place(each, i === 0))}
      </div>
      {ends && (
        <div className="scale-ends" aria-hidden>
          <span>{ends[0]}</span>
          <span>{ends[1]}</span>
        </div>
      )}
      {beside && <div className="scale scale--beside">{place(beside, false)}</div>}
    </div>
  );
}

/** A mark as a place on a line: works with arrows, digits and a finger. */
export function Scale({ from = 1, to = 10, steps = 1, ...rest }: ScaleProps) {
  return <Places {...rest} places={marks(from, to, steps)} />;
}

/** A question with two answers, as large as marks are; 1 is the first. */
export function YesOrNo({ answers: [yes, no], ...rest }: PlacesProps & { readonly answers: readonly [string, string] }) {
  return (
    <Places
      {...rest}
      places={[
        { value: '1', text: yes },
        { value: '0', text: no },
      ]}
    />
  );
}
