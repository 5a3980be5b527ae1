/** Telling the winners: a mail to whoever entered, once the announcement has come. */
import { sql } from 'kysely';
import { z } from 'zod';
import type { Ctx } from '#platform/context.ts';
import type { EditionId } from '#platform/ids.ts';
import { operation } from '#platform/operation.server.ts';
import { mail } from '#platform/outbox.server.ts';
import { tell } from '#platform/tell.server.ts';
import { peopleByIds } from '#slices/people/index.ts';
import { type Edition, editionById } from '#slices/programmes/index.ts';
import { editionId } from './schemas.ts';

/** The edition, if its announcement has come by the database's clock; one that was withdrawn or put off has nobody to tell. */
export async function announcedEdition(ctx: Ctx, id: EditionId): Promise<Edition | undefined> {
  const edition = await editionById(ctx, id);
  if (!edition?.announcedAt) return undefined;
  const { rows } = await sql<{ come: boolean }>`select ${edition.announcedAt}::timestamptz <= plaudit.plaudit_now() as come`.execute(
    ctx.db,
  );
  return rows[0]?.come ? edition : undefined;
}

async function wonEntries(ctx: Ctx, edition: EditionId) {
  return ctx.db
    .selectFrom('honours as h')
    .innerJoin('entries as e', (j) => j.onRef('e.organisation_id', '=', 'h.organisation_id').onRef('e.id', '=', 'h.entry_id'))
    .innerJoin('categories as c', (j) => j.onRef('c.organisation_id', '=', 'h.organisation_id').onRef('c.id', '=', 'h.category_id'))
    .select(['e.owner_id as owner', 'h.title', 'h.level', 'h.division', 'c.name as category'])
    .where('h.organisation_id', '=', ctx.organisation)
    .where('h.edition_id', '=', edition)
    .orderBy('h.id')
    .execute();
}

/** Called under a key that names the edition, so that a job that runs twice mails once. */
export const tellWinners = operation('results.tell-winners', {
  input: z.object({ edition: editionId }),
  who: ['system'],
  find: (ctx, input) => announcedEdition(ctx, input.edition),
  run: async (ctx, _input, edition) => {
    const won = await wonEntries(ctx, edition.id);
    const people = await peopleByIds(ctx, [...new Set(won.map(({ owner }) => owner))]);
    const path = `/p/${edition.programmeSlug}/${edition.slug}/winners`;
    for (const { owner, title, category, level, division } of won) {
      const person = people.get(owner);
      if (!person?.email) continue;
      const data = { name: person.name, title, category, level, division, programme: edition.programmeName, edition: edition.name, path };
      const from = { programme: edition.programme, edition: edition.id };
      await mail(ctx, { mail: 'results.you-won', to: person.email, person: owner, ...from, data });
    }
    await tell(ctx, {
      kind: 'results.winners-told',
      programme: edition.programme,
      subject: { kind: 'edition', id: edition.id },
      body: { mails: won.length },
    });
    return { mails: won.length };
  },
});
