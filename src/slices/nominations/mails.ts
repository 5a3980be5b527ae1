/** Mails of nominations: data in; what fills their texts out. */
import { declareEditionMail, declareMail } from '#platform/mails.ts';

/** Says nothing that whoever nominated wrote: the form can be sent to anybody's address. */
declareMail('nominations.code', (data, { words, url }) => {
  const { code } = words.nominations.mails;
  const award = `${data.programme} ${data.edition}`;
  const figures = String(data.code).replace(/^(\d{4})(\d{4})$/, '$1 $2');
  return { subject: code.subject(String(data.programme)), text: code.text(award, figures, `${url}/nominations/${data.nomination}`) };
});

/** To an address that has no account yet, so nobody can be found for it and its data are those of the moment it was sent. */
declareEditionMail('nominations.told', {
  topic: 'work',
  places: ['closes', 'kept'],
  values: (data, { words }) => ({
    closes: words.dates.full(String(data.closes)),
    // One that waits since before this was said of a mail was written when all kept it this long.
    kept: words.nominations.kept(Number(data.kept ?? 180)),
  }),
  path: (data) => `/nominee/${data.token}`,
  words: (values, { nominations: { mails } }) => ({ subject: mails.told.subject(values.programme), text: mails.told.text(values) }),
  people: () => Promise.resolve([]),
  read: () => Promise.resolve(undefined),
});
