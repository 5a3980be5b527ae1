/** The organisers' old list of winners: brought in by the manager; whom its names mean is left to whoever looks at the demo. */
import type { ProgrammeId } from '#platform/ids.ts';
import { applyWinners, proposeWinners } from '#slices/programmes/index.ts';
import { pastWinners } from '../../../db/demo/past-winners.ts';
import { manager } from '../../../db/demo/people.ts';
import type { People } from './load-people.ts';
import type { World } from './world.ts';

export async function loadPastWinners(world: World, people: People, programme: ProgrammeId): Promise<void> {
  const as = (step: string) => world.as(people(manager.email), step, world.calendar.ago(45));
  const list = { programme, file: 'winners-1998-2019.csv', format: 'csv', content: pastWinners, several: 'each', separator: '' } as const;
  const { import: id } = await proposeWinners(as('list of past winners'), list);
  await applyWinners(as('past winners'), { import: id });
}
