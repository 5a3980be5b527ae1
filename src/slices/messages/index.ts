/**
 * Messages: mail that leaves, and the local mailbox where none can.
 * An operation puts a mail into the outbox; a job renders it for its one recipient and sends it.
 * States: queued, then sent, or kept where no mail server is configured.
 * Who: the system sends; administrators read the mailbox.
 */
import './jobs.ts';

export { configureMail } from './transport.ts';
export { type MailView, mailboxForAdministrator, mailboxForMachine } from './views.ts';
