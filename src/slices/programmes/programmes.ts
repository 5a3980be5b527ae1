/** Programmes: the award as it is known from year to year. */
import { z } from 'zod';
import { problem } from '#core/problems/problem.ts';
import { isTimeZone } from '#core/season/wall-time.ts';
import { personOf } from '#platform/context.ts';
import { operation } from '#platform/operation.server.ts';
import { tell } from '#platform/tell.server.ts';
import { isAdministrator } from '#slices/system/index.ts';
import { name, timeZone } from './schemas.ts';
import { firstFreeSlug } from './slug.ts';
import * as store from './store.ts';

/** Whoever makes a programme manages it. */
export const createProgramme = operation('programmes.create-programme', {
  input: z.object({
    name,
    strapline: z.string().trim().max(200).default(''),
    summary: z.string().trim().max(2000).default(''),
    timeZone,
  }),
  who: ['administrator'],
  find: (ctx) => Promise.resolve(personOf(ctx) ?? null),
  relations: async (ctx) => ((await isAdministrator(ctx)) ? ['administrator'] : []),
  run: async (ctx, input, person) => {
    if (!isTimeZone(input.timeZone)) throw refusedZone(input.timeZone);
    const { slug, taken: programme } = await firstFreeSlug(input.name, (free) => store.insertProgramme(ctx, { ...input, slug: free }));
    if (person) await store.insertRole(ctx, programme, person, 'manager');
    const subject = { kind: 'programme', id: programme };
    await tell(ctx, { kind: 'programmes.programme-created', programme, subject, body: { name: input.name, timeZone: input.timeZone } });
    return { programme, slug };
  },
});

function refusedZone(zone: string) {
  const field = { path: 'timeZone', code: 'programmes.not-a-time-zone', facts: { zone } } as const;
  return problem('general.invalid-input', { count: 1 }, [field]);
}
