import type { ReactNode } from 'react';
import { classes } from '../base/classes.ts';
import { useHref } from '../base/frame.tsx';
import { Icon } from '../icons/icon.tsx';

type LinkProps = {
  /** A path of this site without the sub-path (`/entries/7`), a fragment, a query, or a whole address. */
  readonly to: string;
  readonly children: ReactNode;
  /** `go` leads on and carries an arrow; `plain` stands where the whole line is the link; `small` is of caption size. */
  readonly kind?: 'go' | 'plain' | 'small' | undefined;
  readonly current?: 'page' | 'step' | 'true' | undefined;
  readonly className?: string | undefined;
  /** Read after the visible words, for people who do not see what stands around the link. */
  readonly more?: string | undefined;
  readonly id?: string;
};

/** Every link of the product: knows the sub-path and loads a whole page, with and without scripts. */
export function Link({ to, children, kind, current, className, more, id }: LinkProps) {
  const look = kind === 'small' ? 't-sm' : kind && `link-${kind}`;
  return (
    <a className={classes(look, className) || undefined} href={useHref(to)} aria-current={current} id={id}>
      {children}
      {more && <span className="vh"> {more}</span>}
      {kind === 'go' && <Icon is="arrow-right" />}
    </a>
  );
}
