import type { ReactNode } from 'react';
import { Form, type Refusal } from '#ui/forms/form.tsx';

export type Acting = {
  readonly version: number;
  /** What all forms of the page are about, in hidden fields. */
  readonly about: Readonly<Record<string, string>>;
  /** What was refused, and which form it was by its `do`. */
  readonly refusal: Refusal | undefined;
};

type Props = Acting & {
  /** Which change of the part this form is. */
  readonly what: string;
  /** What this form alone is about. */
  readonly also?: Readonly<Record<string, string>>;
  readonly names?: Readonly<Record<string, string>>;
  readonly children: ReactNode;
};

export const refusedIn = (refusal: Refusal | undefined, what: string): Refusal | undefined =>
  refusal?.values.do === what ? refusal : undefined;

/** One of the forms of a page that all save the same part; each says which it is. */
export function Doing({ what, version, about, also, refusal, names, children }: Props) {
  const hidden = { do: what, ...about, ...also, version: String(version) };
  return (
    <Form act="change" id={what.replace('.', '-')} refusal={refusedIn(refusal, what)} {...(names && { names })}>
      {children}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
    </Form>
  );
}
