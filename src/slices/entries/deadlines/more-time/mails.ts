/** Mails about more time: that somebody has it, and that it was taken back. */
import { zonedText } from '#core/season/wall-time.ts';
import { type Ctx, personOf } from '#platform/context.ts';
import { declareEditionMail, type MailData, type MailEdition, type MailSetting } from '#platform/mails.ts';
import { wordsFor } from '#words/index.ts';
import { ownEntriesIn, writersIn } from '../../mails/views.ts';
import { standingIn } from './extensions-store.ts';

const ofMoreTime = {
  topic: 'work',
  places: ['reason', 'until', 'closes'],
  values: (data: MailData, { words }: MailSetting) => ({
    reason: String(data.reason),
    until: words.dates.both(String(data.until), data.yours, words.dates.exact),
    closes: words.dates.full(String(data.closes)),
  }),
  path: () => '/home',
  people: (ctx: Ctx, edition: MailEdition) => writersIn(ctx, edition.id, ['draft', 'returned']),
  read: async (ctx: Ctx, edition: MailEdition) => {
    const person = personOf(ctx);
    const [entry] = await ownEntriesIn(ctx, edition.id);
    if (!entry || person === undefined) return undefined;
    const [given] = await standingIn(ctx, edition.id, person);
    const closes = zonedText(edition.entriesCloseAt.getTime(), edition.zone);
    return {
      name: entry.ownerName,
      reason: given?.reason ?? wordsFor(ctx.language).moreTime.mails.example,
      until: given ? zonedText(given.until.getTime(), edition.zone) : closes,
      closes,
    };
  },
} as const;

declareEditionMail('entries.more-time', {
  ...ofMoreTime,
  words: (values, { moreTime: { mails } }) => ({ subject: mails.given.subject(values.programme), text: mails.given.text(values) }),
});

declareEditionMail('entries.more-time-over', {
  ...ofMoreTime,
  words: (values, { moreTime: { mails } }) => ({ subject: mails.over.subject(values.programme), text: mails.over.text(values) }),
});
