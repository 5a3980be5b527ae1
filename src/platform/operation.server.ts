/**
 * The one shape of everything that changes state: find → may → decide → save → tell, in one transaction, once.
 *
 *   export const acceptEntry = operation('screening.accept-entry', {
 *     input: z.object({ entry: entryId }),
 *     who: ['manager'],
 *     find: (ctx, input) => lockEntry(ctx, input.entry),       // undefined answers like "forbidden"
 *     relations: (ctx, entry) => relationsTo(ctx, entry),      // what the actor is to what was found
 *     run: async (ctx, input, entry) => { decide in core; save by store; await tell(ctx, …); return answer },
 *   });
 *
 * Called as `acceptEntry(ctx, input)` by every door. Under an idempotency key a second call gives the first one's answer.
 */
import type { z } from 'zod';
import { provedLately } from '#core/access/proof.ts';
import { type Decision, decide, decideStandingIn, type Relation } from '#core/access/relations.ts';
import { Problem, problem } from '#core/problems/problem.ts';
import type { Json } from '#core/record/canonical.ts';
import { actorName, type Ctx, personOf, selfOf } from './context.ts';
import type { Statement } from './database/batch.server.ts';
import type { Db } from './database/db.server.ts';
import { type Begun, transaction } from './database/transaction.server.ts';
import { answerIn, askForAnswer, type KeptAnswer, keepAnswer } from './idempotency.server.ts';
import { invalidInput } from './invalid-input.ts';
import { plainText } from './plain-text.ts';
import { closeTelling, openTelling } from './tell.server.ts';

export type OperationShape<I extends z.ZodType, F, R extends Json> = {
  readonly input: I;
  /** Relations to what is found that may do this; the permission matrix is printed from it. */
  readonly who: readonly Relation[];
  /** Secret tables this operation opens to itself, see the policies in `db/migrations`. */
  readonly scopes?: readonly string[];
  /** Autosave of a draft: value and history under its row version only, so nothing is told. */
  readonly draft?: true;
  /** The request holds a secret, so only its hash is kept beside the answer. */
  readonly secret?: true;
  /** Could cost somebody their account, or others their trust: a person has to have proved lately who they are. */
  readonly grave?: true;
  readonly find: (ctx: Ctx, input: z.output<I>) => Promise<F | undefined>;
  readonly relations?: (ctx: Ctx, found: F) => readonly Relation[] | Promise<readonly Relation[]>;
  readonly run: (ctx: Ctx, input: z.output<I>, found: F) => Promise<R>;
};

export type Operation<I, R> = {
  (ctx: Ctx, input: I): Promise<R>;
  readonly operation: string;
  readonly who: readonly Relation[];
  readonly draft: boolean;
};

/** What every actor is, whatever was found. */
function standing(ctx: Ctx): Relation[] {
  switch (ctx.actor.kind) {
    case 'visitor':
      return ['visitor'];
    case 'person':
      return ['visitor', 'person'];
    case 'system':
      return ['system'];
  }
}

/**
 * The database's clock less the time the request waited in this process before it was asked: a queue of ours costs nobody a
 * deadline. What passed after the asking is not taken off, or whoever reaches a process that stands still would be let in late.
 */
function arrival(ctx: Ctx, databaseNow: Date, asked: number): Date {
  if (ctx.clock) return ctx.clock;
  return new Date(databaseNow.getTime() - Math.max(0, asked - ctx.arrived));
}

/** What the actor may do with what was found. Whoever stands in for somebody may what both of them may, and nothing that is personal. */
async function accessOf<I extends z.ZodType, F, R extends Json>(
  shape: OperationShape<I, F, R>,
  ctx: Ctx,
  found: F | undefined,
): Promise<Decision> {
  // What is not there refuses whoever could not touch it either in the same words, so that no refusal tells what exists.
  const related = async (of: Ctx) => (found === undefined ? [] : ((await shape.relations?.(of, found)) ?? []));
  const self = selfOf(ctx);
  if (self === undefined) return decide(shape.who, [...standing(ctx), ...(await related(ctx))]);
  if (shape.grave) return { allowed: false, reason: 'not-related' };
  return decideStandingIn(shape.who, { subject: await related(ctx), self: await related(self) });
}

