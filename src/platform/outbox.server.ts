/** Mail leaves in two steps: a row in the transaction that caused it, then a job that renders it for its recipient and sends it. */
import type { Ctx } from './context.ts';
import type { EditionId, PersonId, ProgrammeId } from './ids.ts';
import { enqueue } from './queue/tasks.server.ts';

export type Letter = {
  /** Name of the mail, `slice.kebab-words`: its words are a function in that slice's `mails.ts`. */
  readonly mail: string;
  readonly to: string;
  readonly person?: PersonId;
  /** Whose organisers see that it was sent, and, with the edition, whose words it has. */
  readonly programme?: ProgrammeId;
  readonly edition?: EditionId;
  readonly data: Readonly<Record<string, string | number | null>>;
};

/**
 * Puts one mail to one recipient into the outbox. The Message-ID is fixed here, so that a second sending is the same mail. A season
 * loaded as history sends none: its mails can be read, and that is all. What a restored job writes waits for a person. Whoever was erased
 * has no address, and gets none.
 */
export async function mail(ctx: Ctx, letter: Letter): Promise<void> {
  if (letter.to === '') return;
  const id = ctx.ids.random();
  const state = ctx.clock !== undefined ? 'kept' : ctx.restored ? 'held' : 'queued';
  await ctx.db
    .insertInto('outbox')
    .values({
      organisation_id: ctx.organisation,
      id,
      person_id: letter.person ?? null,
      programme_id: letter.programme ?? null,
      edition_id: letter.edition ?? null,
      recipient: letter.to,
      mail: letter.mail,
      data: JSON.stringify(letter.data),
      message_id: `<${id}@plaudit>`,
      state,
      created_at: ctx.now,
      ...(state === 'kept' && { settled_at: ctx.now }),
      ...(state === 'held' && { held_for: 'restore' }),
    })
    .execute();
  if (state === 'queued') await enqueue(ctx, 'messages.send-mail', { outbox: id });
}
