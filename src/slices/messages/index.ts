/**
 * Messages: mail that leaves, and the local mailbox where none can.
 * An operation puts a mail into the outbox; a job renders it for its one recipient and sends it.
 * States: queued, then sent, or kept where no mail server is configured; held after a restore, until somebody releases or discards it.
 * Who: the system sends; administrators read the mailbox and decide about held mail.
 */
import './jobs.ts';
import './privacy/data.ts';
import './privacy/holder.ts';

export { discardHeld, releaseHeld } from './held.ts';
export { configureMail } from './sending/transport.ts';
export { heldCount, type MailView, mailboxForAdministrator, mailboxForMachine } from './views.ts';
