/** Integrations' mails: data in; subject and text out. */
import { declareMail } from '#platform/mails.ts';

declareMail('integrations.webhook-failed', (data, { words, url }) => {
  const { failed } = words.webhooks.mails;
  const host = String(data.host);
  return { subject: failed.subject(host), text: failed.text(String(data.name ?? ''), host, `${url}/manage`) };
});
