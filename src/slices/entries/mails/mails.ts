/** Mails of entries: data in; what fills their texts out. */
import { standing } from '#core/entries/withdrawing.ts';
import { zonedText } from '#core/season/wall-time.ts';
import { declareEditionMail } from '#platform/mails.ts';
import { wordsFor } from '#words/index.ts';
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

declareEditionMail('entries.unfinished', {
  topic: 'reminders',
  batch: true,
  places: ['entries', 'closes'],
  values: (data, { words }) => ({
    entries: String(data.entries),
    closes: words.dates.full(String(data.closes)),
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
