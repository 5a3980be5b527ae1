/** Programmes: the award as it is known from year to year. */
import { z } from 'zod';
import { problem } from '#core/problems/problem.ts';
import { isTimeZone } from '#core/season/wall-time.ts';
import { personOf } from '#platform/context.ts';
import { operation } from '#platform/operation.server.ts';
import { tell } from '#platform/tell.server.ts';
import { isAdministrator } from '#slices/system/index.ts';
import { programmeRelations } from './access.ts';
import { requireFresh } from './contents/fresh.ts';
import { name, programmeId, text, timeZone, version } from './schemas.ts';
import { firstFreeSlug } from './slug.ts';
import * as store from './store.ts';

const texts = { name, strapline: text(200), summary: text(2000) };

/** Whoever makes a programme manages it. */
export const createProgramme = operation('programmes.create-programme', {
  input: z.object({ ...texts, timeZone }),
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

const textsOf = (each: store.ProgrammeTexts) => ({ name: each.name, strapline: each.strapline, summary: each.summary });

/** At any time: they are what its public pages say today. Its address, which people have kept, and its time zone stay. */
export const changeProgrammeTexts = operation('programmes.change-programme-texts', {
  input: z.object({ programme: programmeId, version, ...texts }),
  who: ['manager'],
  find: (ctx, input) => store.lockProgramme(ctx, input.programme),
  relations: (ctx, programme) => programmeRelations(ctx, programme.id),
  run: async (ctx, input, programme) => {
    const [from, to] = [textsOf(programme), textsOf(input)];
    requireFresh(programme, input.version, from, to);
    await store.markProgrammeTexts(ctx, programme.id, input);
    const subject = { kind: 'programme', id: programme.id };
    await tell(ctx, { kind: 'programmes.texts-changed', programme: programme.id, subject, body: { from, to } });
    return { programme: programme.id };
  },
});

function refusedZone(zone: string) {
  const field = { path: 'timeZone', code: 'programmes.not-a-time-zone', facts: { zone } } as const;
  return problem('general.invalid-input', { count: 1 }, [field]);
}
