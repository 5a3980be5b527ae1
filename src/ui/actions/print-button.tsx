import { useSyncExternalStore } from 'react';
import { Button } from './button.tsx';

/** Scripts are there for as long as the page is. */
const never = () => () => undefined;

/** Opens the browser's print dialog; without scripts there is nothing to press, and the browser's own way is as short. */
export function PrintButton({ children }: { readonly children: string }) {
  const scripted = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  if (!scripted) return null;
  return (
    <Button type="button" onClick={() => window.print()}>
      {children}
    </Button>
  );
}
