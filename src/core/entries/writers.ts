/** What somebody an entry is shared with may do to it. Each right holds the ones before it. */
import { z } from 'zod';

export const rights = ['view', 'edit', 'submit'] as const;
export const right = z.enum(rights);
export type Right = z.output<typeof right>;

/** What somebody is invited to: a right, or to become the owner. */
export const offer = z.enum([...rights, 'owner']);
export type Offer = z.output<typeof offer>;

/** Whether whoever has one right may do what needs another. */
export function suffices(has: Right, needed: Right): boolean {
  return rights.indexOf(has) >= rights.indexOf(needed);
}
