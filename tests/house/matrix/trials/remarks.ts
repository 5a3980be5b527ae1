/** What is asked and said on public pages. */
import { decideRemark, makeRemark, withdrawRemark } from '#slices/programmes/index.ts';
import { aPerson, dates } from '#tests/support/season.ts';
import type { Stage } from '../stage.ts';
import { type Trial, trial } from '../trial.ts';

const { before } = dates;
const said = ({ programme }: Stage) => ({ programme, kind: 'question' as const, body: 'May a branch enter on its own?' });

export const remarkTrials: readonly Trial[] = [
  trial(makeRemark, before, said),
  trial(decideRemark, before, async (stage) => {
    const { remark } = await makeRemark(stage.as(await aPerson(stage), { clock: before }), said(stage));
    return { remark, version: 1, state: 'shown' as const, answer: 'It may.' };
  }),
  trial(withdrawRemark, before, async (stage) => {
    // Of a day of its own each, since nobody may say much within one.
    const clock = new Date(before.getTime() - 40 * 86_400_000);
    return { remark: (await makeRemark(stage.as(stage.people.owner, { clock }), said(stage))).remark };
  }),
];
