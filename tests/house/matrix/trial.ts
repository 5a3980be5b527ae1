/** One operation, tried by everybody: the instant it is tried at, and how a valid input for it is made. */
import type { Json } from '#core/record/canonical.ts';
import type { Ctx } from '#platform/context.ts';
import type { OrganisationId } from '#platform/ids.ts';
import type { Operation } from '#platform/operation.server.ts';
import type { Actor } from './actors.ts';
import type { Stage } from './stage.ts';

type Subject = {
  readonly input: unknown;
  /** Another organisation than the stage's: for what happens before there is anybody in one. */
  readonly organisation?: OrganisationId;
};

export type Trial = {
  readonly operation: string;
  readonly at: Date;
  /** The role of the database it runs in. */
  readonly role: 'app' | 'jobs';
  /** Fresh for each who may, because doing it uses it up. */
  readonly prepare: (stage: Stage, actor: Actor) => Promise<Subject>;
  readonly call: (ctx: Ctx, input: unknown) => Promise<Json>;
};

type Options = { readonly role?: Trial['role']; readonly organisation?: (stage: Stage) => Promise<OrganisationId> };

export function trial<I, R extends Json>(
  operation: Operation<I, R>,
  at: Date,
  input: (stage: Stage, actor: Actor) => I | Promise<I>,
  { role = 'app', organisation }: Options = {},
): Trial {
  return {
    operation: operation.operation,
    at,
    role,
    prepare: async (stage, actor) => ({
      input: await input(stage, actor),
      ...(organisation && { organisation: await organisation(stage) }),
    }),
    call: (ctx, given) => operation(ctx, given as I),
  };
}
