/** What everybody may read of programmes: the call, and what was won once it is announced. */
import { sql } from 'kysely';
import { problem } from '#core/problems/problem.ts';
import { type Phase, phaseAt } from '#core/season/phases.ts';
import { type Ctx, personOf } from '#platform/context.ts';
import { transaction } from '#platform/database/transaction.server.ts';
import type { CategoryId, EditionId, ProgrammeId } from '#platform/ids.ts';
import type { Category, CriterionView } from '../contents/views.ts';
import { asEdition, type Edition, editionRows, isPublic, timesOf } from '../edition.ts';

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

type Row = Omit<PublicEdition, 'phase'> & Pick<Edition, 'judgingOpenAt'>;

/** An announcement still to come is the organisers' own; the public sees the instant once it has passed. */
function forPublic(ctx: Ctx, edition: Row): PublicEdition {
  const phase = phaseAt(timesOf(edition), ctx.now.getTime());
  const { id, slug, name, zone, entriesOpenAt, entriesCloseAt, judgingCloseAt, seats, minimumPanel } = edition;
  const announcedAt = phase === 'announced' ? edition.announcedAt : null;
  return { id, slug, name, zone, entriesOpenAt, entriesCloseAt, judgingCloseAt, announcedAt, seats, minimumPanel, phase };
}

export type ProgrammeForPublic = {
  readonly id: ProgrammeId;
  /** Whether lists of winners of older editions were brought in. */
  readonly listed: boolean;
  readonly programme: PublicProgramme;
  /** The edition the page is about: the newest published one that is not announced, else the newest. */
  readonly edition: PublicEdition;
  readonly categories: readonly Category[];
  readonly criteria: readonly CriterionView[];
  /** Other editions whose results can be read, newest first. */
  readonly past: readonly PublicEdition[];
};

type PageRow = Row & {
  readonly programmeId: ProgrammeId;
  readonly listed: boolean;
  readonly programmeSlug: string;
  readonly programmeName: string;
  readonly strapline: string;
  readonly summary: string;
  /** Whether the page is about this one; its categories and criteria come along. */
  readonly shown: boolean;
  readonly categories: readonly Category[] | null;
  readonly criteria: readonly CriterionView[] | null;
};

/** All a programme's page reads, in one statement: its published editions, newest first, and what the one it is about asks for. */
async function pageRows(ctx: Ctx, slug: string, editionSlug: string | undefined): Promise<PageRow[]> {
  const { rows } = await sql<PageRow>`
    with published as (
      select e.id, e.slug, e.name, p.time_zone as zone, e.entries_open_at as "entriesOpenAt", e.entries_close_at as "entriesCloseAt",
             e.judging_open_at as "judgingOpenAt", e.judging_close_at as "judgingCloseAt", e.announced_at as "announcedAt", e.seats, e.minimum_panel as "minimumPanel",
             p.id as "programmeId", p.slug as "programmeSlug", p.name as "programmeName", p.strapline, p.summary,
             coalesce(e.slug = ${editionSlug ?? null}::text,
                      row_number() over (order by coalesce(e.announced_at <= ${ctx.now}::timestamptz, false),
                                                  e.entries_open_at desc, e.id) = 1) as shown
        from programmes p
        join editions e on e.organisation_id = p.organisation_id and e.programme_id = p.id
       where p.organisation_id = ${ctx.organisation} and p.slug = ${slug} and ${isPublic(ctx)})
    select published.*,
           exists (select from past_wins w where w.organisation_id = ${ctx.organisation} and w.programme_id = "programmeId") as listed,
           case when shown then coalesce((
             select json_agg(json_build_object('id', c.id, 'code', c.code, 'name', c.name, 'description', c.description) order by c.position)
               from categories c
              where c.organisation_id = ${ctx.organisation} and c.edition_id = published.id and not c.retired), '[]') end as categories,
           case when shown then coalesce((
             select json_agg(json_build_object('id', c.id, 'name', c.name, 'question', c.question, 'weight', c.weight,
                                               'scaleMin', c.scale_min, 'scaleMax', c.scale_max, 'steps', c.steps, 'gate', c.gate,
                                               'notApplicable', c.not_applicable, 'comment', c.comment) order by c.position)
               from criteria c
              where c.organisation_id = ${ctx.organisation} and c.edition_id = published.id), '[]') end as criteria
      from published
     order by published."entriesOpenAt" desc, published.id`.execute(ctx.db);
  return rows;
}

/** Also the page of one edition, when `editionSlug` names it. Without a published edition there is nothing to see. */
export async function programmeForPublic(ctx: Ctx, slug: string, editionSlug?: string): Promise<ProgrammeForPublic> {
  const rows = await pageRows(ctx, slug, editionSlug);
  const shown = rows.find((row) => row.shown);
  if (shown?.categories == null || shown.criteria == null) throw problem('general.not-found');
  const { programmeId, listed, programmeSlug, programmeName, strapline, summary, zone, categories, criteria } = shown;
  return {
    id: programmeId,
    listed,
    programme: { slug: programmeSlug, name: programmeName, strapline, summary, zone },
    edition: forPublic(ctx, shown),
    categories,
    criteria,
    past: rows
      .filter((row) => row !== shown)
      .map((row) => forPublic(ctx, row))
      .filter(({ phase }) => phase === 'announced'),
  };
}

function publicProgrammes(ctx: Ctx) {
  return ctx.db
    .selectFrom('programmes as p')
    .select(['p.slug', 'p.name', 'p.strapline', 'p.summary', 'p.time_zone as zone'])
    .where('p.organisation_id', '=', ctx.organisation);
}

/** Every programme with a published edition, each with the edition its page is about. */
export async function publishedProgrammes(ctx: Ctx): Promise<{ programme: PublicProgramme; edition: PublicEdition }[]> {
  const rows = await editionRows(ctx).where(isPublic(ctx)).orderBy('e.entries_open_at', 'desc').orderBy('e.id').execute();
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
  const row = await editionRows(ctx)
    .where('p.slug', '=', programmeSlug)
    .where('e.slug', '=', editionSlug)
    .where(isPublic(ctx))
    .executeTakeFirst();
  if (row === undefined) throw problem('general.not-found');
  return asEdition(row);
}

export type Honour = {
  readonly category: CategoryId;
  /** Which division of it, where each has places of its own. */
  readonly division: string | null;
  readonly nominee: string;
  readonly title: string;
  readonly shared: boolean;
};

/** What was won, from the announced instant on, compared inside the read's own snapshot; before it there is nothing. */
export async function honoursOfEdition(ctx: Ctx, edition: EditionId): Promise<Honour[]> {
  const claims = { organisation: ctx.organisation, person: personOf(ctx) };
  const read = (db: Ctx['db']) =>
    db
      .selectFrom('honours as h')
      .innerJoin('categories as c', (join) => join.onRef('c.organisation_id', '=', 'h.organisation_id').onRef('c.id', '=', 'h.category_id'))
      .select(['h.category_id as category', 'h.division', 'h.nominee', 'h.title', 'h.shared'])
      .where('h.organisation_id', '=', ctx.organisation)
      .where('h.edition_id', '=', edition)
      .where('h.announced_at', '<=', sql<Date>`plaudit.plaudit_now()`)
      .orderBy('c.position')
      .orderBy('h.division')
      .orderBy('h.nominee')
      .execute();
  return transaction(ctx.database, claims, read, { readOnly: true });
}
