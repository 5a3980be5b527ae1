/** What entrants of the demo asked about their entries: one was answered, one waits for whoever looks at the demo. */
import { entriesOfOwner, writeToEntrant, writeToOrganiser } from '#slices/entries/index.ts';
import { manager } from '../../../db/demo/people.ts';
import { threads } from '../../../db/demo/threads.ts';
import type { People } from './load-people.ts';
import type { World } from './world.ts';

export async function loadThreads(world: World, people: People): Promise<void> {
  const { ago } = world.calendar;
  for (const { entry: title, owner, said } of threads) {
    const own = (await entriesOfOwner(world.as(people(owner), `thread of ${title}`, ago(10)))).find((one) => one.title === title);
    if (!own) throw new Error(`nobody of the demo entered ${title}`);
    for (const [i, { side, ago: days, text }] of said.entries()) {
      const ctx = world.as(people(side === 'entrant' ? owner : manager.email), `thread of ${title}: ${i}`, ago(days));
      await (side === 'entrant' ? writeToOrganiser : writeToEntrant)(ctx, { entry: own.id, text, seen: i });
    }
  }
}
