/** What everybody may read of programmes: the call, and what was won once it is announced. */
import { sql } from 'kysely';
import { problem } from '#core/problems/problem.ts';
import { type Phase, phaseAt } from '#core/season/phases.ts';
import { type Ctx, personOf } from '#platform/context.ts';
import { transaction } from '#platform/database/transaction.server.ts';
import type { CategoryId, EditionId } from '#platform/ids.ts';
import { asEdition, type Edition, editionRows, timesOf } from '../edition.ts';
import { type Category, type CriterionView, categoriesOf, criteriaOf } from '../views.ts';

export type PublicProgramme = {
  readonly slug: string;
  readonly name: string;
  readonly strapline: string;
  readonly summary: string;
  readonly zone: string;
};

export type PublicEdition = Pick<
  Edition,
  'id' | 'slug' | 'name' | 'zone' | 'entriesOpenAt' | 'entriesCloseAt' | 'judgingCloseAt' | 'announcedAt' | 'seats' | 'minimumPanel'
> & { readonly phase: Phase };

/** An announcement still to come is the organisers' own; the public sees the instant once it has passed. */
function forPublic(ctx: Ctx, edition: Edition): PublicEdition {
  const phase = phaseAt(timesOf(edition), ctx.now.getTime());
  const { id, slug, name, zone, entriesOpenAt, entriesCloseAt, judgingCloseAt, seats, minimumPanel } = edition;
  const announcedAt = phase === 'announced' ? edition.announcedAt : null;
  return { id, slug, name, zone, entriesOpenAt, entriesCloseAt, judgingCloseAt, announcedAt, seats, minimumPanel, phase };
}

export type ProgrammeForPublic = {
  readonly programme: PublicProgramme;
  /** The edition the page is about: the newest published one that is not announced, else the newest. */
  readonly edition: PublicEdition;
  readonly categories: readonly Category[];
  readonly criteria: readonly CriterionView[];
  /** Other editions whose results can be read, newest first. */
  readonly past: readonly PublicEdition[];
};

async function publishedEditions(ctx: Ctx, programmeSlug: string): Promise<Edition[]> {
  const rows = await editionRows(ctx)
    .where('p.slug', '=', programmeSlug)
    .where('e.state', '=', 'published')
    .orderBy('e.entries_open_at', 'desc')
    .orderBy('e.id')
    .execute();
  return rows.map(asEdition);
}

/** Also the page of one edition, when `editionSlug` names it. Without a published edition there is nothing to see. */
export async function programmeForPublic(ctx: Ctx, slug: string, editionSlug?: string): Promise<ProgrammeForPublic> {
  const editions = (await publishedEditions(ctx, slug)).map((edition) => forPublic(ctx, edition));
  const current = editions.find((edition) => edition.phase !== 'announced') ?? editions[0];
  const edition = editionSlug === undefined ? current : editions.find((one) => one.slug === editionSlug);
  const programme = await publicProgrammes(ctx).where('p.slug', '=', slug).executeTakeFirst();
  if (edition === undefined || programme === undefined) throw problem('general.not-found');
  const past = editions.filter((one) => one.phase === 'announced' && one.id !== edition.id);
  return { programme, edition, categories: await categoriesOf(ctx, edition.id), criteria: await criteriaOf(ctx, edition.id), past };
}

function publicProgrammes(ctx: Ctx) {
  return ctx.db
    .selectFrom('programmes as p')
    .select(['p.slug', 'p.name', 'p.strapline', 'p.summary', 'p.time_zone as zone'])
    .where('p.organisation_id', '=', ctx.organisation);
}

/** Every programme with a published edition, each with the edition its page is about. */
export async function publishedProgrammes(ctx: Ctx): Promise<{ programme: PublicProgramme; edition: PublicEdition }[]> {
  const rows = await editionRows(ctx).where('e.state', '=', 'published').orderBy('e.entries_open_at', 'desc').orderBy('e.id').execute();
  const editions = rows.map(asEdition);
  const programmes = await publicProgrammes(ctx).orderBy('p.name').orderBy('p.id').execute();
  return programmes.flatMap((programme) => {
    const own = editions.filter((edition) => edition.programmeSlug === programme.slug).map((edition) => forPublic(ctx, edition));
    const edition = own.find((one) => one.phase !== 'announced') ?? own[0];
    return edition ? [{ programme, edition }] : [];
  });
}

/** A published edition by its two slugs. */
export async function editionForPublic(ctx: Ctx, programmeSlug: string, editionSlug: string): Promise<Edition> {
  const edition = (await publishedEditions(ctx, programmeSlug)).find((one) => one.slug === editionSlug);
  if (edition === undefined) throw problem('general.not-found');
  return edition;
}

export type Honour = { readonly category: CategoryId; readonly nominee: string; readonly title: string; readonly shared: boolean };

/** What was won, from the announced instant on, compared inside the read's own snapshot; before it there is nothing. */
export async function honoursOfEdition(ctx: Ctx, edition: EditionId): Promise<Honour[]> {
  const claims = { organisation: ctx.organisation, person: personOf(ctx) };
  const read = (db: Ctx['db']) =>
    db
      .selectFrom('honours as h')
      .innerJoin('categories as c', (join) => join.onRef('c.organisation_id', '=', 'h.organisation_id').onRef('c.id', '=', 'h.category_id'))
      .select(['h.category_id as category', 'h.nominee', 'h.title', 'h.shared'])
      .where('h.organisation_id', '=', ctx.organisation)
      .where('h.edition_id', '=', edition)
      .where('h.announced_at', '<=', sql<Date>`plaudit.plaudit_now()`)
      .orderBy('c.position')
      .orderBy('h.nominee')
      .execute();
  return transaction(ctx.database, claims, read, { readOnly: true });
}
