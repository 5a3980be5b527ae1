/** Mails of screening: data in; subject and text out. */
import { declareMail } from '#platform/mails.ts';

declareMail('screening.returned', (data, { words, url }) => {
  const { returned } = words.screening.mails;
  const [number, title] = [String(data.number), String(data.title)];
  const until = data.open === 'yes' ? words.dates.full(String(data.closesAt)) : undefined;
  return {
    subject: returned.subject(number, String(data.programme)),
    text: returned.text({
      name: String(data.name),
      number,
      title,
      reason: String(data.reason),
      until,
      address: `${url}/entries/${data.entry}`,
    }),
  };
});
