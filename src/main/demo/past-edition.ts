/** The edition that is over: from the call to the announcement. */
import type { ProgrammeId } from '#platform/ids.ts';
import { computeTally, publishResults } from '#slices/results/index.ts';
import { pastPractice } from '../../../db/demo/past-practice.ts';
import { pastTechnology } from '../../../db/demo/past-technology.ts';
import { judges, organiser } from '../../../db/demo/people.ts';
import { pastCategories } from '../../../db/demo/programme.ts';
import { dealSeats, desksOf, writeBallots } from './load-ballots.ts';
import { loadEdition } from './load-edition.ts';
import { loadEntries } from './load-entries.ts';
import { giveRole, type People } from './load-people.ts';
import type { World } from './world.ts';

const day = 86_400_000;
const after = (at: Date, days: number) => new Date(at.getTime() + days * day);

/** Technology and practice by turns, as they would arrive. */
const entries = pastPractice.flatMap((entry, i) => [...pastTechnology.slice(i, i + 1), entry]);
const panel = judges.filter(({ since }) => since === 'past');

export async function loadPastEdition(world: World, people: People, programme: ProgrammeId): Promise<void> {
  const { past } = world.calendar;
  const { entriesOpenAt, entriesCloseAt, judgingCloseAt } = past;
  const edition = await loadEdition(world, people, { programme, season: past, categories: pastCategories });
  for (const judge of panel) await giveRole(world, people, judge, { programme, role: 'judge', at: after(past.publishedAt, 20) });
  await loadEntries(world, people, edition, { entries, from: after(entriesOpenAt, 3), to: after(entriesCloseAt, -1) });

  const dealtAt = after(entriesCloseAt, 2);
  await dealSeats(world, people, edition, dealtAt);
  const work = { from: after(dealtAt, 1), to: after(judgingCloseAt, -1) };
  const desks = await desksOf(world, people, edition, { judges: panel, entries, at: dealtAt });
  for (const desk of desks) await writeBallots(world, people, edition, desk, { submitted: desk.tasks.length, begun: [], ...work });

  const as = (step: string, at: Date) => world.as(people(organiser.email), `${past.name}:${step}`, at);
  const { tally } = await computeTally(as('tally', after(judgingCloseAt, 1)), { edition: edition.id });
  const announceAt = past.announceAt.toISOString();
  await publishResults(as('results', after(past.announceAt, -3)), { edition: edition.id, tally, announceAt });
}
