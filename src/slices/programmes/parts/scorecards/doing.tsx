import type { ReactNode } from 'react';
import { Form, type Refusal } from '#ui/forms/form.tsx';

export type Acting = {
  readonly version: number;
  readonly card: string;
  /** What was refused, and which form it was by its `do`. */
  readonly refusal: Refusal | undefined;
};

type Props = Acting & {
  /** Which change of the scorecards this form is. */
  readonly what: string;
  readonly criterion?: string | undefined;
  readonly names?: Readonly<Record<string, string>>;
  readonly children: ReactNode;
};

export const refusedIn = (refusal: Refusal | undefined, what: string): Refusal | undefined =>
  refusal?.values.do === what ? refusal : undefined;

/** One of the forms of a page that all save the same part; each says which it is. */
export function Doing({ what, version, card, criterion, refusal, names, children }: Props) {
  return (
    <Form act="change" id={what.replace('.', '-')} refusal={refusedIn(refusal, what)} {...(names && { names })}>
      {children}
      <input type="hidden" name="do" value={what} />
      <input type="hidden" name="card" value={card} />
      {criterion !== undefined && <input type="hidden" name="criterion" value={criterion} />}
      <input type="hidden" name="version" value={version} />
    </Form>
  );
}
