/** Programmes for programs: what everybody may read, and what their organisers see and change. */
import { z } from 'zod';
import { phaseAt } from '#core/season/phases.ts';
import { type Endpoint, endpoint, type Told } from '#http/api/endpoint.ts';
import { listOf, pageOf, paging } from '#http/api/paging.ts';
import { editionAddress, instant, slug } from '#http/api/shapes.ts';
import type { Ctx } from '#platform/context.ts';
import { addCategory } from './contents/categories.ts';
import { timesOf } from './edition.ts';
import { changeProgrammeTexts } from './programmes.ts';
import { programmeForPublic, publishedProgrammes } from './public/views.ts';
import { categoryCode, name, text } from './schemas.ts';
import { editionForManager, programmeList, programmeTexts } from './views.ts';

const programme = z
  .object({ slug, name: z.string(), strapline: z.string(), summary: z.string(), zone: z.string() })
  .meta({ id: 'Programme' });
const phase = z.enum(['upcoming', 'entries-open', 'screening', 'judging-open', 'deciding', 'announced']);
const dates = { entriesOpenAt: instant, entriesCloseAt: instant, judgingCloseAt: instant, announcedAt: instant.nullable() };
const edition = z
  .object({ id: z.uuid(), slug, name: z.string(), zone: z.string(), ...dates, seats: z.int(), minimumPanel: z.int(), phase })
  .meta({ id: 'Edition' });
const category = z.object({ id: z.uuid(), code: z.string(), name: z.string(), description: z.string() }).meta({ id: 'Category' });
const criterion = z
  .object({
    id: z.uuid(),
    name: z.string(),
    question: z.string(),
    weight: z.int(),
    scaleMin: z.int(),
    scaleMax: z.int(),
    steps: z.int().describe('Steps in a mark of 1: 2 where halves are given.'),
    gate: z.enum(['every', 'most']).nullable().describe('A yes-or-no question, which has no part in the score: whose yes an entry needs.'),
    notApplicable: z.enum(['not-allowed', 'renormalise', 'lowest']),
    comment: z.enum(['required', 'suggested', 'none']),
  })
  .meta({ id: 'Criterion' });
const call = z
  .object({
    programme,
    edition,
    categories: z.array(category),
    criteria: z.array(criterion),
    past: z.array(edition).describe('Other editions whose winners can be read, newest first.'),
  })
  .meta({ id: 'Call' });

const everybody: readonly Endpoint[] = [
  endpoint({
    method: 'GET',
    path: '/programmes',
    id: 'listProgrammes',
    subject: 'public',
    summary: 'Programmes with a published call',
    text: 'Each with the edition its page is about. Ordered by address.',
    scope: 'public',
    query: z.object(paging),
    answer: listOf(z.object({ programme, edition })),
    run: async (ctx, { query }) => {
      const all = await publishedProgrammes(ctx);
      const { items, next } = pageOf(all, query, { keyOf: (one) => one.programme.slug, idOf: (one) => one.edition.id });
      return { body: { items, next: next ?? null }, next };
    },
  }),
  endpoint({
    method: 'GET',
    path: '/programmes/{programme}',
    id: 'readProgramme',
    subject: 'public',
    summary: 'The call of a programme',
    text: 'Its present edition with categories and criteria.',
    scope: 'public',
    params: z.object({ programme: slug }),
    answer: call,
    run: async (ctx, { params }) => ({ body: await programmeForPublic(ctx, params.programme) }),
  }),
  endpoint({
    method: 'GET',
    path: '/programmes/{programme}/editions/{edition}',
    id: 'readEdition',
    subject: 'public',
    summary: 'The call of one edition',
    scope: 'public',
    params: editionAddress,
    answer: call,
    run: async (ctx, { params }) => ({ body: await programmeForPublic(ctx, params.programme, params.edition) }),
  }),
];

const managedEdition = z
  .object({
    id: z.uuid(),
    slug,
    name: z.string(),
    zone: z.string(),
    published: z.boolean(),
    ...dates,
    seats: z.int(),
    minimumPanel: z.int(),
  })
  .meta({ id: 'ManagedEdition' });
const managedProgramme = z.object({ id: z.uuid(), slug, name: z.string(), zone: z.string(), editions: z.array(managedEdition) });
const texts = z.object({ name, strapline: text(200), summary: text(2000) });

async function textsNow(ctx: Ctx, address: string): Promise<Told & { readonly id: string }> {
  const found = await programmeTexts(ctx, address);
  return { body: found, version: found.version, id: found.id };
}

