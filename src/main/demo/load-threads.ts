/** What entrants of the demo asked about their entries: one was answered, one waits for whoever looks at the demo. And what they sent by post. */
import type { EntryId } from '#platform/ids.ts';
import { entriesOfOwner, noteItem, writeToEntrant, writeToOrganiser } from '#slices/entries/index.ts';
import { manager } from '../../../db/demo/people.ts';
import { posted, threads } from '../../../db/demo/threads.ts';
import type { People } from './load-people.ts';
import type { World } from './world.ts';

async function entryOf(world: World, people: People, { owner, title }: { owner: string; title: string }): Promise<EntryId> {
  const all = await entriesOfOwner(world.as(people(owner), `entry called ${title}`, world.calendar.ago(10)));
  const own = all.find((one) => one.title === title);
  if (!own) throw new Error(`nobody of the demo entered ${title}`);
  return own.id;
}

export async function loadThreads(world: World, people: People): Promise<void> {
  const { ago } = world.calendar;
  for (const { entry: title, owner, said } of threads) {
    const entry = await entryOf(world, people, { owner, title });
    for (const [i, { side, ago: days, text }] of said.entries()) {
      const ctx = world.as(people(side === 'entrant' ? owner : manager.email), `thread of ${title}: ${i}`, ago(days));
      await (side === 'entrant' ? writeToOrganiser : writeToEntrant)(ctx, { entry, text, seen: i });
    }
  }
  for (const { entry: title, owner, what, place, ago: days } of posted) {
    const entry = await entryOf(world, people, { owner, title });
    await noteItem(world.as(people(manager.email), `post for ${title}`, ago(days)), { entry, what, place });
  }
}
