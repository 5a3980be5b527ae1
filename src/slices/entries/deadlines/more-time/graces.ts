/** After an outage everybody whom it kept from sending in gets until one later instant, by one act that says to how many; and it is taken back. */
import { z } from 'zod';
import { problem } from '#core/problems/problem.ts';
import { operation } from '#platform/operation.server.ts';
import { tell } from '#platform/tell.server.ts';
import { editionById, editionId, lockEdition, programmeRelations } from '#slices/programmes/index.ts';
import { becauseText, instant } from '../../schemas.ts';
import { keptBackBy } from './entrants.ts';
import { mailEntrants, manager, requireMoreTime } from './extending.ts';
import * as store from './extensions-store.ts';

/** `count` is what whoever presses it saw: another number is refused with both. */
export const graceOutage = operation('entries.grace-outage', {
  input: z.object({
    edition: editionId,
    from: instant,
    to: instant,
    until: instant,
    reason: becauseText,
    log: z.string().trim().max(20_000).default(''),
    count: z.coerce.number().int().min(0),
  }),
  who: ['manager'],
  find: async (ctx, input) => {
    const edition = await lockEdition(ctx, input.edition);
    return edition?.published ? edition : undefined;
  },
  relations: (ctx, edition) => programmeRelations(ctx, edition.programme),
  run: async (ctx, { from, to, until, reason, log, count }, edition) => {
    const by = manager(ctx);
    if (from >= to || to > ctx.now)
      throw problem('general.invalid-input', { count: 1 }, [{ path: 'to', code: 'entries.no-outage', facts: {} }]);
    requireMoreTime(ctx, edition, until);
    const people = await keptBackBy(ctx, edition.id, { from: from.getTime(), to: to.getTime() });
    if (people.length !== count) throw problem('entries.grace-changed', { seen: count, now: people.length });
    if (people.length === 0) throw problem('entries.nobody-kept-back');
    const grace = await store.insertGrace(ctx, { edition: edition.id, from, to, until, reason, log, people: people.length, by });
    await store.insertExtensions(ctx, { edition: edition.id, until, reason, grace, by }, people);
    await mailEntrants(ctx, edition, people, { mail: 'entries.more-time', until, reason });
    const subject = { kind: 'edition', id: edition.id };
    const body = { grace, from: from.toISOString(), to: to.toISOString(), until: until.toISOString(), reason, log, people, count };
    await tell(ctx, { kind: 'entries.outage-graced', programme: edition.programme, subject, body });
    return { grace, people: people.length };
  },
});

export const takeGraceBack = operation('entries.take-grace-back', {
  input: z.object({ grace: z.uuid() }),
  who: ['manager'],
  find: async (ctx, input) => {
    const grace = await store.lockGrace(ctx, input.grace);
    const edition = grace && (await editionById(ctx, grace.edition));
    return grace && edition && { grace, edition };
  },
  relations: (ctx, { edition }) => programmeRelations(ctx, edition.programme),
  run: async (ctx, _input, { grace, edition }) => {
    const by = manager(ctx);
    const { id, until, reason } = grace;
    if (grace.endedAt !== null || until <= ctx.now) throw problem('entries.no-more-time-left');
    await store.markGraceTakenBack(ctx, id, by);
    const people = await store.markTakenBack(ctx, { grace: id }, by);
    await mailEntrants(ctx, edition, people, { mail: 'entries.more-time-over', until, reason });
    const subject = { kind: 'edition', id: edition.id };
    const body = { grace: id, count: people.length };
    await tell(ctx, { kind: 'entries.grace-taken-back', programme: edition.programme, subject, body });
    return { people: people.length };
  },
});
