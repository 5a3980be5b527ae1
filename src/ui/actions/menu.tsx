import type { ReactNode } from 'react';
import { classes } from '../base/classes.ts';
import { Icon, type IconName } from '../icons/icon.tsx';

type MenuProps = {
  readonly label: string;
  readonly icon?: IconName;
  /** Of several menus of one group only one is open. */
  readonly group?: string;
  /** Open from the start, as where what stands in it was refused. */
  readonly open?: boolean | undefined;
  /** Hangs from the right edge of its button, where there is no room to the right of it. */
  readonly end?: boolean;
  readonly children: ReactNode;
};

/** What opens below its button: a few links, or a small form. The browser's own disclosure, so it works without scripts. */
export function Menu({ label, icon, group, open, end, children }: MenuProps) {
  return (
    <details className={classes('menu', end && 'menu--end')} name={group} open={open}>
      <summary className="btn btn--small">
        {icon && <Icon is={icon} />}
        {label}
        <Icon is="chevron" />
      </summary>
      <div className="menu__panel stack">{children}</div>
    </details>
  );
}
