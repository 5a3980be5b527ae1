/** A nomination as the nominee reads it, by the link that was mailed to them. Looking uses nothing up. */
import { sql } from 'kysely';
import type { NominatorKind, NomineeKind } from '#core/categories/shape.ts';
import { linkProves, type NomineeState } from '#core/nominations/states.ts';
import { problem } from '#core/problems/problem.ts';
import { entriesOpen } from '#core/season/phases.ts';
import { zonedText } from '#core/season/wall-time.ts';
import { type Ctx, personOf } from '#platform/context.ts';
import { snapshot } from '#platform/database/snapshot.server.ts';
import type { CategoryId, EditionId, EntryId } from '#platform/ids.ts';
import { daysKept } from '#platform/privacy/kept.ts';
import { hashToken } from '#platform/tokens.server.ts';
import { personByEmail } from '#slices/people/index.ts';
import { editionById, timesOf } from '#slices/programmes/index.ts';
import { acceptedTimer, openTimer } from '../privacy/timers.ts';

type Row = {
  readonly id: string;
  readonly edition: EditionId;
  readonly category: CategoryId;
  readonly categoryName: string;
  readonly kind: NomineeKind;
  readonly name: string;
  readonly worksFor: string;
  readonly email: string;
  readonly state: NomineeState;
  readonly entry: EntryId | null;
  readonly mailedTo: string;
  readonly mailedAt: Date | null;
};

type Said = { readonly relation: NominatorKind; readonly by: string; readonly reason: string };

async function byLink(ctx: Ctx, token: string): Promise<Row | undefined> {
  const { rows } = await sql<Row>`
    select n.id, n.edition_id as edition, n.category_id as category, c.name as "categoryName", n.kind, n.name, n.works_for as "worksFor", n.email,
           n.state, n.entry_id as entry, n.mailed_to as "mailedTo", n.mailed_at as "mailedAt"
      from nominees n join categories c on c.organisation_id = n.organisation_id and c.id = n.category_id
     where n.organisation_id = ${ctx.organisation} and n.link_hash = ${hashToken(token)}`.execute(ctx.db);
  return rows[0];
}

/** Of all that were merged; who asked to be hidden is nobody here. */
async function saidOf(ctx: Ctx, nominee: string): Promise<Said[]> {
  const { rows } = await sql<Said>`
    select m.relation, case when m.hidden then '' else m.nominator_name end as by, m.reason
      from nominations m join nominees n on n.organisation_id = m.organisation_id and n.id = m.nominee_id
     where m.organisation_id = ${ctx.organisation} and (n.id = ${nominee} or n.joined_to = ${nominee})
     order by m.confirmed_at, m.id`.execute(ctx.db);
  return rows;
}

export type OwnNomination = Awaited<ReturnType<typeof nominationByLink>>;

/** @throws Problem `nominations.link-over` */
export async function nominationByLink(ctx: Ctx, token: string) {
  const found = await snapshot(ctx, ['nominations'], async (inside) => {
    const row = await byLink(inside, token);
    return row && { ...row, said: await saidOf(inside, row.id) };
  });
  const edition = found && (await editionById(ctx, found.edition));
  if (!found || !edition) throw problem('nominations.link-over');
  const account = await personByEmail(ctx, found.email);
  const reader = personOf(ctx);
  const told = (at: Date) => zonedText(at.getTime(), edition.zone);
  const { id: _id, edition: _edition, category: _category, mailedTo: _to, mailedAt: _at, ...rest } = found;
  const own = reader !== undefined && account?.id === reader;
  return {
    ...rest,
    award: `${edition.programmeName} ${edition.name}`,
    programme: { slug: edition.programmeSlug, name: edition.programmeName },
    opens: told(edition.entriesOpenAt),
    closes: told(edition.entriesCloseAt),
    kept: {
      open: await daysKept(ctx, openTimer, edition.programme),
      accepted: await daysKept(ctx, acceptedTimer, edition.programme),
    },
    entries: entriesOpen(timesOf(edition), ctx.now.getTime()) ? 'open' : ctx.now < edition.entriesOpenAt ? 'later' : 'over',
    known: account !== undefined,
    own,
    forAnother: reader !== undefined && !own,
    // An old link shows all it showed, and no longer signs in.
    proves: linkProves(found, ctx.now),
    // Where its application stands is its owner's to know, not whoever has the link.
    entry: own ? found.entry : null,
    begun: found.entry !== null,
  } as const;
}
