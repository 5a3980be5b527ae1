/**
 * Files: what people send, kept by its content and counted by who refers to it; later slices say what it lies beside.
 * States: an upload is under way, kept, or over; a content is held until it was scanned, then clean or refused, or unscanned where
 * nobody scans.
 * Who: people send to what is theirs; the scanner's findings come from the system; administrators see what is kept and release what is held.
 */
import './jobs.ts';
import './privacy/data.ts';
import './privacy/holder.ts';

export { letGo, referTo } from './contents.ts';
export { examineAndKeep, plainFileName, refused } from './examine.ts';
export { configureLinks, contentLink, followLink } from './links.ts';
export { configureQuota } from './quota.ts';
export { noteFinding, releaseContent } from './scan.ts';
export { byteLimits, type ContentState, type Kept, keptContent, uploadId } from './schemas.ts';
export { takeUploadsFor } from './subjects.ts';
export { answerTus } from './tus.ts';
export { finishUpload, forgetStaged, noteKept, spendUpload, startUpload, stopUpload } from './uploads.ts';
export { storageForAdministrator } from './views.ts';
