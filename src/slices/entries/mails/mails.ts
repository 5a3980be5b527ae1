/** Mails of entries: data in; what fills their texts out. */
import { standing } from '#core/entries/withdrawing.ts';
import { right } from '#core/entries/writers.ts';
import { zonedText } from '#core/season/wall-time.ts';
import type { Ctx } from '#platform/context.ts';
import { declareEditionMail, declareMail, type MailData, type MailEdition, type MailSetting } from '#platform/mails.ts';
import { wordsFor } from '#words/index.ts';
import { openAgain } from '../reopening/open-again.ts';
import { ownEntriesIn, writersIn } from './views.ts';

declareEditionMail('entries.receipt', {
  topic: 'work',
  places: ['number', 'title', 'at', 'hash'],
  values: (data, { words }) => ({
    number: String(data.number),
    title: String(data.title),
    at: words.dates.exact(String(data.submittedAt)),
    hash: String(data.hash),
  }),
  path: (data) => `/entries/${data.entry}`,
  words: (values, { entries: { mails } }) => ({
    subject: mails.receipt.subject(values.number, values.programme),
    text: mails.receipt.text(values),
  }),
  people: (ctx, edition) => writersIn(ctx, edition.id, standing),
  read: async (ctx, edition) => {
    const entry = (await ownEntriesIn(ctx, edition.id)).find(({ submittedAt }) => submittedAt !== null);
    if (!entry?.submittedAt) return undefined;
    return {
      entry: entry.id,
      name: entry.ownerName,
      number: entry.number,
      title: entry.title,
      submittedAt: zonedText(entry.submittedAt.getTime(), edition.zone),
      hash: entry.hash,
    };
  },
});

declareMail('entries.writer-invited', (data, { words, url }) => {
  const { invited } = words.writers.mails;
  const [by, programme] = [String(data.by), String(data.programme)];
  const address = `${url}/sharing/${data.token}`;
  return {
    subject: invited.subject(by, programme),
    text: invited.text(String(data.name ?? ''), by, String(data.title), programme, right.parse(data.rights), address),
  };
});

declareMail('entries.ownership-offered', (data, { words, url }) => {
  const { offered } = words.writers.ownerMails;
  const [by, programme] = [String(data.by), String(data.programme)];
  return {
    subject: offered.subject(by, programme),
    text: offered.text(String(data.name ?? ''), by, String(data.title), programme, `${url}/sharing/${data.token}`),
  };
});

declareMail('entries.imported', (data, { words, url }) => {
  const { mail } = words.importing;
  const [programme, title, number] = [String(data.programme), String(data.title), String(data.number)];
  return { subject: mail.subject(programme), text: mail.text(String(data.name), programme, title, number, `${url}/entries/${data.entry}`) };
});

declareMail('entries.owner-changed', (data, { words }) => {
  const { changed } = words.writers.ownerMails;
  const programme = String(data.programme);
  return { subject: changed.subject(programme), text: changed.text(String(data.name), String(data.title), programme) };
});

/** What was last submitted, told as both mails about opening it again tell it. */
const ofReopened = {
  topic: 'work',
  places: ['number', 'title', 'reason', 'until'],
  values: (data: MailData, { words }: MailSetting) => ({
    number: String(data.number),
    title: String(data.title),
    reason: String(data.reason),
    until: words.dates.both(String(data.until), data.yours, words.dates.exact),
  }),
  path: (data: MailData) => `/entries/${data.entry}`,
  people: (ctx: Ctx, edition: MailEdition) => writersIn(ctx, edition.id, ['submitted', 'accepted']),
  read: async (ctx: Ctx, edition: MailEdition) => {
    const entry = (await ownEntriesIn(ctx, edition.id)).find(({ submittedAt }) => submittedAt !== null);
    if (!entry) return undefined;
    const again = (await openAgain(ctx, [entry.id])).get(entry.id);
    return {
      entry: entry.id,
      name: entry.ownerName,
      number: entry.number,
      title: entry.title,
      reason: again?.reason ?? wordsFor(ctx.language).reopening.mails.example,
      until: zonedText((again?.until ?? edition.entriesCloseAt).getTime(), edition.zone),
    };
  },
} as const;

declareEditionMail('entries.reopened', {
  ...ofReopened,
  words: (values, { reopening: { mails } }) => ({
    subject: mails.reopened.subject(values.number, values.programme),
    text: mails.reopened.text(values),
  }),
});

declareEditionMail('entries.reopening-cancelled', {
  ...ofReopened,
  words: (values, { reopening: { mails } }) => ({
    subject: mails.cancelled.subject(values.number, values.programme),
    text: mails.cancelled.text(values),
  }),
});

declareEditionMail('entries.unfinished', {
  topic: 'reminders',
  batch: true,
  places: ['entries', 'closes'],
  values: (data, { words }) => ({
    entries: String(data.entries),
    closes: words.dates.both(String(data.closes), data.yours),
  }),
  path: () => '/home',
  words: (values, { entries: { mails } }) => ({
    subject: mails.unfinished.subject(values.programme),
    text: mails.unfinished.text(values),
  }),
  people: (ctx, edition) => (ctx.now < edition.entriesCloseAt ? writersIn(ctx, edition.id, ['draft', 'returned']) : Promise.resolve([])),
  read: async (ctx, edition) => {
    const begun = (await ownEntriesIn(ctx, edition.id)).filter(({ state }) => state === 'draft' || state === 'returned');
    const [first] = begun;
    if (!first || ctx.now >= edition.entriesCloseAt) return undefined;
    const { line } = wordsFor(ctx.language).entries.mails;
    return {
      name: first.ownerName,
      entries: begun.map(({ title, number }) => line(title, number)).join('\n'),
      closes: zonedText(edition.entriesCloseAt.getTime(), edition.zone),
    };
  },
});

/** Whatever an organiser has to say to everybody who entered; its words are theirs alone. */
declareEditionMail('entries.letter', {
  topic: 'news',
  batch: true,
  places: ['entries'],
  values: (data) => ({
    entries: String(data.entries),
  }),
  path: () => '/home',
  people: (ctx, edition) => writersIn(ctx, edition.id, standing),
  read: async (ctx, edition) => {
    const own = (await ownEntriesIn(ctx, edition.id)).filter(({ submittedAt }) => submittedAt !== null);
    const [first] = own;
    if (!first) return undefined;
    const { line } = wordsFor(ctx.language).entries.mails;
    const entries = own.map(({ title, number }) => line(title, number)).join('\n');
    return { name: first.ownerName, entries };
  },
});
