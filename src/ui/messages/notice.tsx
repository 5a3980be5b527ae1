import type { ReactNode } from 'react';
import { classes } from '../base/classes.ts';
import { Icon, type IconName } from '../icons/icon.tsx';

const icons = { info: 'info', ok: 'check', warn: 'alert', bad: 'alert' } as const satisfies Record<string, IconName>;

export type NoticeKind = keyof typeof icons;

/** Something to know before going on. `lead` says it in a few words, the rest explains and says what to do. */
export function Notice({
  kind = 'info',
  lead,
  children,
  live,
}: {
  kind?: NoticeKind;
  lead?: string;
  children?: ReactNode;
  live?: boolean;
}) {
  return (
    <div className={classes('notice', kind !== 'info' && `notice--${kind}`)} role={live ? 'status' : undefined}>
      <Icon is={icons[kind]} />
      <div>
        {lead && <b className="strong">{lead}</b>} {children}
      </div>
    </div>
  );
}
