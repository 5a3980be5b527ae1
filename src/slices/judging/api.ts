/** How far judging is, for programs: how many and who, never a mark. */
import { z } from 'zod';
import { type Endpoint, endpoint } from '#http/api/endpoint.ts';
import { editionAddress, zoned } from '#http/api/shapes.ts';
import { editionForManager } from '#slices/programmes/index.ts';
import { progressForManager } from './progress.ts';

const counts = { seats: z.int(), begun: z.int(), done: z.int() };

export const judgingApi: readonly Endpoint[] = [
  endpoint({
    method: 'GET',
    path: '/manage/programmes/{programme}/editions/{edition}/judging',
    id: 'readJudging',
    subject: 'judging',
    summary: 'How far judging is',
    text: 'By judge and by category, and the seats that still owe a ballot.',
    scope: 'read:judging',
    params: editionAddress,
    answer: z.object({
      closesAt: zoned,
      closed: z.boolean(),
      entries: z.int(),
      total: z.object(counts),
      judges: z.array(z.object({ judge: z.uuid(), name: z.string(), ...counts })),
      categories: z.array(z.object({ category: z.uuid(), code: z.string(), name: z.string(), entries: z.int(), ...counts })),
      missing: z.array(z.object({ judge: z.uuid(), name: z.string(), entry: z.uuid(), number: z.string(), title: z.string() })),
    }),
    run: async (ctx, { params }) => {
      const { edition } = await editionForManager(ctx, params.programme, params.edition);
      return { body: await progressForManager(ctx, edition.id) };
    },
  }),
];
