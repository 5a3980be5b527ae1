import type { ReactNode } from 'react';
import { classes } from '../base/classes.ts';
import { Icon } from '../icons/icon.tsx';

const looks = {
  saved: { icon: 'check', className: '' },
  saving: { icon: 'half', className: 'save--busy' },
  'not-saved': { icon: 'alert', className: 'save--not' },
} as const;

export type Saving = keyof typeof looks;

/** Whether what was written is safe. Announced politely, and only when it changes. */
export function SaveState({ state, children }: { state: Saving; children: ReactNode }) {
  const { icon, className } = looks[state];
  return (
    <span className={classes('save', className)} role="status">
      <Icon is={icon} />
      {children}
    </span>
  );
}
