/** What entrants of the demo asked about their entries: one was answered, one waits for whoever looks at the demo. What they sent by post, and the letters they asked for. */
import type { EntryId } from '#platform/ids.ts';
import { askForLetter, entriesOfOwner, noteItem, writeLetter, writeToEntrant, writeToOrganiser } from '#slices/entries/index.ts';
import { manager } from '../../../db/demo/people.ts';
import { posted, refereed, threads } from '../../../db/demo/threads.ts';
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
  for (const { entry: title, owner, ago: days, letter, ...asked } of refereed) {
    const entry = await entryOf(world, people, { owner, title });
    const token = world.token(`letter of ${asked.email}`);
    await askForLetter(world.as(people(owner), `letter of ${asked.email}`, ago(days)), { ...asked, entry, token });
    if (letter !== undefined)
      await writeLetter(world.as('visitor', `letter by ${asked.email}`, ago(days - 0.2)), { token, text: letter, version: 0 });
  }
}
