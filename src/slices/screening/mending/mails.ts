/** Mails to whoever is to mend an entry: that it was sent back, that they have until another moment, that they need not. */
import { standing } from '#core/entries/withdrawing.ts';
import { zonedText } from '#core/season/wall-time.ts';
import type { Ctx } from '#platform/context.ts';
import { declareEditionMail, type MailData, type MailEdition, type MailSetting } from '#platform/mails.ts';
import { mail } from '#platform/outbox.server.ts';
import { ownEntriesIn, writersIn } from '#slices/entries/index.ts';
import { peopleByIds } from '#slices/people/index.ts';
import { wordsFor } from '#words/index.ts';
import type { Screened } from '../found.ts';

type Letter = { readonly mail: 'screening.returned' | 'screening.mending-moved' | 'screening.return-undone'; readonly more: MailData };

async function mailWriter(ctx: Ctx, { entry, edition }: Screened, letter: Letter): Promise<void> {
  const owner = (await peopleByIds(ctx, [entry.owner])).get(entry.owner);
  if (owner === undefined) return;
  const { programme, programmeName, id, name } = edition;
  const of = { entry: entry.id, name: owner.name, number: entry.number, title: entry.title, programme: programmeName, edition: name };
  const data = { ...of, ...letter.more };
  await mail(ctx, { mail: letter.mail, to: owner.email, person: entry.owner, programme, edition: id, data });
}

/** `until`: undefined where entries being open says until when. */
export function mailReturn(ctx: Ctx, found: Screened, { reason, until }: { reason: string; until: Date | undefined }): Promise<void> {
  const { entriesCloseAt, zone } = found.edition;
  const open = until !== undefined || ctx.now < entriesCloseAt;
  const closesAt = zonedText((until ?? entriesCloseAt).getTime(), zone);
  return mailWriter(ctx, found, { mail: 'screening.returned', more: { reason, closesAt, open: open ? 'yes' : 'no' } });
}

export const mailMoved = (ctx: Ctx, found: Screened, { reason, until }: { reason: string; until: Date }) =>
  mailWriter(ctx, found, { mail: 'screening.mending-moved', more: { reason, until: zonedText(until.getTime(), found.edition.zone) } });

export const mailUndone = (ctx: Ctx, found: Screened) => mailWriter(ctx, found, { mail: 'screening.return-undone', more: {} });

declareEditionMail('screening.returned', {
  topic: 'work',
  places: ['number', 'title', 'reason', 'next'],
  values: (data, { words }) => {
    const { returned } = words.screening.mails;
    return {
      number: String(data.number),
      title: String(data.title),
      reason: String(data.reason),
      next: data.open === 'yes' ? returned.nextUntil(words.dates.full(String(data.closesAt))) : returned.nextOver,
    };
  },
  path: (data) => `/entries/${data.entry}`,
  words: (values, { screening: { mails } }) => ({
    subject: mails.returned.subject(values.number, values.programme),
    text: mails.returned.text(values),
  }),
  people: (ctx, edition) => writersIn(ctx, edition.id, standing),
  read: async (ctx, edition) => {
    const own = (await ownEntriesIn(ctx, edition.id)).filter(({ submittedAt }) => submittedAt !== null);
    const entry = own.find(({ state }) => state === 'returned') ?? own[0];
    if (!entry) return undefined;
    return {
      entry: entry.id,
      name: entry.ownerName,
      number: entry.number,
      title: entry.title,
      reason: entry.note || wordsFor(ctx.language).screening.mails.returned.example,
      closesAt: zonedText((entry.mendBy ?? edition.entriesCloseAt).getTime(), edition.zone),
      open: ctx.now < (entry.mendBy ?? edition.entriesCloseAt) ? 'yes' : 'no',
    };
  },
});

/** What is read for a preview of the two that follow. */
async function lastSent(ctx: Ctx, edition: MailEdition) {
  const own = (await ownEntriesIn(ctx, edition.id)).filter(({ submittedAt }) => submittedAt !== null);
  return own.find(({ state }) => state === 'returned') ?? own[0];
}

declareEditionMail('screening.mending-moved', {
  topic: 'work',
  places: ['number', 'title', 'reason', 'until'],
  values: (data, { words }: MailSetting) => ({
    number: String(data.number),
    title: String(data.title),
    reason: String(data.reason),
    until: words.dates.full(String(data.until)),
  }),
  path: (data) => `/entries/${data.entry}`,
  words: (values, { screening: { mending } }) => ({
    subject: mending.mails.moved.subject(values.number, values.programme),
    text: mending.mails.moved.text(values),
  }),
  people: (ctx, edition) => writersIn(ctx, edition.id, ['returned']),
  read: async (ctx, edition) => {
    const entry = await lastSent(ctx, edition);
    if (!entry) return undefined;
    const { id, ownerName: name, number, title, mendBy } = entry;
    const reason = wordsFor(ctx.language).screening.mending.mails.example;
    return { entry: id, name, number, title, reason, until: zonedText((mendBy ?? edition.entriesCloseAt).getTime(), edition.zone) };
  },
});

declareEditionMail('screening.return-undone', {
  topic: 'work',
  places: ['number', 'title'],
  values: (data) => ({ number: String(data.number), title: String(data.title) }),
  path: (data) => `/entries/${data.entry}`,
  words: (values, { screening: { mending } }) => ({
    subject: mending.mails.undone.subject(values.number, values.programme),
    text: mending.mails.undone.text(values),
  }),
  people: (ctx, edition) => writersIn(ctx, edition.id, ['returned', 'submitted']),
  read: async (ctx, edition) => {
    const entry = await lastSent(ctx, edition);
    return entry && { entry: entry.id, name: entry.ownerName, number: entry.number, title: entry.title };
  },
});
