/** People's mails: data in; subject and text out. */
import { declareMail } from '#platform/mails.ts';
import type { AccountChange } from './account-mail.ts';

declareMail('people.new-address', (data, { words, url }) => {
  const { newAddress } = words.account.mails;
  return { subject: newAddress.subject, text: data.taken === 1 ? newAddress.taken : newAddress.text(`${url}/address/${data.token}`) };
});

declareMail('people.address-changed', (data, { words, url }) => {
  const { addressChanged } = words.account.mails;
  const address = `${url}/address/${data.token}`;
  return { subject: addressChanged.subject, text: addressChanged.text(String(data.name ?? ''), String(data.email), address) };
});

declareMail('people.account-changed', (data, { words, url }) => {
  const { accountChanged } = words.account.mails;
  const change = String(data.change) as AccountChange;
  return { subject: accountChanged.subject[change], text: accountChanged.text(String(data.name ?? ''), change, `${url}/account`) };
});

declareMail('people.sign-in-link', (data, { words, url }) => {
  const { signInLink } = words.people.mails;
  const address = `${url}/link/${data.token}?to=${encodeURIComponent(String(data.to ?? '/home'))}`;
  return { subject: signInLink.subject, text: signInLink.text(String(data.name ?? ''), address) };
});

declareMail('people.merge-asked', (data, { words, url }) => {
  const { mergeAsked } = words.privacy.mails;
  const text = data.known === 1 ? mergeAsked.text(String(data.by), `${url}/merge/${data.token}`) : mergeAsked.none;
  return { subject: mergeAsked.subject, text };
});

declareMail('people.accounts-merged', (data, { words, url }) => {
  const { merged } = words.privacy.mails;
  return { subject: merged.subject, text: merged.text(String(data.name ?? ''), String(data.from), String(data.into), `${url}/account`) };
});

declareMail('people.stood-in', (data, { words, url }) => {
  const { mail } = words.standIns;
  const until = words.dates.full(String(data.until));
  const text = mail.text(String(data.name ?? ''), String(data.by), String(data.reason), until, `${url}/account/stand-ins`);
  return { subject: mail.subject, text };
});
