/** Mails of results: data in; subject and text out. */
import { declareMail } from '#platform/mails.ts';

declareMail('results.you-won', (data, { words, url }) => {
  const { youWon } = words.results.mails;
  const [title, category, programme, edition] = [data.title, data.category, data.programme, data.edition].map(String) as [
    string,
    string,
    string,
    string,
  ];
  return {
    subject: youWon.subject(programme, edition),
    text: youWon.text({ name: String(data.name ?? ''), title, category, programme, address: `${url}${data.path}` }),
  };
});
