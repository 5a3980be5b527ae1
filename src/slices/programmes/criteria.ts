/** What an edition judges in and by: its categories and its criteria. */
import { z } from 'zod';
import { problem } from '#core/problems/problem.ts';
import { criteriaRefusals } from '#core/scoring/criteria.ts';
import { zonedText } from '#core/season/wall-time.ts';
import { operation } from '#platform/operation.server.ts';
import { tell } from '#platform/tell.server.ts';
import { programmeRelations } from './access.ts';
import { requireFresh } from './editions.ts';
import { categoryCode, criterion, editionId, name, scale, version } from './schemas.ts';
import * as store from './store.ts';

export const addCategory = operation('programmes.add-category', {
  input: z.object({ edition: editionId, code: categoryCode, name, description: z.string().trim().max(2000).default('') }),
  who: ['manager'],
  find: (ctx, input) => store.lockEdition(ctx, input.edition),
  relations: (ctx, edition) => programmeRelations(ctx, edition.programme),
  run: async (ctx, input, edition) => {
    if (edition.published && ctx.now >= edition.entriesCloseAt)
      throw problem('programmes.categories-settled', { closedAt: zonedText(edition.entriesCloseAt.getTime(), edition.zone) });
    const category = await store.insertCategory(ctx, input);
    if (category === undefined) {
      const taken = { path: 'code', code: 'programmes.category-code-taken', facts: { code: input.code } } as const;
      throw problem('programmes.category-code-taken', { code: input.code }, [taken]);
    }
    const subject = { kind: 'category', id: category };
    await tell(ctx, {
      kind: 'programmes.category-added',
      programme: edition.programme,
      subject,
      body: { code: input.code, name: input.name },
    });
    return { category };
  },
});

/** The whole list at once, so that weights are always seen against each other. All criteria of an edition share one scale. */
export const changeCriteria = operation('programmes.change-criteria', {
  input: z.object({ edition: editionId, version, criteria: z.array(criterion).min(1).max(40), ...scale }),
  who: ['manager'],
  find: (ctx, input) => store.lockEdition(ctx, input.edition),
  relations: (ctx, edition) => programmeRelations(ctx, edition.programme),
  run: async (ctx, input, edition) => {
    requireFresh(edition, input.version);
    if (edition.published) throw problem('programmes.already-published');
    const { scaleMin, scaleMax } = input;
    const counted = input.criteria.map(({ weight }, i) => ({ id: String(i + 1), weight, scale: { min: scaleMin, max: scaleMax } }));
    const [refusal] = criteriaRefusals(counted);
    if (refusal) throw problem('general.invalid-input', { count: 1 }, [{ path: 'scaleMax', ...refusal }]);
    await store.replaceCriteria(
      ctx,
      edition.id,
      input.criteria.map((each) => ({ ...each, scaleMin, scaleMax })),
    );
    await store.markCriteriaChanged(ctx, edition.id);
    const weights = input.criteria.map((each) => ({ name: each.name, weight: each.weight }));
    const subject = { kind: 'edition', id: edition.id };
    await tell(ctx, { kind: 'programmes.criteria-changed', programme: edition.programme, subject, body: { weights, scaleMin, scaleMax } });
    return { edition: edition.id };
  },
});
