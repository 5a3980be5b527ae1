/** What one request carries through React Router: its reference for the log, its policy table and the way to report a bug. */
import { randomInt } from 'node:crypto';
import { createContext, type RouterContextProvider } from 'react-router';
import type { Ctx } from '#platform/context.ts';
import type { Policy, StandInPage } from './policy.ts';

export type Visit = {
  /** Printed on an error page and in the log line of the same request. */
  readonly reference: string;
  /** '' or '/awards'. */
  readonly base: string;
  /** Where the site stands for the world, the sub-path included: `https://example.org/awards`. Never what a request says of itself. */
  readonly site: string;
  /** Whether cookies may be marked Secure. */
  readonly secure: boolean;
  readonly policyOf: (pattern: string) => Policy | undefined;
  /** Whether a page is open to whoever stands in for somebody. */
  readonly standsIn: (pattern: string) => StandInPage | undefined;
  /** The network address the request came from; '' where nobody knows. */
  readonly peer: string;
  /** Finds out who asks, so that the guard, loaders and actions have it in their context. */
  readonly prepare: (context: Readonly<RouterContextProvider>, request: Request) => Promise<void>;
  /** Where the page of this pattern stands now, when nothing stands at its address any more. */
  readonly movedTo: (ctx: Ctx, pattern: string, params: Readonly<Record<string, string | undefined>>) => Promise<string | undefined>;
  readonly report: (error: unknown, request: Request, reference: string) => void;
};

export const visitContext = createContext<Visit>();

/** No vowels and nothing that reads like another letter: a reference is read out over the telephone. */
const letters = '23456789bcdfghjkmnpqrstvwxz';

export function newReference(): string {
  return Array.from({ length: 8 }, () => letters.charAt(randomInt(letters.length))).join('');
}
