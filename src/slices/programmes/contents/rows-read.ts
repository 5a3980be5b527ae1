/**
 * Which rows an edition at a version is made of, read once for each request or operation: a version never becomes another one, and what
 * asks for it asks many times. Whoever writes rows forgets what was read.
 */
import type { Ctx } from '#platform/context.ts';

const read = new WeakMap<Ctx, Map<string, readonly unknown[]>>();

/** `name`: of the edition and its version. */
export async function readOnce<Row>(ctx: Ctx, name: string, rows: () => Promise<readonly Row[]>): Promise<readonly Row[]> {
  const known = read.get(ctx) ?? new Map<string, readonly unknown[]>();
  read.set(ctx, known);
  const before = known.get(name);
  if (before) return before as readonly Row[];
  const now = await rows();
  known.set(name, now);
  return now;
}

export function forgetRows(ctx: Ctx): void {
  read.delete(ctx);
}
