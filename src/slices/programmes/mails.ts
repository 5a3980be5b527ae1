/** Mails of programmes: data in; subject and text out. */
import { declareMail } from '#platform/mails.ts';

declareMail('programmes.invitation', (data, { words, url }) => {
  const { invitation } = words.programmes.mails;
  const role = words.programmes.roleIn(String(data.role), data.chapter === undefined ? undefined : String(data.chapter));
  const address = `${url}/invitations/${data.token}`;
  return {
    subject: invitation.subject(String(data.programme), role),
    text: invitation.text(String(data.name ?? ''), String(data.programme), role, address),
  };
});
