/** The mail that says what came by post. */
import { standing } from '#core/entries/withdrawing.ts';
import { zonedText } from '#core/season/wall-time.ts';
import { declareEditionMail } from '#platform/mails.ts';
import { wordsFor } from '#words/index.ts';
import { ownEntriesIn, writersIn } from '../mails/views.ts';

declareEditionMail('entries.item-received', {
  topic: 'work',
  places: ['number', 'title', 'what', 'at'],
  values: (data, { words }) => ({
    number: String(data.number),
    title: String(data.title),
    what: String(data.what),
    at: words.dates.full(String(data.at)),
  }),
  path: (data) => `/entries/${data.entry}`,
  words: (values, { items: { mail } }) => ({ subject: mail.subject(values.number, values.programme), text: mail.text(values) }),
  people: (ctx, edition) => writersIn(ctx, edition.id, standing),
  read: async (ctx, edition) => {
    const last = (await ownEntriesIn(ctx, edition.id)).find(({ submittedAt }) => submittedAt !== null);
    if (!last) return undefined;
    const { example } = wordsFor(ctx.language).items.mail;
    const at = zonedText(ctx.now.getTime(), edition.zone);
    return { entry: last.id, name: last.ownerName, number: last.number, title: last.title, what: example, at };
  },
});
