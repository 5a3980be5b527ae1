/**
 * One text to many. It is prepared by one act and let go by another, which says again to how many: whoever approves, approves the number
 * they saw. What each mail says is read as its reader at the moment it leaves. Until the first is tried, all can be taken back.
 */
import { z } from 'zod';
import { problem } from '#core/problems/problem.ts';
import { type Ctx, personOf } from '#platform/context.ts';
import { topicOf } from '#platform/mails.ts';
import { operation } from '#platform/operation.server.ts';
import { tell } from '#platform/tell.server.ts';
import { editionById, programmeRelations } from '#slices/programmes/index.ts';
import { body, editionId, mailName, subject } from '../schemas.ts';
import * as store from '../store/batches.ts';
import { enqueueMails, markDecided } from '../store/outbox.ts';
import { editionMailOf, requireText } from '../texts/reading.ts';
import { requirePerson } from '../texts/texts.ts';

/** Time to see that it was wrong. */
const grace = 30_000;

const batchInput = z.object({ batch: z.uuid() });
const find = (ctx: Ctx, { batch }: { batch: string }) => store.lockBatch(ctx, batch);
const relations = (ctx: Ctx, batch: store.Batch) => programmeRelations(ctx, batch.programme);

function requireHeld({ state }: store.Batch): void {
  if (state !== 'held') throw problem('messages.batch-decided', { state });
}

function told(ctx: Ctx, batch: Pick<store.Batch, 'id' | 'programme' | 'mail'>, kind: string, count: number): Promise<void> {
  const subjectOf = { kind: 'batch', id: batch.id };
  return tell(ctx, { kind, programme: batch.programme, subject: subjectOf, body: { mail: batch.mail, count } });
}

export const prepareBatch = operation('messages.prepare-batch', {
  input: z.object({ edition: editionId, mail: mailName, subject, body }),
  who: ['manager'],
  find: (ctx, input) => editionById(ctx, input.edition),
  relations: (ctx, edition) => programmeRelations(ctx, edition.programme),
  run: async (ctx, input, edition) => {
    const mail = editionMailOf(input.mail);
    if (!mail.batch) throw problem('general.not-found');
    requireText(input, mail);
    const people = await mail.people(ctx, edition);
    const text = { mail: input.mail, subject: input.subject, body: input.body };
    const prepared = { programme: edition.programme, edition: edition.id, by: requirePerson(ctx), ...text };
    const batch = await store.insertBatch(ctx, prepared);
    const count = await store.insertHeldMails(ctx, batch, prepared, people);
    if (count === 0) throw problem('messages.nobody-to-write-to');
    await told(ctx, { ...prepared, id: batch }, 'messages.batch-prepared', count);
    return { batch, count };
  },
});

/** `count` is what the approver saw. Those who switched such mail off, or whose address is dead, are left out and not counted. */
export const approveBatch = operation('messages.approve-batch', {
  input: batchInput.extend({ count: z.coerce.number().int().min(0) }),
  who: ['manager'],
  find,
  relations,
  run: async (ctx, { count }, batch) => {
    requireHeld(batch);
    const members = await store.lockMembers(ctx, batch.id, topicOf(batch.mail));
    const leaving = members.filter(({ bothered }) => !bothered).map(({ id }) => id);
    if (leaving.length !== count) throw problem('messages.batch-changed', { seen: count, now: leaving.length });
    if (leaving.length === 0) throw problem('messages.nobody-to-write-to');
    const left = members.filter(({ bothered }) => bothered).map(({ id }) => id);
    await markDecided(ctx, leaving, 'queued');
    await markDecided(ctx, left, 'withheld', 'left-out');
    await store.markBatch(ctx, batch.id, 'released', requirePerson(ctx));
    await enqueueMails(ctx, leaving, new Date(ctx.now.getTime() + grace));
    await told(ctx, batch, 'messages.batch-approved', count);
    return { batch: batch.id, count };
  },
});

/** All of them or none: once one was handed to a mail server, or was tried, nobody can say what has been read. */
export const recallBatch = operation('messages.recall-batch', {
  input: batchInput,
  who: ['manager'],
  find,
  relations,
  run: async (ctx, _input, batch) => {
    if (batch.state !== 'released') throw problem('messages.batch-decided', { state: batch.state });
    const members = await store.lockMembers(ctx, batch.id, topicOf(batch.mail));
    const begun = members.filter(({ attempts, state }) => attempts > 0 || (state !== 'queued' && state !== 'withheld')).length;
    if (begun > 0) throw problem('messages.batch-leaving', { begun });
    await store.markHeldAgain(ctx, batch.id);
    await store.markBatch(ctx, batch.id, 'held', null);
    await told(ctx, batch, 'messages.batch-recalled', members.length);
    return { batch: batch.id };
  },
});

export const discardBatch = operation('messages.discard-batch', {
  input: batchInput,
  who: ['manager'],
  find,
  relations,
  run: async (ctx, _input, batch) => {
    requireHeld(batch);
    const members = await store.lockMembers(ctx, batch.id, topicOf(batch.mail));
    await markDecided(
      ctx,
      members.map(({ id }) => id),
      'withheld',
      'batch-discarded',
    );
    await store.markBatch(ctx, batch.id, 'discarded', personOf(ctx) ?? null);
    await told(ctx, batch, 'messages.batch-discarded', members.length);
    return { batch: batch.id };
  },
});
