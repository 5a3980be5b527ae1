/** Mails to whoever wrote an entry that was moved to another category, or back. */
import { zonedText } from '#core/season/wall-time.ts';
import type { Ctx } from '#platform/context.ts';
import { declareEditionMail, type MailData, type MailEdition } from '#platform/mails.ts';
import { mail } from '#platform/outbox.server.ts';
import { categoryInEdition, type MailedEntry, ownEntriesIn, writersIn } from '#slices/entries/index.ts';
import { peopleByIds } from '#slices/people/index.ts';
import { wordsFor } from '#words/index.ts';
import type { Screened } from '../found.ts';

type Letter = { readonly mail: 'screening.moved' | 'screening.move-undone'; readonly more: MailData };

async function mailWriter(ctx: Ctx, { entry, edition }: Screened, { mail: kind, more }: Letter): Promise<void> {
  const owner = (await peopleByIds(ctx, [entry.owner])).get(entry.owner);
  if (owner === undefined) return;
  const { programme, programmeName, id, name } = edition;
  const of = { entry: entry.id, name: owner.name, number: entry.number, title: entry.title, programme: programmeName, edition: name };
  await mail(ctx, { mail: kind, to: owner.email, person: entry.owner, programme, edition: id, data: { ...of, ...more } });
}

type Told = {
  readonly to: string;
  readonly reason: string;
  readonly missing: number;
  readonly unasked: number;
  readonly until: Date | undefined;
};

export async function mailMoved(ctx: Ctx, found: Screened, { missing, unasked, until, ...told }: Told): Promise<void> {
  const { entriesCloseAt, zone } = found.edition;
  const from = (await categoryInEdition(ctx, found.entry.category))?.name ?? '';
  const by = zonedText((until ?? entriesCloseAt).getTime(), zone);
  const more = { from, ...told, missing: String(missing), unasked: String(unasked), until: by };
  await mailWriter(ctx, found, { mail: 'screening.moved', more });
}

export const mailMovedBack = (ctx: Ctx, found: Screened, more: { readonly from: string; readonly to: string }) =>
  mailWriter(ctx, found, { mail: 'screening.move-undone', more });

/** What is read for a preview. */
const lastSent = async (ctx: Ctx, edition: MailEdition) =>
  (await ownEntriesIn(ctx, edition.id)).find(({ submittedAt }) => submittedAt !== null);

const shown = ({ id: entry, ownerName: name, number, title }: MailedEntry) => ({ entry, name, number, title });

declareEditionMail('screening.moved', {
  topic: 'work',
  places: ['number', 'title', 'from', 'to', 'reason', 'next'],
  values: (data, { words }) => {
    const { next } = words.screening.moving.mail;
    return {
      number: String(data.number),
      title: String(data.title),
      from: String(data.from),
      to: String(data.to),
      reason: String(data.reason),
      next: next(Number(data.missing), Number(data.unasked), words.dates.full(String(data.until))),
    };
  },
  path: (data) => `/entries/${data.entry}`,
  words: (values, { screening: { moving } }) => ({
    subject: moving.mail.subject(values.number, values.programme),
    text: moving.mail.text(values),
  }),
  people: (ctx, edition) => writersIn(ctx, edition.id, ['submitted', 'returned']),
  read: async (ctx, edition) => {
    const last = await lastSent(ctx, edition);
    if (!last) return undefined;
    const { example } = wordsFor(ctx.language).screening.moving.mail;
    const until = zonedText((last.mendBy ?? edition.entriesCloseAt).getTime(), edition.zone);
    return { ...shown(last), from: last.category, to: last.category, reason: example, missing: '0', unasked: '0', until };
  },
});

declareEditionMail('screening.move-undone', {
  topic: 'work',
  places: ['number', 'title', 'from', 'to'],
  values: (data) => ({ number: String(data.number), title: String(data.title), from: String(data.from), to: String(data.to) }),
  path: (data) => `/entries/${data.entry}`,
  words: (values, { screening: { moving } }) => ({
    subject: moving.mail.undone.subject(values.number, values.programme),
    text: moving.mail.undone.text(values),
  }),
  people: (ctx, edition) => writersIn(ctx, edition.id, ['submitted', 'returned']),
  read: async (ctx, edition) => {
    const last = await lastSent(ctx, edition);
    return last && { ...shown(last), from: last.category, to: last.category };
  },
});
