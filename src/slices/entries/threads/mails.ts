/** Mails of a thread: that the other side wrote, and the way there. */
import { declareMail, type MailData } from '#platform/mails.ts';

const told = (data: MailData, address: string) => ({
  name: String(data.name ?? ''),
  number: String(data.number ?? ''),
  category: String(data.category),
  programme: String(data.programme),
  count: Number(data.count),
  address,
});

declareMail('entries.entrant-wrote', (data, { words, url }) => {
  const { asked } = words.threads.mails;
  return {
    subject: asked.subject(String(data.programme)),
    text: asked.text(told(data, `${url}/manage/entries/${data.entry}/questions`)),
  };
});

declareMail('entries.organiser-wrote', (data, { words, url }) => {
  const { answered } = words.threads.mails;
  return {
    subject: answered.subject(String(data.programme)),
    text: answered.text(told(data, `${url}/entries/${data.entry}/questions`)),
  };
});
