/** What entrant and organiser say to each other about an entry. A message is never changed; a correction is a next one. */
import { z } from 'zod';
import { hour, type Side, threadLimits, waits } from '#core/entries/asking/threads.ts';
import { problem } from '#core/problems/problem.ts';
import { type Ctx, personOf } from '#platform/context.ts';
import type { EntryId, PersonId } from '#platform/ids.ts';
import { operation } from '#platform/operation.server.ts';
import { tell } from '#platform/tell.server.ts';
import { type Edition, editionById, entryRelations } from '#slices/programmes/index.ts';
import { writing } from '../access.ts';
import { entryId } from '../schemas.ts';
import type { Entry } from '../store.ts';
import { lockShared } from '../writers/inviting.ts';
import { messagesSince } from './find.ts';
import { tellSide } from './telling.ts';
import * as store from './thread-store.ts';

const text = z.string().trim().min(1).max(threadLimits.text);
/** The number of the last message whoever acts has read. */
const seen = z.coerce.number().int().min(0).max(1_000_000);

const subjectOf = (id: EntryId) => ({ kind: 'entry', id });

type Open = { readonly entry: Entry; readonly edition: Edition; readonly thread: store.Thread | undefined };

async function openThread(ctx: Ctx, id: EntryId): Promise<Open | undefined> {
  const entry = await lockShared(ctx, id);
  const edition = entry && (await editionById(ctx, entry.edition));
  return entry && edition && { entry, edition, thread: await store.lockThread(ctx, entry.id) };
}

/** What is being written is not the organiser's to see, until its writers write to them about it. */
async function openForOrganiser(ctx: Ctx, id: EntryId): Promise<Open | undefined> {
  const open = await openThread(ctx, id);
  return open?.entry.state === 'draft' && open.thread === undefined ? undefined : open;
}

const ofWriters = (ctx: Ctx, { entry }: Open) => writing('edit')(ctx, entry);
const ofReaders = (ctx: Ctx, { entry }: Open) => writing('view')(ctx, entry);
const ofOrganisers = (ctx: Ctx, { entry, edition }: Open) => entryRelations(ctx, edition, [entry]);

function somebody(ctx: Ctx): PersonId {
  const person = personOf(ctx);
  if (person === undefined) throw problem('general.sign-in-needed');
  return person;
}

async function say(ctx: Ctx, { entry }: Open, side: Side, by: PersonId, said: string): Promise<number> {
  const most = threadLimits.anHour[side];
  if ((await messagesSince(ctx, by, side, new Date(ctx.now.getTime() - hour))) >= most)
    throw problem('entries.too-many-messages', { most });
  return store.insertMessage(ctx, { entry: entry.id, side, by, text: said });
}

/** A question of those who write an entry, at whatever time; what they had read of the answers is read. */
export const writeToOrganiser = operation('entries.write-to-organiser', {
  input: z.object({ entry: entryId, text, seen }),
  who: ['owner', 'writer'],
  find: (ctx, input) => openThread(ctx, input.entry),
  relations: ofWriters,
  run: async (ctx, input, open) => {
    const by = somebody(ctx);
    const { entry, edition, thread } = open;
    const number = await say(ctx, open, 'entrant', by, input.text);
    const through = Math.min(input.seen, thread?.messages ?? 0);
    if (through > 0) await store.markRead(ctx, entry.id, by, through);
    await tellSide(ctx, entry.id, edition, 'organiser');
    await tell(ctx, { kind: 'entries.entrant-wrote', programme: edition.programme, subject: subjectOf(entry.id), body: { number } });
    return { entry: entry.id, number };
  },
});

/** A question or an answer of those who run the programme or the chapter. It answers what they had read, and nothing that came meanwhile. */
export const writeToEntrant = operation('entries.write-to-entrant', {
  input: z.object({ entry: entryId, text, seen }),
  who: ['manager', 'chapter-manager'],
  find: (ctx, input) => openForOrganiser(ctx, input.entry),
  relations: ofOrganisers,
  run: async (ctx, input, open) => {
    const by = somebody(ctx);
    const { entry, edition, thread } = open;
    const number = await say(ctx, open, 'organiser', by, input.text);
    await store.markAnswered(ctx, entry.id, Math.min(input.seen, thread?.messages ?? 0));
    await tellSide(ctx, entry.id, edition, 'entrant');
    await tell(ctx, { kind: 'entries.organiser-wrote', programme: edition.programme, subject: subjectOf(entry.id), body: { number } });
    return { entry: entry.id, number };
  },
});

/** By one of those who write the entry, for themselves. */
export const readThread = operation('entries.read-thread', {
  input: z.object({ entry: entryId, seen }),
  who: ['owner', 'writer'],
  find: (ctx, input) => openThread(ctx, input.entry),
  relations: ofReaders,
  run: async (ctx, input, { entry, edition, thread }) => {
    const by = somebody(ctx);
    const through = Math.min(input.seen, thread?.messages ?? 0);
    if (through === 0 || !(await store.markRead(ctx, entry.id, by, through))) throw problem('entries.nothing-to-read');
    await tell(ctx, { kind: 'entries.thread-read', programme: edition.programme, subject: subjectOf(entry.id), body: { through } });
    return { entry: entry.id };
  },
});

/** Nobody answers what needs no answer, or was answered in another way. A message that came meanwhile refuses it. */
export const settleThread = operation('entries.settle-thread', {
  input: z.object({ entry: entryId, seen }),
  who: ['manager', 'chapter-manager'],
  find: (ctx, input) => openForOrganiser(ctx, input.entry),
  relations: ofOrganisers,
  run: async (ctx, input, { entry, edition, thread }) => {
    const by = somebody(ctx);
    if (!thread || !waits(thread)) throw problem('entries.nothing-to-settle');
    if (thread.lastOfEntrant > input.seen) throw problem('entries.thread-went-on');
    await store.markSettled(ctx, entry.id, thread.messages, by);
    const body = { through: thread.messages };
    await tell(ctx, { kind: 'entries.thread-settled', programme: edition.programme, subject: subjectOf(entry.id), body });
    return { entry: entry.id };
  },
});
