/** What is done with lists: on that of companies, which everybody who runs a programme works with; by a region or a screener on the entries of its chapter. */
import { ids } from '#platform/ids.ts';
import { changeView, chooseColumns, chooseRows, removeView, restoreView, saveView } from '#slices/lists/index.ts';
import { dates } from '#tests/support/season.ts';
import type { Actor } from '../actors.ts';
import type { Stage } from '../stage.ts';
import { type Trial, trial } from '../trial.ts';

const { before } = dates;
const listOf = (stage: Stage, actor: Actor) =>
  actor === 'region' || actor === 'screener' ? { list: 'entries', subject: stage.edition } : { list: 'companies', subject: '' };
const view = { name: 'Large ones', query: 'size=large', shared: '' } as const;

/** A view of the actor's own: that of somebody else is not there for them. */
async function ownView(stage: Stage, actor: Actor): Promise<{ view: string }> {
  const person = actor === 'visitor' || actor === 'system' ? stage.administrator : stage.people[actor];
  return saveView(stage.as(person, { clock: before }), { ...listOf(stage, actor), ...view });
}

export const listTrials: readonly Trial[] = [
  trial(chooseColumns, before, (stage, actor) => ({ ...listOf(stage, actor), columns: ['country'] })),
  trial(chooseRows, before, (stage, actor) => ({ ...listOf(stage, actor), add: [ids.random()] })),
  trial(saveView, before, (stage, actor) => ({ ...listOf(stage, actor), ...view })),
  trial(changeView, before, async (stage, actor) => ({ ...(await ownView(stage, actor)), name: 'Larger ones', shared: '' as const })),
  trial(removeView, before, ownView),
  trial(restoreView, before, ownView),
];
