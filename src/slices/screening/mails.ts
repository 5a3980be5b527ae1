/** Mails of screening: data in; what fills their texts out. */
import { zonedText } from '#core/season/wall-time.ts';
import { declareEditionMail } from '#platform/mails.ts';
import { ownEntriesIn, writersIn } from '#slices/entries/index.ts';
import { wordsFor } from '#words/index.ts';

declareEditionMail('screening.returned', {
  topic: 'work',
  places: ['greeting', 'number', 'title', 'programme', 'edition', 'reason', 'next', 'address'],
  links: ['address'],
  values: (data, { words, url }) => {
    const { returned } = words.screening.mails;
    return {
      greeting: words.messages.greeting(String(data.name ?? '')),
      number: String(data.number),
      title: String(data.title),
      programme: String(data.programme),
      edition: String(data.edition ?? ''),
      reason: String(data.reason),
      next: data.open === 'yes' ? returned.nextUntil(words.dates.full(String(data.closesAt))) : returned.nextOver,
      address: `${url}/entries/${data.entry}`,
    };
  },
  words: (values, { screening: { mails } }) => ({
    subject: mails.returned.subject(values.number, values.programme),
    text: mails.returned.text(values),
  }),
  people: (ctx, edition) => writersIn(ctx, edition.id, ['submitted', 'returned', 'accepted']),
  read: async (ctx, edition) => {
    const own = (await ownEntriesIn(ctx, edition.id)).filter(({ submittedAt }) => submittedAt !== null);
    const entry = own.find(({ state }) => state === 'returned') ?? own[0];
    if (!entry) return undefined;
    return {
      entry: entry.id,
      name: entry.ownerName,
      number: entry.number,
      title: entry.title,
      programme: edition.programmeName,
      edition: edition.name,
      reason: entry.note || wordsFor(ctx.language).screening.mails.returned.example,
      closesAt: zonedText(edition.entriesCloseAt.getTime(), edition.zone),
      open: ctx.now < edition.entriesCloseAt ? 'yes' : 'no',
    };
  },
});