async function perform<I extends z.ZodType, F, R extends Json>(
  name: string,
  shape: OperationShape<I, F, R>,
  ctx: Ctx,
  input: z.output<I>,
): Promise<R> {
  const found = await shape.find(ctx, input);
  const access = await accessOf(shape, ctx, found);
  if (!access.allowed) {
    ctx.log.info({ operation: name, actor: actorName(ctx.actor), reason: access.reason }, 'refused');
    if (selfOf(ctx)) throw problem('general.not-standing-in');
    throw problem(access.reason === 'sign-in-needed' ? 'general.sign-in-needed' : 'general.not-found');
  }
  if (found === undefined) throw problem('general.not-found');
  if (shape.grave && ctx.actor.kind === 'person' && !provedLately(ctx.actor.provedAt, ctx.now)) throw problem('general.proof-needed');
  return shape.run(ctx, input, found);
}

/** The answer, and the statement that keeps it when it is a new one. */
type Answered<R> = { readonly answer: R; readonly keep: Statement | undefined };

async function once<I extends z.ZodType, F, R extends Json>(
  name: string,
  shape: OperationShape<I, F, R>,
  door: Ctx,
  input: z.output<I>,
): Promise<R> {
  const kept: KeptAnswer = { operation: name, request: input, secret: shape.secret ?? false };
  const claims = { organisation: door.organisation, person: personOf(door), scopes: shape.scopes };
  const first = askForAnswer(door);
  const act = async (db: Db, databaseNow: Date, { asked, rows }: Begun): Promise<Answered<R>> => {
    const before = answerIn(rows, kept);
    if (before) {
      door.noteReplay?.();
      return { answer: before.answer as R, keep: undefined };
    }
    const ctx: Ctx = { ...door, db, now: arrival(door, databaseNow, asked) };
    openTelling(ctx);
    const answer = await perform(name, shape, ctx, input);
    const told = closeTelling(ctx);
    if ((told === 0) !== (shape.draft === true))
      throw new Error(`operation ${name} told ${told} events; a draft tells none, all others at least one`);
    return { answer, keep: keepAnswer(ctx, kept, answer) };
  };
  try {
    return (await transaction(door.database, claims, act, { first, last: ({ keep }) => keep })).answer;
  } catch (error) {
    if (first === undefined || !mayHaveTwin(error)) throw error;
    // A twin of this request may have been committed while this one waited for its rows: then its answer is ours.
    const replay = async (_db: Db, _now: Date, { rows }: Begun) => answerIn(rows, kept);
    const twin = await transaction(door.database, claims, replay, { first });
    if (twin) {
      door.noteReplay?.();
      return twin.answer as R;
    }
    throw error;
  }
}

function mayHaveTwin(error: unknown): boolean {
  if (error instanceof Problem) return !['general.busy', 'general.unknown-outcome', 'general.key-reused'].includes(error.code);
  return error instanceof Error && 'code' in error && error.code === '23505';
}

const registry = new Map<string, Operation<never, Json>>();

/** Every operation whose module has been loaded, by name. */
export function allOperations(): ReadonlyMap<string, Operation<never, Json>> {
  return registry;
}

export function operation<I extends z.ZodType, F, R extends Json>(name: string, shape: OperationShape<I, F, R>): Operation<z.input<I>, R> {
  if (registry.has(name)) throw new Error(`two operations are called ${name}`);
  const call = async (ctx: Ctx, input: z.input<I>): Promise<R> => {
    const parsed = shape.input.safeParse(plainText(input), { reportInput: true });
    if (!parsed.success) throw invalidInput(parsed.error);
    return once(name, shape, ctx, parsed.data);
  };
  const made = Object.assign(call, { operation: name, who: shape.who, draft: shape.draft ?? false });
  registry.set(name, made);
  return made;
}
