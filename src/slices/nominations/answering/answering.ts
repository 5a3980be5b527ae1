/** What a nominee answers by the link that was mailed to them: they accept, decline, or mend what was said of them. */
import { z } from 'zod';
import type { NominatorKind } from '#core/categories/shape.ts';
import { linkProves } from '#core/nominations/states.ts';
import { problem } from '#core/problems/problem.ts';
import { type Ctx, personOf } from '#platform/context.ts';
import type { EntryId, PersonId } from '#platform/ids.ts';
import { operation } from '#platform/operation.server.ts';
import { tell } from '#platform/tell.server.ts';
import { categoryInEdition, openDraft } from '#slices/entries/index.ts';
import { arriveByMail, personByEmail, personName, token } from '#slices/people/index.ts';
import { limits, nomineeText, oneLine } from '../schemas.ts';
import * as store from '../store.ts';

const subjectOf = (id: string) => ({ kind: 'nominee', id });
const found = async (ctx: Ctx, link: string) => ({ nominee: await store.lockNomineeOfLink(ctx, link) });

/** @throws Problem `nominations.link-over` for a link that was never mailed, or was replaced by a later one */
function required(nominee: store.Nominee | undefined): store.Nominee {
  if (!nominee) throw problem('nominations.link-over');
  return nominee;
}

/**
 * Who accepts: the signed-in person if the nomination is theirs, otherwise whoever the mailed link proves to read the mailbox it went to. That
 * once, and for days: an accepted nomination opens nothing any more to whoever has only its link, and an old mail signs nobody in.
 */
async function accepting(ctx: Ctx, nominee: store.Nominee, name: string | undefined, session: string): Promise<PersonId> {
  const signedIn = personOf(ctx);
  if (signedIn === undefined && nominee.state === 'accepted') throw problem('nominations.accepted-already');
  if (signedIn === undefined && !linkProves(nominee, ctx.now)) throw problem('nominations.sign-in-first');
  if (signedIn === undefined) return (await arriveByMail(ctx, { email: nominee.email, name }, session)).person;
  if ((await personByEmail(ctx, nominee.email))?.id !== signedIn) throw problem('nominations.for-another');
  return signedIn;
}

/** What all nominators say of themselves, where they say the same. */
function relationOf(ctx: Ctx, nominee: string): Promise<NominatorKind | null> {
  return ctx.db
    .selectFrom('nominees')
    .select(['by_self', 'by_peers', 'by_customers'])
    .where('organisation_id', '=', ctx.organisation)
    .where('id', '=', nominee)
    .executeTakeFirstOrThrow()
    .then(({ by_self, by_peers, by_customers }) => {
      const counts = [
        ['self', by_self],
        ['peer', by_peers],
        ['customer', by_customers],
      ] as const;
      const [first, ...more] = counts.filter(([, count]) => count > 0);
      return first && more.length === 0 ? first[0] : null;
    });
}

/** A draft of the nominee's own that begins with what is known; null while entries are not open yet. */
async function application(ctx: Ctx, nominee: store.Nominee, owner: PersonId): Promise<EntryId | null> {
  const category = await categoryInEdition(ctx, nominee.category);
  if (!category) throw problem('general.not-found');
  if (nominee.state !== 'accepted' && ctx.now < category.edition.entriesOpenAt) return null;
  const nominator = await relationOf(ctx, nominee.id);
  return openDraft(ctx, category, owner, { nominee: nominee.name.slice(0, 200), nomineeKind: nominee.kind, nominator });
}

/**
 * Accepts, and opens the application as a draft entry where entries are open; before that the same once more opens it. A nomination that was
 * declined may still be accepted by whoever declined it. Accepting twice answers with the same entry.
 */
export const acceptNomination = operation('nominations.accept-nomination', {
  input: z.object({ token, name: personName.regex(oneLine).optional(), session: token }),
  who: ['visitor'],
  secret: true,
  find: (ctx, input) => found(ctx, input.token),
  run: async (ctx, input, { nominee: of }) => {
    const nominee = required(of);
    const owner = await accepting(ctx, nominee, input.name, input.session);
    const entry = nominee.entry ?? (await application(ctx, nominee, owner));
    await store.markAccepted(ctx, nominee.id, entry);
    const body = { person: owner, ...(entry !== null && { entry }) };
    const subject = subjectOf(nominee.id);
    await tell(ctx, { kind: 'nominations.nomination-accepted', programme: nominee.programme, subject, about: owner, body });
    return { nominee: nominee.id, entry };
  },
});

/** It stops: nobody mails them of the edition any more, whoever nominates them again. Whoever has declined has said it, and says no more. */
export const declineNomination = operation('nominations.decline-nomination', {
  input: z.object({ token, answer: z.string().trim().max(limits.answer).default('') }),
  who: ['visitor'],
  secret: true,
  find: (ctx, input) => found(ctx, input.token),
  run: async (ctx, input, { nominee: of }) => {
    const nominee = required(of);
    if (nominee.state === 'accepted') throw problem('nominations.accepted-already');
    if (nominee.state === 'declined') throw problem('nominations.declined-already');
    await store.markDeclined(ctx, nominee.id, input.answer);
    await tell(ctx, { kind: 'nominations.nomination-declined', programme: nominee.programme, subject: subjectOf(nominee.id), body: {} });
    return { nominee: nominee.id };
  },
});

/** Anybody with the link may correct, so not for ever. */
const mostCorrections = 20;

/** Name and company as the nominee wants them; the address stays, because the link is the proof of it. */
export const correctNominee = operation('nominations.correct-nominee', {
  input: z.object({ token, name: nomineeText.name, worksFor: nomineeText.worksFor }),
  who: ['visitor'],
  secret: true,
  find: (ctx, input) => found(ctx, input.token),
  run: async (ctx, { name, worksFor }, { nominee: of }) => {
    const nominee = required(of);
    if (nominee.state === 'accepted') throw problem('nominations.accepted-already');
    if (nominee.corrections >= mostCorrections) throw problem('nominations.corrected-enough', { most: mostCorrections });
    await store.markCorrected(ctx, nominee, { name, worksFor });
    await tell(ctx, { kind: 'nominations.nominee-corrected', programme: nominee.programme, subject: subjectOf(nominee.id), body: {} });
    return { nominee: nominee.id };
  },
});
