/** The edition under way: entries still come in, and judges read those already accepted. */
import { timelineOf } from '#core/season/timeline/edition-times.ts';
import { localTimeOf } from '#core/season/timeline/local-instant.ts';
import type { ProgrammeId } from '#platform/ids.ts';
import { declareInterest } from '#slices/judging/index.ts';
import { prepareBatch } from '#slices/messages/index.ts';
import { dinner } from '../../../db/demo/mail.ts';
import { invited, judges, manager } from '../../../db/demo/people.ts';
import { programme as invented, runningCategories } from '../../../db/demo/programme.ts';
import { categoryTree, forms, rules, scorecards, texts } from '../../../db/demo/rulebook.ts';
import { runningCentres } from '../../../db/demo/running-centres.ts';
import { runningTechnology } from '../../../db/demo/running-technology.ts';
import type { DemoJudge } from '../../../db/demo/shape.ts';
import type { Season } from './calendar.ts';
import { type Desk, type Diligence, dealSeats, desksOf, writeBallots } from './load-ballots.ts';
import { type DemoParts, loadEdition } from './load-edition.ts';
import { loadEntries } from './load-entries.ts';
import { giveRole, inviteTo, type People } from './load-people.ts';
import { loadThreads } from './load-threads.ts';
import type { World } from './world.ts';

const entries = runningCentres.flatMap((entry, i) => [...runningTechnology.slice(i, i + 1), entry]);

function diligence(progress: DemoJudge['progress'], tasks: number): Diligence {
  switch (progress) {
    case 'all':
      return { submitted: tasks, begun: [] };
    case 'all-but-one':
      return { submitted: tasks - 1, begun: [] };
    case 'half':
      return { submitted: Math.floor(tasks / 2), begun: [3, 1] };
    case 'few':
      return { submitted: 1, begun: [2] };
    case 'none':
      return { submitted: 0, begun: [] };
  }
}

/** The judge who declares an interest, in the last entry of the desk, which nobody has begun: the one thing left for the manager to see to. */
async function declareOne(world: World, people: People, desks: readonly Desk[]): Promise<void> {
  const desk = desks.find(({ judge }) => judge.progress === 'half');
  const task = desk?.tasks.at(-1);
  if (!desk || !task) throw new Error('no judge of the demo has an entry left to declare an interest in');
  const ctx = world.as(people(desk.judge.email), 'interest', world.calendar.ago(0.2));
  await declareInterest(ctx, { entry: task.entry, reason: 'I advised their training team for two years, until last spring.' });
}

const day = 86_400_000;

/** The announcement is nine weeks after judging at eight in the evening, and everybody reads their marks a week later. */
function runningTimeline({ entriesOpenAt, entriesCloseAt, judgingCloseAt }: Season) {
  const zone = invented.timeZone;
  const times = {
    entriesOpenAt: entriesOpenAt.getTime(),
    entriesCloseAt: entriesCloseAt.getTime(),
    judgingOpenAt: null,
    judgingCloseAt: judgingCloseAt.getTime(),
    announcedAt: null,
  };
  const evening = (days: number) => `${localTimeOf(judgingCloseAt.getTime() + days * day, zone).slice(0, 10)}T20:00`;
  return {
    ...timelineOf(times, zone),
    announcement: evening(63),
    ceremony: { at: evening(63), place: 'Aldersea Town Hall' },
    feedback: evening(70),
  };
}

const runningParts = (season: Season): DemoParts => [
  ['texts', texts],
  ['forms', forms],
  ['rules', rules],
  ['scorecards', scorecards],
  ['categories', categoryTree],
  ['timeline', runningTimeline(season)],
];

export async function loadRunningEdition(world: World, people: People, programme: ProgrammeId): Promise<void> {
  const { running, ago } = world.calendar;
  const parts = runningParts(running);
  const edition = await loadEdition(world, people, {
    programme,
    season: running,
    categories: runningCategories,
    parts,
    byForm: { story: 'story', file: 'evidence' },
  });
  const fresh = judges.filter(({ since }) => since === 'running');
  for (const judge of fresh) await giveRole(world, people, judge, { programme, role: 'judge', at: ago(24) });
  await inviteTo(world, people, invited, { programme, role: 'judge', at: ago(3) });
  const written = entries.filter(({ state }) => state === 'accepted');
  const waiting = entries.filter(({ state }) => state !== 'accepted');
  await loadEntries(world, people, edition, { entries: written, from: ago(58), to: ago(16) });
  await prepareBatch(world.as(people(manager.email), 'dinner', ago(14)), { edition: edition.id, ...dinner });
  await loadEntries(world, people, edition, { entries: waiting, from: ago(7), to: ago(0.9) });

  await loadThreads(world, people);

  await dealSeats(world, people, edition, ago(12));
  const desks = await desksOf(world, people, edition, { judges, entries: written, at: ago(12) });
  for (const desk of desks) {
    const work = { ...diligence(desk.judge.progress, desk.tasks.length), from: ago(11), to: ago(0.3) };
    await writeBallots(world, people, edition, desk, work);
  }
  await declareOne(world, people, desks);
}
