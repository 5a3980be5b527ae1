/** Saying which division an entry is ranked in, where its answers do not tell, or tell it wrongly. */
import { z } from 'zod';
import { problem } from '#core/problems/problem.ts';
import { operation } from '#platform/operation.server.ts';
import { tell } from '#platform/tell.server.ts';
import { acceptedEntries } from '#slices/entries/index.ts';
import { lockEdition, programmeRelations } from '#slices/programmes/index.ts';
import { editionId, entryId } from '../schemas.ts';
import { categoriesOfOwn } from '../standings.ts';
import { keepDivision } from '../store.ts';
import { divisionsApart } from './divisions.ts';

/** It holds from the next count on; the tally there is goes out of date where it was counted otherwise. */
export const decideDivision = operation('results.decide-division', {
  input: z.object({
    edition: editionId,
    entry: entryId,
    division: z.string().max(60),
    reason: z.string().trim().min(1).max(500),
  }),
  who: ['manager'],
  scopes: ['decisions'],
  find: (ctx, input) => lockEdition(ctx, input.edition),
  relations: (ctx, edition) => programmeRelations(ctx, edition.programme),
  run: async (ctx, { entry: id, division, reason }, edition) => {
    if (edition.announcedAt) throw problem('results.already-published');
    const entry = (await acceptedEntries(ctx, edition.id)).find((each) => each.id === id);
    const own = entry && (await divisionsApart(ctx, edition)).get(entry.category);
    if (!entry || !own || (await categoriesOfOwn(ctx, edition.id)).has(entry.category)) throw problem('general.not-found');
    if (!own.some(({ key }) => key === division))
      throw problem('general.invalid-input', { count: 1 }, [{ path: 'division', code: 'field.invalid', facts: {} }]);
    await keepDivision(ctx, id, division, reason);
    const body = { division, reason };
    await tell(ctx, { kind: 'results.division-decided', programme: edition.programme, subject: { kind: 'entry', id }, body });
    return { division };
  },
});
