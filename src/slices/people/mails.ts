/** People's mails: data in; subject and text out. */
import { declareMail } from '#platform/mails.ts';

declareMail('people.sign-in-link', (data, { words, url }) => {
  const { signInLink } = words.people.mails;
  const address = `${url}/link/${data.token}?to=${encodeURIComponent(String(data.to ?? '/home'))}`;
  return { subject: signInLink.subject, text: signInLink.text(String(data.name ?? ''), address) };
});
