/** What managers do with a nominee: their details are mended, and they are told that they were nominated. */
import { z } from 'zod';
import { noTelling } from '#core/nominations/states.ts';
import { problem } from '#core/problems/problem.ts';
import { zonedText } from '#core/season/wall-time.ts';
import type { Ctx } from '#platform/context.ts';
import { operation } from '#platform/operation.server.ts';
import { mail } from '#platform/outbox.server.ts';
import { daysKept } from '#platform/privacy/kept.ts';
import { tell } from '#platform/tell.server.ts';
import { token } from '#slices/people/index.ts';
import { editionById, programmeRelations, requireFresh } from '#slices/programmes/index.ts';
import { openTimer } from './privacy/timers.ts';
import { nomineeId, nomineeText, version } from './schemas.ts';
import * as store from './store.ts';

const one = async (ctx: Ctx, id: string) => (await store.lockNominees(ctx, [id]))[0];
const subjectOf = (id: string) => ({ kind: 'nominee', id });

/**
 * Name, company and address of a nominee; not of one who has answered, because then the details are theirs. With another address they have to
 * be told again.
 */
export const changeNominee = operation('nominations.change-nominee', {
  input: z.object({ nominee: nomineeId, version, ...nomineeText }),
  who: ['manager'],
  find: (ctx, input) => one(ctx, input.nominee),
  relations: (ctx, { programme }) => programmeRelations(ctx, programme),
  run: async (ctx, { version: seen, nominee: _id, ...text }, nominee) => {
    const { name, worksFor, email } = nominee;
    requireFresh(nominee, seen, { name, worksFor, email }, text);
    if (nominee.mergedInto !== null) throw problem('nominations.merged-away');
    if (nominee.state === 'declined') throw problem('nominations.declined-already');
    if (nominee.state === 'accepted') throw problem('nominations.accepted-already');
    await store.markText(ctx, nominee, text);
    await tell(ctx, { kind: 'nominations.nominee-changed', programme: nominee.programme, subject: subjectOf(nominee.id), body: {} });
    return { nominee: nominee.id };
  },
});

/**
 * Mails the nominee that they were nominated, with the notice the law asks for and a link whose page asks whether they accept. The door makes
 * the token, so that a retry mails the same; the link mailed before stops working. Whoever declined is told nothing more in the edition.
 */
export const tellNominee = operation('nominations.tell-nominee', {
  input: z.object({ nominee: nomineeId, token }),
  who: ['manager'],
  secret: true,
  find: (ctx, input) => one(ctx, input.nominee),
  relations: (ctx, { programme }) => programmeRelations(ctx, programme),
  run: async (ctx, input, nominee) => {
    const refusal = noTelling({ ...nominee, merged: nominee.mergedInto !== null }, await store.hasDeclined(ctx, nominee));
    if (refusal) throw problem(refusal.code, refusal.facts);
    const edition = await editionById(ctx, nominee.edition);
    if (!edition) throw problem('general.not-found');
    await store.markTold(ctx, nominee, input.token);
    const { programmeName, name, zone, entriesCloseAt } = edition;
    const closes = zonedText(entriesCloseAt.getTime(), zone);
    const kept = await daysKept(ctx, openTimer, edition.programme);
    const data = { token: input.token, name: nominee.name, programme: programmeName, edition: name, closes, kept };
    await mail(ctx, { mail: 'nominations.told', to: nominee.email, programme: edition.programme, edition: edition.id, data });
    await tell(ctx, { kind: 'nominations.nominee-told', programme: edition.programme, subject: subjectOf(nominee.id), body: {} });
    return { nominee: nominee.id };
  },
});
