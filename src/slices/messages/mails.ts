/** Mails of messages itself. */
import { declareMail } from '#platform/mails.ts';

declareMail('messages.test', (data, { words }) => ({
  subject: words.messages.testSubject(String(data.subject)),
  text: String(data.text),
}));