const organisers: readonly Endpoint[] = [
  endpoint({
    method: 'GET',
    path: '/manage/programmes',
    id: 'listManagedProgrammes',
    subject: 'programmes',
    summary: 'Programmes you manage or audit',
    text: 'With all their editions, published or not, newest first.',
    scope: 'read:programmes',
    query: z.object(paging),
    answer: listOf(managedProgramme),
    run: async (ctx, { query }) => {
      const { items, next } = pageOf(await programmeList(ctx), query, { keyOf: (one) => one.slug, idOf: (one) => one.id });
      return { body: { items, next: next ?? null }, next };
    },
  }),
  endpoint({
    method: 'GET',
    path: '/manage/programmes/{programme}/editions/{edition}',
    id: 'readManagedEdition',
    subject: 'programmes',
    summary: 'An edition as its organisers see it',
    scope: 'read:programmes',
    params: editionAddress,
    answer: z.object({
      edition: managedEdition,
      categories: z.array(category),
      criteria: z.array(criterion),
      missing: z.array(z.object({ code: z.string() })).describe('What is missing before it may be published.'),
    }),
    run: async (ctx, { params }) => ({ body: await editionForManager(ctx, params.programme, params.edition) }),
  }),
  endpoint({
    method: 'GET',
    path: '/manage/programmes/{programme}/editions/{edition}/dates',
    id: 'readEditionDates',
    subject: 'programmes',
    summary: 'The dates of an edition',
    text: 'Also those that entrants are not told: the grace behind the close, and an announcement still to come.',
    scope: 'read:programmes',
    params: editionAddress,
    answer: z.object({
      zone: z.string(),
      ...dates,
      judgingOpenAt: instant.nullable().describe('Null: the moment entries close.'),
      entriesGrace: z.int().describe('Minutes behind the close in which what is sent in still counts.'),
      phase,
      version: z.int(),
    }),
    run: async (ctx, { params }) => {
      const { edition: found } = await editionForManager(ctx, params.programme, params.edition);
      return { body: { ...found, phase: phaseAt(timesOf(found), ctx.now.getTime()) }, version: found.version };
    },
  }),
  endpoint({
    method: 'GET',
    path: '/manage/programmes/{programme}/editions/{edition}/criteria',
    id: 'listCriteria',
    subject: 'programmes',
    summary: 'What judges of an edition mark by',
    text: 'In the order of the ballot, whole: there are never more than fit on one.',
    scope: 'read:programmes',
    params: editionAddress,
    answer: z.object({ items: z.array(criterion) }),
    run: async (ctx, { params }) => ({ body: { items: (await editionForManager(ctx, params.programme, params.edition)).criteria } }),
  }),
  endpoint({
    method: 'GET',
    path: '/manage/programmes/{programme}/editions/{edition}/publication',
    id: 'readPublication',
    subject: 'programmes',
    summary: 'Whether an edition is published, and what is missing before it may be',
    scope: 'read:programmes',
    params: editionAddress,
    answer: z.object({
      published: z.boolean(),
      unlockedBecause: z.string().nullable().describe('Why a published edition may be changed just now; null while it is locked.'),
      missing: z.array(z.object({ path: z.string(), code: z.string() })),
    }),
    run: async (ctx, { params }) => {
      const { edition: found, missing } = await editionForManager(ctx, params.programme, params.edition);
      const { published, unlockedBecause } = found;
      return { body: { published, unlockedBecause, missing } };
    },
  }),
  endpoint({
    method: 'POST',
    path: '/manage/programmes/{programme}/editions/{edition}/categories',
    id: 'addCategory',
    subject: 'programmes',
    summary: 'Add a category to an edition',
    scope: 'write:programmes',
    params: editionAddress,
    body: z.object({ code: categoryCode, name, description: text(2000) }),
    status: 201,
    answer: z.object({ category: z.uuid() }),
    operation: addCategory,
    refusals: ['programmes.categories-settled', 'programmes.category-code-taken'],
    run: async (ctx, { params, body }) => {
      const found = await editionForManager(ctx, params.programme, params.edition);
      const made = await addCategory(ctx, { edition: found.edition.id, ...body });
      return { body: made, location: `/manage/programmes/${params.programme}/editions/${params.edition}` };
    },
  }),
  endpoint({
    method: 'GET',
    path: '/manage/programmes/{programme}/texts',
    id: 'readProgrammeTexts',
    subject: 'programmes',
    summary: 'What a programme says of itself',
    scope: 'read:programmes',
    params: z.object({ programme: slug }),
    answer: texts.extend({ version: z.int() }),
    run: (ctx, { params }) => textsNow(ctx, params.programme),
  }),
  endpoint({
    method: 'PUT',
    path: '/manage/programmes/{programme}/texts',
    id: 'changeProgrammeTexts',
    subject: 'programmes',
    summary: 'Change what a programme says of itself',
    scope: 'write:programmes',
    params: z.object({ programme: slug }),
    body: texts,
    answer: texts.extend({ version: z.int() }),
    operation: changeProgrammeTexts,
    current: (ctx, { params }) => textsNow(ctx, params.programme),
    run: async (ctx, { params, body, version }) => {
      const { id } = await textsNow(ctx, params.programme);
      await changeProgrammeTexts(ctx, { programme: id, version, ...body });
      return textsNow(ctx, params.programme);
    },
  }),
];

export const programmesApi: readonly Endpoint[] = [...everybody, ...organisers];
