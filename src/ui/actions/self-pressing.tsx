import { type ReactNode, useEffect, useRef } from 'react';
import { Button } from './button.tsx';

/** The one button of a page that only leads on: with scripts it presses itself, without them somebody does. */
export function SelfPressing({ children }: { readonly children: ReactNode }) {
  const place = useRef<HTMLParagraphElement>(null);
  useEffect(() => place.current?.closest('form')?.requestSubmit(), []);
  return (
    <p ref={place}>
      <Button kind="main">{children}</Button>
    </p>
  );
}
