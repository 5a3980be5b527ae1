/** Mails of a thread: to the other side, once an hour at most. What comes meanwhile waits. */
import { z } from 'zod';
import { mailAt, otherSide, type Side, sides, waits } from '#core/entries/asking/threads.ts';
import { problem } from '#core/problems/problem.ts';
import type { Ctx } from '#platform/context.ts';
import type { EntryId, PersonId } from '#platform/ids.ts';
import { operation } from '#platform/operation.server.ts';
import { mail } from '#platform/outbox.server.ts';
import { enqueue } from '#platform/queue/tasks.server.ts';
import { tell } from '#platform/tell.server.ts';
import { type Edition, editionById, managersOf, managersOfChapter } from '#slices/programmes/index.ts';
import { entryId } from '../schemas.ts';
import { entrantsToTell, entryOfThread, messagesAfter, type ThreadEntry } from './find.ts';
import * as store from './thread-store.ts';

type Recipient = { readonly person: PersonId; readonly name: string; readonly email: string };

/** Those of a chapter, where it has any; else those of the programme. */
async function organisersOf(ctx: Ctx, { edition, chapter }: ThreadEntry): Promise<readonly Recipient[]> {
  const own = chapter === null ? [] : await managersOfChapter(ctx, edition, chapter);
  return own.length > 0 ? own : managersOf(ctx, edition);
}

type Due = { readonly through: number; readonly count: number; readonly by: PersonId };

/** What a side has not been mailed of and still waits for it; of an answered question nothing. */
async function dueFor(ctx: Ctx, thread: store.Thread, side: Side): Promise<Due | undefined> {
  if (side === 'organiser' && !waits(thread)) return undefined;
  const after = side === 'organiser' ? Math.max(thread.told.organiser.through, thread.answered) : thread.told.entrant.through;
  const said = (await messagesAfter(ctx, thread.entry, after)).filter((one) => one.side === otherSide(side));
  const last = said.at(-1);
  return last && { through: last.number, count: said.length, by: last.by };
}

/** Nothing of what was said, nor of the entry's words: a mail is kept with whoever gets it, and outlasts whoever is erased. */
async function mailSide(ctx: Ctx, entry: ThreadEntry, edition: Edition, side: Side, due: Due): Promise<void> {
  const to = side === 'entrant' ? await entrantsToTell(ctx, entry, due.through) : await organisersOf(ctx, entry);
  for (const { person, name, email } of to) {
    if (person === due.by) continue;
    await mail(ctx, {
      mail: side === 'entrant' ? 'entries.organiser-wrote' : 'entries.entrant-wrote',
      to: email,
      person,
      programme: edition.programme,
      data: {
        entry: entry.id,
        name,
        number: entry.number ?? '',
        category: entry.category,
        programme: `${edition.programmeName} ${edition.name}`,
        count: due.count,
      },
    });
  }
  await store.markTold(ctx, entry.id, side, due.through);
}

/** After a message of the other side: now, or when the hour since the last mail is over. */
export async function tellSide(ctx: Ctx, id: EntryId, edition: Edition, side: Side): Promise<void> {
  const thread = await store.lockThread(ctx, id);
  const due = thread && (await dueFor(ctx, thread, side));
  const entry = due && (await entryOfThread(ctx, id));
  if (!thread || !due || !entry) return;
  const at = mailAt(thread.told[side].at?.getTime(), ctx.now.getTime());
  if (at <= ctx.now.getTime()) await mailSide(ctx, entry, edition, side, due);
  else
    await enqueue(ctx, 'entries.tell-of-thread', { entry: entry.id, side }, { jobKey: `thread ${entry.id} ${side}`, runAt: new Date(at) });
}

/** What waited for its hour, where it still waits for anybody. */
export const mailThread = operation('entries.mail-thread', {
  input: z.object({ entry: entryId, side: z.enum(sides) }),
  who: ['system'],
  find: async (ctx, { entry: id, side }) => {
    const thread = await store.lockThread(ctx, id);
    const entry = thread && (await entryOfThread(ctx, id));
    const edition = entry && (await editionById(ctx, entry.edition));
    const due = thread && (await dueFor(ctx, thread, side));
    return entry && edition && due && mailAt(thread.told[side].at?.getTime(), ctx.now.getTime()) <= ctx.now.getTime()
      ? { entry, edition, due }
      : undefined;
  },
  run: async (ctx, { side }, { entry, edition, due }) => {
    await mailSide(ctx, entry, edition, side, due);
    const subject = { kind: 'entry', id: entry.id };
    await tell(ctx, { kind: 'entries.thread-mailed', programme: edition.programme, subject, body: { side, through: due.through } });
    return { entry: entry.id };
  },
});

/** A job that comes a second time, or for what was read meanwhile, has nothing to do. */
export async function tellOfThread(ctx: Ctx, entry: EntryId, side: Side): Promise<void> {
  try {
    await mailThread(ctx, { entry, side });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === problem('general.not-found').code)) throw error;
  }
}
