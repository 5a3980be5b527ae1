/** An edition as operations and views know it, with what they need of its programme. */
import { sql } from 'kysely';
import type { EditionTimes } from '#core/season/phases.ts';
import { zonedText } from '#core/season/wall-time.ts';
import type { Ctx } from '#platform/context.ts';
import type { EditionId, ProgrammeId } from '#platform/ids.ts';

export type Edition = {
  readonly id: EditionId;
  readonly programme: ProgrammeId;
  readonly programmeName: string;
  readonly programmeSlug: string;
  readonly slug: string;
  readonly name: string;
  /** IANA name; every date of the programme is kept and told in it. */
  readonly zone: string;
  readonly published: boolean;
  /** When it is to become public, as long as nobody has marked it so. */
  readonly publishAt: Date | null;
  readonly entriesOpenAt: Date;
  readonly entriesCloseAt: Date;
  /** Null: the moment entries close. */
  readonly judgingOpenAt: Date | null;
  readonly judgingCloseAt: Date;
  readonly announcedAt: Date | null;
  /** Minutes after the close in which what is sent in still counts; nobody is told of them. */
  readonly entriesGrace: number;
  /** Why a published edition may be changed just now; null while it is locked, and for a draft. */
  readonly unlockedBecause: string | null;
  /** Judges that read each entry, and ballots it needs to be counted. */
  readonly seats: number;
  readonly minimumPanel: number;
  readonly version: number;
};

/** Whether everybody may read the edition `e`, at the instant that counts. */
export const isPublic = (ctx: Pick<Ctx, 'now'>) =>
  sql<boolean>`plaudit.edition_is_public(e.state, e.publish_at, e.ready_version, e.version, ${ctx.now}::timestamptz)`;

/** Editions of the organisation; the caller narrows it down, `asEdition` reads its rows. */
export function editionRows(ctx: Ctx) {
  return ctx.db
    .selectFrom('editions as e')
    .innerJoin('programmes as p', (join) => join.onRef('p.organisation_id', '=', 'e.organisation_id').onRef('p.id', '=', 'e.programme_id'))
    .selectAll('e')
    .select(isPublic(ctx).as('is_public'))
    .select(['p.name as programme_name', 'p.slug as programme_slug', 'p.time_zone'])
    .where('e.organisation_id', '=', ctx.organisation);
}

export type EditionRow = Awaited<ReturnType<ReturnType<typeof editionRows>['executeTakeFirstOrThrow']>>;

export function asEdition(row: EditionRow): Edition {
  return {
    id: row.id,
    programme: row.programme_id,
    programmeName: row.programme_name,
    programmeSlug: row.programme_slug,
    slug: row.slug,
    name: row.name,
    zone: row.time_zone,
    published: row.is_public,
    publishAt: row.publish_at,
    entriesOpenAt: row.entries_open_at,
    entriesCloseAt: row.entries_close_at,
    judgingOpenAt: row.judging_open_at,
    judgingCloseAt: row.judging_close_at,
    entriesGrace: row.entries_grace,
    unlockedBecause: row.unlocked_because,
    announcedAt: row.announced_at,
    seats: row.seats,
    minimumPanel: row.minimum_panel,
    version: row.version,
  };
}

/** The edition's instants as core knows them. */
export function timesOf(
  edition: Pick<Edition, 'entriesOpenAt' | 'entriesCloseAt' | 'judgingOpenAt' | 'judgingCloseAt' | 'announcedAt'>,
): EditionTimes {
  return {
    entriesOpenAt: edition.entriesOpenAt.getTime(),
    entriesCloseAt: edition.entriesCloseAt.getTime(),
    judgingOpenAt: edition.judgingOpenAt?.getTime() ?? null,
    judgingCloseAt: edition.judgingCloseAt.getTime(),
    announcedAt: edition.announcedAt?.getTime() ?? null,
  };
}

/** The dates of an edition as RFC 9557 texts in its zone, which is how pages are given them. */
export type ToldDates = {
  readonly opens: string;
  readonly closes: string;
  readonly judgingCloses: string;
  readonly announced: string | null;
};

export function toldDates(
  edition: Pick<Edition, 'zone' | 'entriesOpenAt' | 'entriesCloseAt' | 'judgingCloseAt' | 'announcedAt'>,
): ToldDates {
  const told = (at: Date) => zonedText(at.getTime(), edition.zone);
  return {
    opens: told(edition.entriesOpenAt),
    closes: told(edition.entriesCloseAt),
    judgingCloses: told(edition.judgingCloseAt),
    announced: edition.announcedAt && told(edition.announcedAt),
  };
}

/** An edition without locking it: for whoever only needs its dates. */
export async function editionById(ctx: Ctx, id: EditionId): Promise<Edition | undefined> {
  const row = await editionRows(ctx).where('e.id', '=', id).executeTakeFirst();
  return row && asEdition(row);
}

/** Several at once, for lists that reach over editions. */
export async function editionsByIds(ctx: Ctx, ids: readonly EditionId[]): Promise<ReadonlyMap<EditionId, Edition>> {
  if (ids.length === 0) return new Map();
  const rows = await editionRows(ctx)
    .where('e.id', 'in', [...ids])
    .execute();
  return new Map(rows.map((row) => [row.id, asEdition(row)]));
}
