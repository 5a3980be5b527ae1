/**
 * System: what every room stands on and an administrator looks after: the record and its seals, long jobs, jobs in trouble.
 * An event is told, then sealed within seconds; its body may be erased for a reason, its commitment never.
 * States: a long job waits, runs, and is done, failed or stopped.
 * Who: administrators watch, verify, stop and re-run; the jobs process seals and erases; nobody changes an event.
 */
import './jobs.ts';
import './privacy/data.ts';
import './privacy/holder.ts';

export { administratorRows, hasAdministrator, isAdministrator, organisationRelations } from './access.ts';
export { configureHealth, healthFacts } from './health.ts';
export { streamJob } from './job-stream.ts';
export { endJob, rerunFailedJob, startVerification, stopJob, stopLongJob } from './long-jobs.ts';
export { isKnownElsewhere, isKnownIn } from './privacy/holder.ts';
export {
  deleteMemberships,
  eraseAllBodies,
  eraseBodies,
  forgetRequests,
  type Marks,
  moveMemberships,
} from './privacy/privacy-store.ts';
export { sealOrganisation } from './record.ts';
export { noteRestore } from './restores.ts';
export { configureSource, runningSource } from './source.ts';
export { insertLongJob, insertMembership, markProgress } from './store.ts';
export { type RecordFault, type RecordReport, verifyRecord } from './verify.ts';
export { hasEnded, type LongJobView, longJob, longJobForAdministrator, systemForAdministrator } from './views.ts';
