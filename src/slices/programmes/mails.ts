/** Mails of programmes: data in; subject and text out. */
import { declareMail } from '#platform/mails.ts';

declareMail('programmes.invitation', (data, { words, url }) => {
  const { invitation } = words.programmes.mails;
  const role = words.programmes.role(String(data.role));
  const address = `${url}/invitations/${data.token}`;
  return {
    subject: invitation.subject(String(data.programme), role),
    text: invitation.text(String(data.name ?? ''), String(data.programme), role, address),
  };
});
