/**
 * Judging: which judge reads which entry, and the ballots they write.
 * A seat ties one judge to one entry; it is dealt by a plan that was shown first, and given back when the judge declares an interest.
 * States: a ballot is open, then submitted; until judging closes its judge may reopen it.
 * Who: managers deal and release seats and see how far it is, never a mark; a judge sees and writes the own ballots alone.
 */
import './listeners.ts';
import './reminding/mails.ts';
import './privacy/data.ts';
import './privacy/holder.ts';

export { type BallotFault, type BallotReport, ballotsAgainstRecord } from './against-record.ts';
export { judgingApi } from './api.ts';
export { reopenBallot, saveBallot, submitBallot } from './ballots.ts';
export { type CountedMark, marksForCount, seatsForCount } from './counting.ts';
export { declareInterest } from './interests.ts';
export { writtenOn } from './marking/written.ts';
export { type AssignmentPreview, type Progress, previewAssignment, progressForManager } from './progress.ts';
export { remindJudges } from './reminding/reminding.ts';
export { assignJudges, releaseSeat } from './seats.ts';
export { lockSeats } from './store.ts';
export { type BallotView, ballotForJudge, ballotsOfJudge, type EditionQueue, type QueuedBallot } from './views.ts';
