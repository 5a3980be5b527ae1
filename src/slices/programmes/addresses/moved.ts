/** Where an address leads that something had before. Asked only once nothing was found, so that no page pays for it. */
import { sql } from 'kysely';
import type { Ctx } from '#platform/context.ts';
import type { EditionId, ProgrammeId } from '#platform/ids.ts';
import { programmeRelations } from '../access.ts';
import { isPublic } from '../edition.ts';

/** What addresses name, in their order. */
type Named = { readonly programme: string; readonly edition?: string | undefined; readonly category?: string | undefined };

type ProgrammeRow = { readonly id: ProgrammeId; readonly slug: string; readonly open: boolean };
type EditionRow = { readonly id: EditionId; readonly slug: string; readonly open: boolean; readonly code: string | null };

/** What has the name now goes before what had it. */
async function programmeCalled(ctx: Ctx, name: string): Promise<ProgrammeRow | undefined> {
  const { rows } = await sql<ProgrammeRow>`
    select p.id, p.slug, exists (select from editions e where e.organisation_id = p.organisation_id and e.programme_id = p.id
                                    and ${isPublic(ctx)}) as open
      from programmes p
     where p.organisation_id = ${ctx.organisation} and (p.slug = ${name} or p.id = (
       select f.programme_id from former_addresses f
        where f.organisation_id = ${ctx.organisation} and f.kind = 'programme' and f.within_id = ${ctx.organisation} and f.name = ${name}))
     order by p.slug = ${name} desc limit 1`.execute(ctx.db);
  return rows[0];
}

async function editionCalled(
  ctx: Ctx,
  programme: ProgrammeId,
  { edition: name = '', category = '' }: Named,
): Promise<EditionRow | undefined> {
  const { rows } = await sql<EditionRow>`
    select e.id, e.slug, ${isPublic(ctx)} as open,
           (select f.code from former_addresses f
             where f.organisation_id = e.organisation_id and f.kind = 'category' and f.within_id = e.id and f.name = ${category}) as code
      from editions e
     where e.organisation_id = ${ctx.organisation} and e.programme_id = ${programme} and (e.slug = ${name} or e.id = (
       select f.edition_id from former_addresses f
        where f.organisation_id = ${ctx.organisation} and f.kind = 'edition' and f.within_id = ${programme} and f.name = ${name}))
     order by e.slug = ${name} desc limit 1`.execute(ctx.db);
  return rows[0];
}

/**
 * The names an address has now; undefined where they are the same, and where the reader may not know: everybody may of what is public,
 * whoever runs or audits a programme of all of it.
 */
async function addressNow(ctx: Ctx, named: Named, of: 'everybody' | 'organisers'): Promise<Named | undefined> {
  const programme = await programmeCalled(ctx, named.programme);
  if (!programme) return undefined;
  const runs = of === 'organisers' && (await programmeRelations(ctx, programme.id)).some((is) => is === 'manager' || is === 'auditor');
  const edition = named.edition === undefined ? undefined : await editionCalled(ctx, programme.id, named);
  if (named.edition !== undefined && edition === undefined) return undefined;
  if (of === 'organisers' ? !runs : !(edition ?? programme).open) return undefined;
  const category = named.category === undefined ? undefined : (edition?.code ?? named.category);
  const same = programme.slug === named.programme && edition?.slug === named.edition && category === named.category;
  return same ? undefined : { programme: programme.slug, edition: edition?.slug, category };
}

const pattern = /^\/(p|manage)\/:programme(?:\/|$)/;

/** The path a page's address has now, for the door that found nothing at it. */
export async function movedPath(
  ctx: Ctx,
  route: string,
  params: Readonly<Record<string, string | undefined>>,
): Promise<string | undefined> {
  const [, area] = pattern.exec(route) ?? [];
  const { programme, edition, category } = params;
  if (area === undefined || programme === undefined) return undefined;
  const now = await addressNow(ctx, { programme, edition, category }, area === 'p' ? 'everybody' : 'organisers');
  const all: Readonly<Record<string, string | undefined>> = { ...params, ...now };
  return now && route.replace(/:([a-z]+)/gi, (_, name: string) => encodeURIComponent(all[name] ?? ''));
}
