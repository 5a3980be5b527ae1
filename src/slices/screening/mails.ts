/** Mails of screening: data in; what fills their texts out. */
import { standing } from '#core/entries/withdrawing.ts';
import { zonedText } from '#core/season/wall-time.ts';
import { declareEditionMail } from '#platform/mails.ts';
import { ownEntriesIn, writersIn } from '#slices/entries/index.ts';
import { wordsFor } from '#words/index.ts';

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
      closesAt: zonedText(edition.entriesCloseAt.getTime(), edition.zone),
      open: ctx.now < edition.entriesCloseAt ? 'yes' : 'no',
    };
  },
});
