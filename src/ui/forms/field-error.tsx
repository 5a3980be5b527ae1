import type { ReactNode } from 'react';
import { Icon } from '../icons/icon.tsx';

export function FieldError({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <span className="err" id={id}>
      <Icon is="alert" />
      {children}
    </span>
  );
}
