/** How mail leaves this machine: by SMTP where it is configured, else not at all and the local mailbox keeps it. */
import nodemailer from 'nodemailer';

export type OutgoingMail = { readonly to: string; readonly subject: string; readonly text: string; readonly messageId: string };
export type Transport = { readonly send: (mail: OutgoingMail) => Promise<void> };
export type MailSettings = { readonly smtpUrl: string | undefined; readonly mailFrom: string; readonly url: string };

/** Milliseconds; a server that does not answer makes the job fail and be tried again, it never holds a worker for long. */
const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

let settings: MailSettings = { smtpUrl: undefined, mailFrom: 'Plaudit <plaudit@localhost.invalid>', url: 'http://localhost:3000' };
let transport: Transport | undefined;

/** Said once by the process that sends. */
export function configureMail(given: MailSettings): void {
  settings = given;
  if (given.smtpUrl === undefined) {
    transport = undefined;
    return;
  }
  const smtp = nodemailer.createTransport(given.smtpUrl, { from: given.mailFrom });
  Object.assign(smtp.options, timeouts);
  transport = {
    send: async ({ to, subject, text, messageId }) => {
      await smtp.sendMail({ from: given.mailFrom, to: { name: '', address: to }, subject, text, messageId });
    },
  };
}

export function mailSettings(): MailSettings {
  return settings;
}

export function currentTransport(): Transport | undefined {
  return transport;
}
