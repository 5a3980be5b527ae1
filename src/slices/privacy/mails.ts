/** Mails about one's own data: never the data themselves. */
import { declareMail } from '#platform/mails.ts';

declareMail('privacy.copy-ready', (data, { words, url }) => {
  const { copyReady } = words.privacy.mails;
  return { subject: copyReady.subject, text: copyReady.text(String(data.name ?? ''), `${url}/account/privacy`) };
});

declareMail('privacy.erasure-asked', (data, { words, url }) => {
  const { erasureAsked } = words.privacy.mails;
  return { subject: erasureAsked.subject, text: erasureAsked.text(String(data.name ?? ''), String(data.dueAt), `${url}/account/privacy`) };
});

declareMail('privacy.unused', (data, { words, url }) => {
  const { unused } = words.privacy.mails;
  return { subject: unused.subject, text: unused.text(String(data.name ?? ''), String(data.dueAt), url) };
});

declareMail('privacy.erasure-refused', (data, { words, url }) => {
  const { erasureRefused } = words.privacy.mails;
  return { subject: erasureRefused.subject, text: erasureRefused.text(String(data.name ?? ''), `${url}/account/privacy`) };
});
