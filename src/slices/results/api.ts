/** Results for programs: winners for everybody once they are announced, standings for organisers. */
import { z } from 'zod';
import { type Endpoint, endpoint } from '#http/api/endpoint.ts';
import { editionAddress, slug, zoned } from '#http/api/shapes.ts';
import { editionForManager } from '#slices/programmes/index.ts';
import { standingsForManager } from './standings.ts';
import { winnersForPublic } from './winners.ts';

const step = z.object({ kind: z.string(), at: zoned.nullable(), seq: z.int().nullable(), seal: z.string().nullable() });
const winner = z
  .object({
    entry: z.uuid(),
    nominee: z.string(),
    title: z.string(),
    level: z.string().nullable().describe('What was reached, where the award rules give levels.'),
    division: z.string().nullable().describe('The division of its category it was won in, where each has places of its own.'),
    score: z.string().describe('Four decimals, for reading.'),
    exact: z.string().describe('The score itself, as a fraction.'),
    ballots: z.int(),
    trail: z.array(step).describe('What the record says of it.'),
  })
  .meta({ id: 'Winner' });

const ballot = z.object({
  judge: z.string(),
  sum: z.string(),
  mean: z.string(),
  marks: z.array(z.int().nullable()).describe('In steps of their scales, as they are kept: 15 for 7.5 where halves are given.'),
  given: z.array(z.number().nullable()).describe('As the judge gave them; null: it does not apply, or is not asked.'),
});
const standing = z
  .object({
    entry: z.uuid(),
    number: z.string(),
    title: z.string(),
    nominee: z.string(),
    rank: z.int().nullable(),
    tied: z.boolean(),
    score: z.string().nullable(),
    exact: z.string().nullable(),
    total: z.string(),
    level: z.string().nullable().describe('Reached by the award rules; null for none.'),
    out: z
      .enum(['gate-not-passed', 'source-missing', 'division-open'])
      .nullable()
      .describe('Why it has no place, where it is not for the number of ballots.'),
    ballots: z.array(ballot),
  })
  .meta({ id: 'Standing' });

export const resultsApi: readonly Endpoint[] = [
  endpoint({
    method: 'GET',
    path: '/programmes/{programme}/editions/{edition}/winners',
    id: 'readWinners',
    subject: 'public',
    summary: 'Who won',
    text: 'From the announced instant on; before it there is nothing here, whoever asks.',
    scope: 'public',
    params: editionAddress,
    answer: z.object({
      programme: z.object({ slug, name: z.string() }),
      edition: z.object({ slug, name: z.string(), zone: z.string() }),
      announcedAt: zoned,
      totals: z.object({ entries: z.int(), judges: z.int() }),
      outcomes: z.array(z.object({ category: z.uuid(), name: z.string(), entries: z.int(), winners: z.array(winner) })),
      record: z.object({ length: z.int(), head: z.string(), sealedAt: zoned }).nullable(),
    }),
    run: async (ctx, { params }) => ({ body: await winnersForPublic(ctx, params.programme, params.edition) }),
  }),
  endpoint({
    method: 'GET',
    path: '/manage/programmes/{programme}/editions/{edition}/standings',
    id: 'readStandings',
    subject: 'results',
    summary: 'Places and scores as they were counted',
    text: 'For managers and auditors. Categories in which you have an entry or an interest are withheld until they are announced.',
    scope: 'read:results',
    params: editionAddress,
    answer: z.object({
      judgingClosed: z.boolean(),
      judgingCloseAt: zoned,
      announcedAt: zoned.nullable(),
      announced: z.boolean(),
      tally: z.object({ id: z.uuid(), ballots: z.int(), computedAt: zoned, hash: z.string(), current: z.boolean() }).nullable(),
      criteria: z.array(z.object({ id: z.uuid(), name: z.string() })),
      categories: z.array(
        z.object({
          category: z.uuid(),
          division: z.string().nullable().describe('What the places are of, where divisions are ranked apart; null: the whole category.'),
          code: z.string(),
          name: z.string(),
          entries: z.int(),
          standings: z.array(standing),
        }),
      ),
      withheld: z.array(z.string()),
    }),
    run: async (ctx, { params }) => {
      const { edition } = await editionForManager(ctx, params.programme, params.edition);
      return { body: await standingsForManager(ctx, edition.id) };
    },
  }),
];
