/**
 * Messages: mail that leaves, and the local mailbox where none can. An operation puts a mail into the outbox; a job makes it for its one
 * recipient, with that reader's rights, and sends it. An edition has words of its own for its mails, a programme a sender of its own.
 * States: queued, then sent, kept where no mail server is configured, refused, failed (given up), withheld; sent mail may have bounced. Held
 * mail waits for a person: after a restore, in a batch that nobody approved yet, or for an address that mail came back from.
 * Who: the system sends; managers write to many, see to texts and senders, auditors read; everybody chooses what they hear about.
 */
import './jobs.ts';
import './mails.ts';
import './privacy/data.ts';
import './privacy/holder.ts';

export { approveBatch, discardBatch, prepareBatch, recallBatch } from './batches/batches.ts';
export { discardHeld, releaseHeld } from './held.ts';
export { welcoming } from './returns/reachable.ts';
export { readReport } from './returns/report.ts';
export { clearAddress, noteReturn } from './returns/returns.ts';
export { changeSender } from './senders/senders.ts';
export { configureMail } from './sending/transport.ts';
export { retryMail, sendTest } from './sending/trying.ts';
export { changeMailText, resetMailText } from './texts/texts.ts';
export { chooseTopics, refuseTopic } from './topics/topics.ts';
export { heldCount, type MailView, mailboxForAdministrator, mailboxForMachine, sentMail } from './views.ts';
