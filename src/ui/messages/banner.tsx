import type { ReactNode } from 'react';
import { Icon } from '../icons/icon.tsx';

/** Across the top of a page, for what holds for all of it, with the one act that ends it. */
export function Banner({ label, act, children }: { readonly label: string; readonly act: ReactNode; readonly children: ReactNode }) {
  return (
    <section className="banner" aria-label={label}>
      <div className="wrap banner__row">
        <Icon is="alert" />
        <p>{children}</p>
        {act}
      </div>
    </section>
  );
}
