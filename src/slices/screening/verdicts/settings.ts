/** How an edition is screened: whether a second screener has to agree that an entry may not compete, and the reasons there are. */
import { z } from 'zod';
import type { Ctx } from '#platform/context.ts';
import type { EditionId } from '#platform/ids.ts';
import { operation } from '#platform/operation.server.ts';
import { tell } from '#platform/tell.server.ts';
import { editionById, editionId, programmeRelations } from '#slices/programmes/index.ts';
import { wordsFor } from '#words/index.ts';
import { why } from '../schemas.ts';
import { type Settings, writeSettings } from './store.ts';

/** Where nobody has said so, one screener is enough and the reasons are the usual ones. */
export async function settingsOf(ctx: Ctx, edition: EditionId): Promise<Settings> {
  const row = await ctx.db
    .selectFrom('screening_settings')
    .select(['second_look as secondLook', 'reasons'])
    .where('organisation_id', '=', ctx.organisation)
    .where('edition_id', '=', edition)
    .executeTakeFirst();
  return row ?? { secondLook: false, reasons: wordsFor(ctx.language).screening.verdicts.reasons };
}

/** From then on: what was sent before stays sent, and what is held waits for as many as the edition asks for now. */
export const changeScreening = operation('screening.change-screening', {
  input: z.object({ edition: editionId, secondLook: z.boolean(), reasons: z.array(why).min(1).max(20) }),
  who: ['manager'],
  find: (ctx, input) => editionById(ctx, input.edition),
  relations: (ctx, edition) => programmeRelations(ctx, edition.programme),
  run: async (ctx, { secondLook, reasons }, edition) => {
    const said = { secondLook, reasons: [...new Set(reasons)] };
    await writeSettings(ctx, edition.id, said);
    const subject = { kind: 'edition', id: edition.id };
    await tell(ctx, { kind: 'screening.screening-changed', programme: edition.programme, subject, body: said });
    return { edition: edition.id };
  },
});
