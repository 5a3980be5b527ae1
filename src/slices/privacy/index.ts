/**
 * Privacy: what people may ask about their own data, and how long data are kept. All slices answer; none is written from here.
 * A copy is asked for, made, and expires; an erasure waits a week, in which it can be withdrawn, and is carried out or refused.
 * States: a request waits, is ready, done, withdrawn, refused or expired; a hold stands until it is lifted; a timer runs by hand or by itself.
 * Who: everybody asks for themselves; administrators ask for whoever asked them, place holds and set timers; the jobs process carries out.
 */
import './data.ts';
import './holder.ts';
import './jobs.ts';
import './mails.ts';

export { askForCopy, askForCopyOf, takeCopy } from './copies.ts';
export { askForErasure, orderErasure, withdrawRequest } from './erasures.ts';
export { liftHold, placeHold } from './holds.ts';
export { carryOut, makeCopy } from './making.ts';
export { runTimer, setTimer, startTimer } from './timers.ts';
export { ownErasing, ownRequests, privacyForAdministrator } from './views.ts';
