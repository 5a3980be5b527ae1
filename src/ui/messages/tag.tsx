import type { ReactNode } from 'react';
import { classes } from '../base/classes.ts';

/** `plain` not begun, `busy` going on, `ok` well, `warn` needs care, `bad` is wrong, `new` is news. Each has its shape. */
export type TagKind = 'plain' | 'busy' | 'ok' | 'warn' | 'bad' | 'new';

export function Tag({ kind = 'plain', children }: { kind?: TagKind; children: ReactNode }) {
  return <span className={classes('tag', kind !== 'plain' && `tag--${kind}`)}>{children}</span>;
}
