/** Mails about letters: to the referee that one is asked for, and that it is kept; to whoever asked that something came. */
import { declareMail, type MailData } from '#platform/mails.ts';

const asked = (data: MailData, until: string, url: string) => ({
  name: String(data.name),
  by: String(data.by),
  title: String(data.title),
  nominee: String(data.nominee),
  programme: String(data.programme),
  message: String(data.message),
  confidential: data.kind !== 'open',
  until,
  address: `${url}/letters/${data.token}`,
});

declareMail('entries.letter-asked', (data, { words, url }) => {
  const { mails } = words.letters;
  const of = asked(data, words.dates.full(String(data.until)), url);
  return { subject: mails.asked.subject(of.by, of.programme), text: mails.asked.text(of) };
});

declareMail('entries.letter-reminder', (data, { words, url }) => {
  const { mails } = words.letters;
  const of = asked(data, words.dates.full(String(data.until)), url);
  return { subject: mails.reminder.subject(of.by, of.programme), text: mails.reminder.text(of) };
});

declareMail('entries.letter-receipt', (data, { words, url }) => {
  const { receipt } = words.letters.mails;
  const [title, programme] = [String(data.title), String(data.programme)];
  const { dates } = words;
  return {
    subject: receipt.subject(programme),
    text: receipt.text({
      name: String(data.name),
      title,
      programme,
      hash: String(data.hash),
      at: dates.exact(String(data.at)),
      until: dates.full(String(data.until)),
      address: `${url}/letters/${data.token}`,
    }),
  };
});

declareMail('entries.letter-answered', (data, { words, url }) => {
  const { answered } = words.letters.mails;
  const became = data.became === 'declined' ? 'declined' : 'arrived';
  return {
    subject: answered.subject(String(data.programme), became),
    text: answered.text({
      name: String(data.name),
      became,
      title: String(data.title),
      programme: String(data.programme),
      address: `${url}/entries/${data.entry}/letters`,
    }),
  };
});
