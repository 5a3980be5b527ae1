/** The mail to whoever runs a programme when something that was asked or said on its page waits for them. */
import { personOf } from '#platform/context.ts';
import { declareEditionMail } from '#platform/mails.ts';
import { managersOf } from '../roles/managers.ts';

declareEditionMail('programmes.remark-waits', {
  topic: 'reminders',
  places: [],
  values: () => ({}),
  path: (data) => `/manage/${data.slug}/questions`,
  words: (values, { remarks }) => ({ subject: remarks.mail.subject(values.programme), text: remarks.mail.text(values) }),
  people: async (ctx, edition) => (await managersOf(ctx, edition.id)).map(({ person }) => person),
  read: async (ctx, edition) => {
    const reader = (await managersOf(ctx, edition.id)).find(({ person }) => person === personOf(ctx));
    return reader && { name: reader.name, slug: edition.programmeSlug };
  },
});
