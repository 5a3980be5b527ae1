/**
 * One address of the API with everything that is said of it: who may ask, what is sent, what is answered, what may be refused. The served
 * route and the description in `openapi.json` are made from the same value, so neither can say what the other does not.
 *
 *   export const entriesApi = [
 *     endpoint({ method: 'GET', path: '/entries/{entry}', id: 'readEntry', …, run: (ctx, { params }) => … }),
 *   ];
 */
import { z } from 'zod';
import type { Scope } from '#core/access/scopes.ts';
import type { ProblemCode } from '#core/problems/catalogue.ts';
import type { Ctx } from '#platform/context.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export type Sent<P, Q, B> = {
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  /** Of the row the sender saw, from `If-Match`; 0 where nothing is edited. */
  readonly version: number;
};

/** What a route answers: the representation, and what the headers say of it. */
export type Told = {
  readonly body: unknown;
  /** Of an editable row: it begins the entity tag, and `If-Match` brings it back. */
  readonly version?: number;
  /** Where the next page begins. */
  readonly next?: string | undefined;
  /** The address of what was made, below the API. */
  readonly location?: string;
};

type Shape<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType> = {
  readonly method: Method;
  /** Below `/api/v1`, parameters in braces. */
  readonly path: `/${string}`;
  /** For clients that are made from the description. */
  readonly id: string;
  readonly subject: string;
  readonly summary: string;
  readonly text?: string;
  readonly scope: Scope | 'public';
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  readonly status?: 200 | 201 | 204;
  readonly answer?: z.ZodType;
  /** The operation behind an unsafe route. */
  readonly operation?: { readonly operation: string };
  /** What the operation or the view may refuse with, beyond what every route does. */
  readonly refusals?: readonly ProblemCode[];
  /** Changes a row with a version: asks for `If-Match`; reads what there is now for whoever saw something older. */
  readonly current?: (ctx: Ctx, sent: Sent<z.output<P>, z.output<Q>, unknown>) => Promise<Told>;
  readonly run: (ctx: Ctx, sent: Sent<z.output<P>, z.output<Q>, z.output<B>>) => Promise<Told>;
};

/** An endpoint whose types have been used up: what is served and described. */
export type Endpoint = {
  readonly method: Method;
  readonly path: string;
  readonly id: string;
  readonly subject: string;
  readonly summary: string;
  readonly text: string;
  readonly scope: Scope | 'public';
  readonly params: z.ZodObject;
  readonly query: z.ZodObject;
  readonly body: z.ZodType | undefined;
  readonly status: 200 | 201 | 204;
  readonly answer: z.ZodType | undefined;
  readonly operation: string | undefined;
  readonly refusals: readonly ProblemCode[];
  readonly current: ((ctx: Ctx, sent: Sent<never, never, never>) => Promise<Told>) | undefined;
  readonly run: (ctx: Ctx, sent: Sent<never, never, never>) => Promise<Told>;
};

const nothing = z.object({});

export function endpoint<
  P extends z.ZodObject = typeof nothing,
  Q extends z.ZodObject = typeof nothing,
  B extends z.ZodType = z.ZodUndefined,
>(shape: Shape<P, Q, B>): Endpoint {
  const { text = '', status = 200, params = nothing, query = nothing, body, answer, refusals = [], operation, current, ...rest } = shape;
  return { ...rest, text, status, params, query, body, answer, refusals, operation: operation?.operation, current };
}

export function isUnsafe({ method }: Pick<Endpoint, 'method'>): boolean {
  return method !== 'GET';
}
