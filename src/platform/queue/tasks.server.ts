/** Jobs: named tasks with a checked payload, added in the transaction that needs them, run at least once by the jobs process. */
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../context.ts';

export type Task = {
  readonly name: string;
  readonly payload: z.ZodType;
  /** Waits for somebody else's server, so it gets no worker that other tasks need. */
  readonly foreign: boolean;
  readonly run: (ctx: Ctx, payload: unknown) => Promise<void>;
};

const tasks = new Map<string, Task>();

/** Declares a task; its handler is three lines: parse, call an operation. */
export function task<P extends z.ZodType>(
  name: string,
  payload: P,
  run: (ctx: Ctx, payload: z.output<P>) => Promise<void>,
  { foreign = false }: { readonly foreign?: boolean } = {},
): Task {
  const made: Task = { name, payload, foreign, run: (ctx, raw) => run(ctx, payload.parse(raw)) };
  tasks.set(name, made);
  return made;
}

export function allTasks(): ReadonlyMap<string, Task> {
  return tasks;
}

export type EnqueueOptions = {
  /** At most one waiting job of this key; a later one replaces it. */
  readonly jobKey?: string;
  readonly runAt?: Date;
  readonly maxAttempts?: number;
};

export async function enqueue(
  ctx: Ctx,
  name: string,
  payload: Readonly<Record<string, unknown>>,
  options: EnqueueOptions = {},
): Promise<void> {
  const text = JSON.stringify({ organisation: ctx.organisation, payload, ...(ctx.restored && { restored: true }) });
  await sql`select plaudit.enqueue(${name}, ${text}::json, ${options.jobKey ?? null}, ${options.runAt ?? null}, ${options.maxAttempts ?? 25})`.execute(
    ctx.db,
  );
}
