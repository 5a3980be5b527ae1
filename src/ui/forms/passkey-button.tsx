import { type ReactNode, useRef, useState, useSyncExternalStore } from 'react';
import { Button } from '../actions/button.tsx';
import { FieldError } from './field-error.tsx';
import { answerOf, knowsPasskeys } from './passkey.ts';

type Props = {
  readonly does: 'create' | 'get';
  /** Name of the form field that carries the answer. */
  readonly field: string;
  /** The server's question, as JSON. */
  readonly options: string;
  /** Said when the browser gave no answer. */
  readonly failed: string;
  readonly kind?: 'main';
  readonly children: ReactNode;
};

/** What a browser can do does not change while it reads a page. */
const never = () => () => {};

/**
 * Asks the browser for a passkey and sends the form it stands in with the answer. Without scripts it is not there. Its place is kept from the start: what stands below must not move away
 * under a hand that presses it.
 */
export function PasskeyButton({ does, field, options, failed, kind, children }: Props) {
  const answer = useRef<HTMLInputElement>(null);
  const able = useSyncExternalStore(never, knowsPasskeys, () => false);
  const [trouble, setTrouble] = useState(false);
  const ask = async (): Promise<void> => {
    setTrouble(false);
    try {
      const given = await answerOf(does, options);
      if (answer.current === null) return;
      answer.current.value = given;
      answer.current.form?.requestSubmit();
    } catch {
      // Put away by whoever sits there, or nothing fits: the browser does not say which.
      setTrouble(true);
    }
  };
  return (
    <>
      <input type="hidden" name={field} ref={answer} />
      <p className="passkey-place" data-able={able || undefined}>
        <Button type="button" kind={kind} onClick={() => void ask()}>
          {children}
        </Button>
      </p>
      <div role="status">{trouble && <FieldError>{failed}</FieldError>}</div>
    </>
  );
}
