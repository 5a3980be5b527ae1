/**
 * Screening: before judges read an entry, a manager looks whether it may compete.
 * A submitted entry is accepted, or sent back with what to mend; each decision is a row of its own and an event in the record.
 * States are the entry's: submitted → accepted or returned; an acceptance can be taken back while no judge has a seat.
 * Judging listens to `screening.acceptance-undone` and refuses once the entry has seats.
 * Who: managers of the programme decide; auditors read; the entrant is told by mail.
 */
import './mails.ts';
import './privacy/data.ts';
import './privacy/holder.ts';

export { screeningApi } from './api.ts';
export { acceptEntry, returnEntry, undoScreening } from './decisions.ts';
export { letCountSeats } from './home.ts';
export { acceptEntries, undoAcceptances } from './several.ts';
export { entryForScreener } from './views.ts';
