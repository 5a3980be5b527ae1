/** The demo's judges at work: seats dealt, ballots begun and submitted. */
import { createHash } from 'node:crypto';
import type { Ctx } from '#platform/context.ts';
import type { EntryId } from '#platform/ids.ts';
import { assignJudges, ballotsOfJudge, previewAssignment, progressForManager, saveBallot, submitBallot } from '#slices/judging/index.ts';
import { criteriaOf } from '#slices/programmes/index.ts';
import { organiser } from '../../../db/demo/people.ts';
import type { DemoEntry, DemoJudge, DemoMarks } from '../../../db/demo/shape.ts';
import { spread } from './calendar.ts';
import type { LoadedEdition } from './load-edition.ts';
import type { People } from './load-people.ts';
import type { World } from './world.ts';

/** As a manager does: look at the plan, then confirm it. Dealt once, so that a load begun again finds the seats it had. */
export async function dealSeats(world: World, people: People, edition: LoadedEdition, at: Date): Promise<void> {
  const ctx = world.as(people(organiser.email), `${edition.season.name}:assign`, at);
  const { total } = await progressForManager(ctx, edition.id);
  if (total.seats > 0) return;
  const { hash } = await previewAssignment(ctx, edition.id);
  await assignJudges(ctx, { edition: edition.id, plan: hash, early: true });
}

/** An even hand's mark, moved by the judge's habit and by a little chance that is the same every time. */
function readingOf(entry: DemoEntry, judge: DemoJudge): readonly number[] {
  return entry.worth.map((mark, i) => {
    const chance = [-1, 1, 0, 0][(createHash('sha256').update(`${entry.title} ${judge.email} ${i}`).digest()[0] ?? 0) % 4] ?? 0;
    return Math.min(10, Math.max(1, mark + judge.lean + chance));
  });
}

export type Task = { readonly entry: EntryId; readonly written: DemoEntry; readonly marks: readonly number[]; readonly comment: string };
export type Desk = { readonly judge: DemoJudge; readonly tasks: readonly Task[] };

/** Each judge's entries in the order of their queue, with what they will write. */
export async function desksOf(
  world: World,
  people: People,
  edition: LoadedEdition,
  { judges, entries, at }: { judges: readonly DemoJudge[]; entries: readonly DemoEntry[]; at: Date },
): Promise<Desk[]> {
  const readers = new Map<string, number>();
  const desks: Desk[] = [];
  for (const judge of judges) {
    const queues = await ballotsOfJudge(world.as(people(judge.email), 'queue', at));
    const queue = queues.find((one) => one.edition === edition.id);
    const tasks = (queue?.categories ?? [])
      .flatMap(({ ballots }) => ballots)
      .flatMap(({ entry, title }): Task[] => {
        const written = entries.find((one) => one.title === title);
        if (!written) return [];
        const reader = readers.get(title) ?? 0;
        readers.set(title, reader + 1);
        const marks: DemoMarks | readonly number[] = written.readings?.[reader] ?? readingOf(written, judge);
        return [{ entry, written, marks, comment: written.comments[reader] ?? '' }];
      });
    desks.push({ judge, tasks });
  }
  return desks;
}

/** How much of a desk is done: so many ballots submitted, the next ones begun with so many marks. */
export type Diligence = { readonly submitted: number; readonly begun: readonly number[] };

export async function writeBallots(
  world: World,
  people: People,
  edition: LoadedEdition,
  { judge, tasks }: Desk,
  work: Diligence & { readonly from: Date; readonly to: Date },
): Promise<void> {
  const as = (task: Task, i: number): Ctx => {
    const step = `${edition.season.name}:ballot:${judge.email}:${task.written.category}:${task.written.title}`;
    return world.as(people(judge.email), step, spread(work.from, work.to, i, tasks.length));
  };
  const [first] = tasks;
  if (!first) return;
  const criteria = await criteriaOf(as(first, 0), edition.id);
  for (const [i, task] of tasks.entries()) {
    const begun = work.begun[i - work.submitted];
    const count = i < work.submitted ? criteria.length : begun;
    if (count === undefined) return;
    const marks = Object.fromEntries(criteria.slice(0, count).map(({ id }, n) => [id, task.marks[n] ?? 5]));
    const ballot = { entry: task.entry, version: 0, marks, comment: count === criteria.length ? task.comment : '' };
    if (i < work.submitted) await submitBallot(as(task, i), ballot);
    else await saveBallot(as(task, i), ballot);
  }
}
