/** Mails of entries: data in; subject and text out. */
import { declareMail } from '#platform/mails.ts';

declareMail('entries.receipt', (data, { words, url }) => {
  const { receipt } = words.entries.mails;
  const [number, title] = [String(data.number), String(data.title)];
  const at = words.dates.exact(String(data.submittedAt));
  const address = `${url}/entries/${data.entry}`;
  return {
    subject: receipt.subject(number, String(data.programme)),
    text: receipt.text({ name: String(data.name), number, title, programme: String(data.programme), at, hash: String(data.hash), address }),
  };
});
