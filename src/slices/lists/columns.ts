/** Which columns somebody sees, and which rows they hold for an act: their own workbench, so nothing of it is told. */
import { z } from 'zod';
import { problem } from '#core/problems/problem.ts';
import { operation } from '#platform/operation.server.ts';
import { holders, listCalled, readers } from './lists.ts';
import { columns, listName, listSubject, mostRows, rows } from './schemas.ts';
import { forgetColumns, holdRows, keepColumns, lockChoice } from './store.ts';

const ofList = { list: listName, subject: listSubject };
const find = (_ctx: unknown, { list }: { readonly list: string }) => Promise.resolve(listCalled(list));

/** An empty choice is the list's own columns again. They are kept a person and list, whatever it is of. */
export const chooseColumns = operation('lists.choose-columns', {
  input: z.object({ ...ofList, columns: z.union([z.tuple([]), columns]) }),
  who: readers,
  draft: true,
  find: async (ctx, input) => {
    const list = await find(ctx, input);
    return list && { list, subject: input.subject };
  },
  relations: (ctx, { list, subject }) => list.relations(ctx, subject),
  run: async (ctx, input, { list }) => {
    const known = list.columns.map(({ id }) => id).filter((id) => input.columns.some((one) => one === id));
    await (known.length === 0 ? forgetColumns(ctx, list.name) : keepColumns(ctx, list.name, known));
    return { columns: known };
  },
});

/**
 * Adds to what somebody holds and takes away from it; `clear` lets go of all of it first. The rows are names alone: what may be done
 * with them is asked when it is done.
 */
export const chooseRows = operation('lists.choose-rows', {
  input: z.object({ ...ofList, add: rows, remove: rows.default([]), clear: z.boolean().default(false) }),
  who: holders,
  draft: true,
  find: async (ctx, input) => {
    const list = await find(ctx, input);
    return list && { list, subject: input.subject };
  },
  relations: (ctx, { list, subject }) => list.relations(ctx, subject),
  run: async (ctx, { list, subject, add, remove, clear }) => {
    const held = await lockChoice(ctx, { list, subject });
    const left = clear ? [] : held.filter((row) => !remove.includes(row));
    const items = [...new Set([...left, ...add])];
    if (items.length > mostRows) throw problem('lists.too-many-rows', { most: mostRows });
    await holdRows(ctx, { list, subject }, items);
    return { chosen: items.length };
  },
});
