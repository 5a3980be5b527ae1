/**
 * Nominations: somebody proposes that a person, team, organisation or technology should compete, without an account and confirmed by a code.
 * Each confirmed nomination proposes a nominee; those that are one are merged by people alone, who credit every nominator.
 * States: a nomination waits for its code, then counts; a nominee is proposed, told, then accepts (and writes an entry) or declines, which ends it.
 * The clock of nominations decides what is in time, that of entries when an application may begin.
 * Who: anybody nominates; managers merge and tell, auditors read; a nominee answers by the link that was mailed to them alone.
 */
import './jobs.ts';
import './mails.ts';
import './privacy/data.ts';
import './privacy/holder.ts';
import './counting.ts';

export { acceptNomination, correctNominee, declineNomination } from './answering/answering.ts';
export { mergeNominees, splitNominee } from './merging.ts';
export { confirmNomination, nominate } from './nominating.ts';
export { changeNominee, tellNominee } from './telling.ts';
