/** The plainest scorecard: named criteria with weights, all on one scale. */
import { mainScorecard } from '#core/editions/key.ts';
import { type Parts, partShapes } from '#core/editions/parts.ts';
import { criterionKey } from '../store.ts';

type Plain = {
  readonly criteria: readonly { readonly name: string; readonly question: string; readonly weight: number }[];
  readonly scaleMin: number;
  readonly scaleMax: number;
};

export function oneScorecard({ criteria, scaleMin, scaleMax }: Plain): Parts['scorecards'] {
  const written = criteria.map(({ name, question, weight }, at) => ({
    kind: 'judged',
    key: criterionKey(at),
    name,
    ...(question !== '' && { question }),
    weight,
    scale: { min: scaleMin, max: scaleMax },
  }));
  return partShapes.scorecards.parse({ [mainScorecard]: { criteria: written } });
}
