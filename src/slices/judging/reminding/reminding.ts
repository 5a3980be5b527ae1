/** Reminding the judges: a manager's act, shown first to how many; each judge gets one mail with what is missing, once a day at most. */
import { z } from 'zod';
import { problem } from '#core/problems/problem.ts';
import { zonedText } from '#core/season/wall-time.ts';
import { type Ctx, personOf } from '#platform/context.ts';
import type { PersonId } from '#platform/ids.ts';
import { operation } from '#platform/operation.server.ts';
import { mail } from '#platform/outbox.server.ts';
import { tell } from '#platform/tell.server.ts';
import { peopleByIds } from '#slices/people/index.ts';
import { type Edition, lockEdition } from '#slices/programmes/index.ts';
import { wordsFor } from '#words/index.ts';
import { editionRelations, refuseLate } from '../access.ts';
import { owedSeats } from '../progress.ts';
import { editionId } from '../schemas.ts';
import { insertReminder } from '../store.ts';
import { judgesToRemind, lastReminded } from './reminded.ts';

async function write(ctx: Ctx, edition: Edition, judge: PersonId, owed: readonly { readonly number: string; readonly title: string }[]) {
  const person = (await peopleByIds(ctx, [judge])).get(judge);
  if (!person) return;
  const closes = edition.judgingCloseAt.getTime();
  const { line } = wordsFor(ctx.language).judging.mails;
  await mail(ctx, {
    mail: 'judging.missing',
    to: person.email,
    person: judge,
    programme: edition.programme,
    edition: edition.id,
    data: {
      name: person.name,
      programme: edition.programmeName,
      edition: edition.name,
      count: owed.length,
      entries: owed.map(({ number, title }) => line(number, title)).join('\n'),
      closes: zonedText(closes, edition.zone),
      yours: person.zone && zonedText(closes, person.zone),
    },
  });
}

/** `count` is what whoever presses it saw: another number is refused with both. */
export const remindJudges = operation('judging.remind-judges', {
  input: z.object({ edition: editionId, count: z.coerce.number().int().min(0) }),
  who: ['manager'],
  scopes: ['ballots'],
  find: (ctx, input) => lockEdition(ctx, input.edition),
  relations: editionRelations,
  run: async (ctx, { count }, edition) => {
    const by = personOf(ctx);
    if (by === undefined) throw problem('general.sign-in-needed');
    refuseLate(ctx, edition);
    const owed = Map.groupBy(await owedSeats(ctx, edition.id), ({ judge }) => judge);
    const { judges } = await judgesToRemind(ctx, [...owed.keys()], await lastReminded(ctx, edition.id));
    if (judges.length !== count) throw problem('judging.reminder-changed', { seen: count, now: judges.length });
    if (judges.length === 0) throw problem('judging.nobody-to-remind');
    for (const judge of judges) {
      const seats = owed.get(judge) ?? [];
      await insertReminder(ctx, { edition: edition.id, judge, by, owed: seats.length });
      await write(ctx, edition, judge, seats);
    }
    const subject = { kind: 'edition', id: edition.id };
    await tell(ctx, { kind: 'judging.judges-reminded', programme: edition.programme, subject, body: { judges, count: judges.length } });
    return { reminded: judges.length };
  },
});
