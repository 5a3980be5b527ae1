/**
 * Screening: before judges read an entry, a manager looks whether it may compete.
 * A submitted entry is accepted, sent back with what to mend and until when, or ruled out; each decision is a row of its own and an event in the record.
 * That it may not compete is held, confirmed by a second screener where the edition asks for that, and sent; until then it is secret.
 * States are the entry's: submitted → accepted or returned; an acceptance can be taken back while no judge has a seat.
 * Judging listens to `screening.acceptance-undone` and refuses once the entry has seats.
 * Who: managers of the programme decide; auditors read; the entrant is told by mail.
 */
import './mending/mails.ts';
import './moving/mails.ts';
import './privacy/data.ts';
import './privacy/holder.ts';
import './verdicts/mails.ts';

export { screeningApi } from './api.ts';
export { acceptEntry, undoScreening } from './decisions.ts';
export { letCountSeats } from './home.ts';
export { moveMending, returnEntry, undoReturn } from './mending/returning.ts';
export { returnEntries, undoReturns } from './mending/several.ts';
export { moveEntry, undoMove } from './moving/moving.ts';
export { acceptEntries, undoAcceptances } from './several.ts';
export { sendVerdicts } from './verdicts/sending.ts';
export { changeScreening } from './verdicts/settings.ts';
export { lookAgain, ruleOut, takeVerdictBack } from './verdicts/verdicts.ts';
export { entryForScreener } from './views.ts';
