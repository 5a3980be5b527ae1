/** Mails about an entry that may not compete, and about one that is looked at again. */
import type { Ctx } from '#platform/context.ts';
import { declareEditionMail } from '#platform/mails.ts';
import { mail } from '#platform/outbox.server.ts';
import { ownEntriesIn, writersIn } from '#slices/entries/index.ts';
import { peopleByIds } from '#slices/people/index.ts';
import { wordsFor } from '#words/index.ts';
import type { Screened } from '../found.ts';

type Mail = 'screening.not-eligible' | 'screening.looked-at-again';

async function mailOwner(ctx: Ctx, kind: Mail, { entry, edition }: Screened, more: { readonly reason?: string }): Promise<void> {
  const owner = (await peopleByIds(ctx, [entry.owner])).get(entry.owner);
  if (owner === undefined) return;
  const { programme, programmeName, id, name } = edition;
  const of = { entry: entry.id, name: owner.name, number: entry.number, title: entry.title, programme: programmeName, edition: name };
  await mail(ctx, { mail: kind, to: owner.email, person: entry.owner, programme, edition: id, data: { ...of, ...more } });
}

export const mailIneligible = (ctx: Ctx, found: Screened, reason: string) => mailOwner(ctx, 'screening.not-eligible', found, { reason });

export const mailAgain = (ctx: Ctx, found: Screened) => mailOwner(ctx, 'screening.looked-at-again', found, {});

declareEditionMail('screening.not-eligible', {
  topic: 'work',
  places: ['number', 'title', 'reason'],
  values: (data) => ({ number: String(data.number), title: String(data.title), reason: String(data.reason) }),
  path: (data) => `/entries/${data.entry}`,
  words: (values, { screening: { verdicts } }) => ({
    subject: verdicts.mails.notEligible.subject(values.number, values.programme),
    text: verdicts.mails.notEligible.text(values),
  }),
  people: (ctx, edition) => writersIn(ctx, edition.id, ['submitted', 'returned', 'accepted', 'ineligible']),
  read: async (ctx, edition) => {
    const own = (await ownEntriesIn(ctx, edition.id)).filter(({ submittedAt }) => submittedAt !== null);
    const entry = own.find(({ state }) => state === 'ineligible') ?? own[0];
    if (!entry) return undefined;
    const { id, ownerName: name, number, title, note, state } = entry;
    const reason = state === 'ineligible' && note ? note : wordsFor(ctx.language).screening.verdicts.mails.notEligible.example;
    return { entry: id, name, number, title, reason };
  },
});

declareEditionMail('screening.looked-at-again', {
  topic: 'work',
  places: ['number', 'title'],
  values: (data) => ({ number: String(data.number), title: String(data.title) }),
  path: (data) => `/entries/${data.entry}`,
  words: (values, { screening: { verdicts } }) => ({
    subject: verdicts.mails.again.subject(values.number, values.programme),
    text: verdicts.mails.again.text(values),
  }),
  people: (ctx, edition) => writersIn(ctx, edition.id, ['submitted', 'returned', 'accepted']),
  read: async (ctx, edition) => {
    const entry = (await ownEntriesIn(ctx, edition.id)).find(({ submittedAt }) => submittedAt !== null);
    return entry && { entry: entry.id, name: entry.ownerName, number: entry.number, title: entry.title };
  },
});
