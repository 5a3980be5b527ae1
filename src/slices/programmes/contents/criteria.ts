/** What an edition judges by. */
import { z } from 'zod';
import { problem } from '#core/problems/problem.ts';
import { criteriaRefusals } from '#core/scoring/criteria.ts';
import { operation } from '#platform/operation.server.ts';
import { tell } from '#platform/tell.server.ts';
import { programmeRelations } from '../access.ts';
import { keepPart } from '../configuration/keep.ts';
import { oneScorecard } from '../configuration/one-scorecard.ts';
import { lookAgain } from '../publication/ready.ts';
import { criterion, editionId, scale, version } from '../schemas.ts';
import * as store from '../store.ts';
import { requireFresh } from './fresh.ts';

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
    await keepPart(ctx, edition, 'scorecards', (now) => ({ ...now, ...oneScorecard({ criteria: input.criteria, scaleMin, scaleMax }) }));
    await store.markContentsChanged(ctx, edition.id);
    await lookAgain(ctx, edition);
    const weights = input.criteria.map((each) => ({ name: each.name, weight: each.weight }));
    const subject = { kind: 'edition', id: edition.id };
    await tell(ctx, { kind: 'programmes.criteria-changed', programme: edition.programme, subject, body: { weights, scaleMin, scaleMax } });
    return { edition: edition.id };
  },
});
