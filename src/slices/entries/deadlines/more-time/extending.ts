/** A manager gives one entrant of an edition more time, with a reason, and takes it back. */
import { z } from 'zod';
import { noMoreTime } from '#core/entries/more-time.ts';
import { problem } from '#core/problems/problem.ts';
import { zonedText } from '#core/season/wall-time.ts';
import { type Ctx, personOf } from '#platform/context.ts';
import type { PersonId } from '#platform/ids.ts';
import { operation } from '#platform/operation.server.ts';
import { mail } from '#platform/outbox.server.ts';
import { tell } from '#platform/tell.server.ts';
import { peopleByIds } from '#slices/people/index.ts';
import { type Edition, editionById, editionId, lockEdition, programmeRelations, timesOf } from '#slices/programmes/index.ts';
import { becauseText, instant } from '../../schemas.ts';
import { entrantByEmail } from './entrants.ts';
import * as store from './extensions-store.ts';

/** @throws Problem at the field `until` */
export function requireMoreTime(ctx: Ctx, edition: Edition, until: Date): void {
  const code = noMoreTime(timesOf(edition), ctx.now.getTime(), until.getTime());
  if (code) throw problem('general.invalid-input', { count: 1 }, [{ path: 'until', code, facts: {} }]);
}

type Letter = { readonly mail: 'entries.more-time' | 'entries.more-time-over'; readonly until: Date; readonly reason: string };

export async function mailEntrants(
  ctx: Ctx,
  edition: Edition,
  people: readonly PersonId[],
  { until, reason, ...letter }: Letter,
): Promise<void> {
  for (const [person, { name, email, zone }] of await peopleByIds(ctx, people)) {
    await mail(ctx, {
      mail: letter.mail,
      to: email,
      person,
      programme: edition.programme,
      edition: edition.id,
      data: {
        name,
        programme: edition.programmeName,
        edition: edition.name,
        reason,
        until: zonedText(until.getTime(), edition.zone),
        yours: zone && zonedText(until.getTime(), zone),
        closes: zonedText(edition.entriesCloseAt.getTime(), edition.zone),
      },
    });
  }
}

export function manager(ctx: Ctx): PersonId {
  const by = personOf(ctx);
  if (by === undefined) throw problem('general.sign-in-needed');
  return by;
}

/** It holds for all they have begun in the edition, and for what they begin in it until then. */
export const extendDeadline = operation('entries.extend-deadline', {
  input: z.object({ edition: editionId, email: z.email().max(254), until: instant, reason: becauseText }),
  who: ['manager'],
  find: async (ctx, input) => {
    const edition = await lockEdition(ctx, input.edition);
    return edition?.published ? edition : undefined;
  },
  relations: (ctx, edition) => programmeRelations(ctx, edition.programme),
  run: async (ctx, { email, until, reason }, edition) => {
    const by = manager(ctx);
    requireMoreTime(ctx, edition, until);
    const person = await entrantByEmail(ctx, edition.id, email);
    if (person === undefined) {
      throw problem('general.invalid-input', { count: 1 }, [{ path: 'email', code: 'entries.no-such-entrant', facts: {} }]);
    }
    await store.insertExtensions(ctx, { edition: edition.id, until, reason, grace: null, by }, [person]);
    await mailEntrants(ctx, edition, [person], { mail: 'entries.more-time', until, reason });
    const subject = { kind: 'edition', id: edition.id };
    const body = { reason, until: until.toISOString() };
    await tell(ctx, { kind: 'entries.deadline-extended', programme: edition.programme, subject, about: person, body });
    return { edition: edition.id };
  },
});

export const takeExtensionBack = operation('entries.take-extension-back', {
  input: z.object({ extension: z.uuid() }),
  who: ['manager'],
  find: async (ctx, input) => {
    const extension = await store.lockExtension(ctx, input.extension);
    const edition = extension && extension.grace === null ? await editionById(ctx, extension.edition) : undefined;
    return extension && edition && { extension, edition };
  },
  relations: (ctx, { edition }) => programmeRelations(ctx, edition.programme),
  run: async (ctx, _input, { extension, edition }) => {
    const by = manager(ctx);
    if (extension.endedAt !== null || extension.until <= ctx.now) throw problem('entries.no-more-time-left');
    await store.markTakenBack(ctx, { id: extension.id }, by);
    const { until, reason, person } = extension;
    await mailEntrants(ctx, edition, [person], { mail: 'entries.more-time-over', until, reason });
    const subject = { kind: 'edition', id: edition.id };
    const body = { until: until.toISOString() };
    await tell(ctx, { kind: 'entries.extension-taken-back', programme: edition.programme, subject, about: person, body });
    return { edition: edition.id };
  },
});
