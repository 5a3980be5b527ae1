/**
 * Entries: what people compete with. An entry is written in one category of an edition, with a file beside it.
 * States: draft → submitted → accepted, or returned and submitted again; withdrawn by its writer, and back while entries are open. Each save is a version; submitting gives the entry its number
 * and its writer a receipt with the hash of what was submitted.
 * After entries closed a manager may open one again: its next version is a draft, and what was submitted stands until that is.
 * The instant a submission arrived decides whether it was in time; a draft may be saved whenever.
 * Who: anybody signed in starts one; its owner writes and submits, and so does whoever they share it with, as far as they may; managers and auditors read what is submitted, judges what is theirs.
 */
import './answers/answering.ts';
import './deadlines/more-time/mails.ts';
import './listing/jobs.ts';
import './mails/mails.ts';
import './items/mails.ts';
import './letters/mails.ts';
import './privacy/data.ts';
import './privacy/holder.ts';
import './reminding/jobs.ts';
import './links/jobs.ts';
import './threads/jobs.ts';
import './threads/mails.ts';

export { letRead } from './access.ts';
export { partsOfEntry } from './answers/asked-parts.ts';
export { claimedFigures } from './answers/claims.ts';
export { entriesApi } from './api.ts';
export { takeCategory, takeEntry } from './archives/taking.ts';
export { moveToChapter } from './chapters/chapters.ts';
export { copyEntry } from './copying/copying.ts';
export { redeemLateCode } from './deadlines/late-codes.ts';
export { extendDeadline, takeExtensionBack } from './deadlines/more-time/extending.ts';
export { graceOutage, takeGraceBack } from './deadlines/more-time/graces.ts';
export { divisionShown, eligibilityForScreener, type ShownDivision } from './eligibility/judged.ts';
export { letCountNominations } from './eligibility/nominated.ts';
export { rankedDivisions } from './eligibility/ranked-divisions.ts';
export { type WaitingEntry, waitingEntries } from './eligibility/waiting.ts';
export { addFile, addUpload, fileForReader, removeFile, takeUpload } from './files.ts';
export { type CategoryInEdition, categoryInEdition } from './find.ts';
export { importEntries, undoImport } from './importing/importing.ts';
export { putInShown } from './importing/views.ts';
export { endItem, keepItemHere, noteItem } from './items/items.ts';
export { askForLetter, remindReferee, withdrawLetterRequest } from './letters/asking.ts';
export { type LetterForJudge, lettersForJudge, lettersForOrganiser } from './letters/views.ts';
export { declineLetter, writeLetter } from './letters/writing-letters.ts';
export { checkLinks, configureLinks, noteLinks } from './links/links.ts';
export { type ShownLinks, shownLinks } from './links/views.ts';
export { entryList } from './list-shape.ts';
export {
  type AcceptedEntry,
  acceptedEntries,
  countEntries,
  type EntryFilter,
  type EntryLine,
  entriesForManager,
  entriesFound,
  entriesNamed,
  entryNumbered,
  submissionTimes,
} from './lists.ts';
export { type MailedEntry, ownEntriesIn, writersIn } from './mails/views.ts';
export { mendingOf } from './mending/mend-by.ts';
export { notMendedEntries } from './mending/not-mended.ts';
export { changedSince, isAsSentIn } from './mending/since.ts';
export { markMoved, markMovedBack, movesOf } from './moving/moves-store.ts';
export { changePlace } from './moving/places.ts';
export { type MovePlan, planMove } from './moving/planning.ts';
export { undoableMove } from './moving/views.ts';
export { letBlank } from './privacy/privacy-store.ts';
export { planReminders, remindWriters, remindWritersNow } from './reminding/reminding.ts';
export { openAgain } from './reopening/open-again.ts';
export { cancelReopening, reopenEntry } from './reopening/reopening.ts';
export { type ForManager, reopeningsForManager } from './reopening/views.ts';
export { categoryId, entryId } from './schemas.ts';
export { type Entry, lockEntries, lockEntry, markMendBy, markScreened, markSeveralScreened } from './store.ts';
export { mailThread } from './threads/telling.ts';
export { readThread, settleThread, writeToEntrant, writeToOrganiser } from './threads/threads.ts';
export { waitingThreads } from './threads/views.ts';
export {
  type EntryForJudge,
  entriesOfOwner,
  entryForJudge,
  entryForManager,
  entryForOwner,
  entryToScreen,
  type ManagedEntry,
} from './views.ts';
export { reviveEntry, withdrawEntry } from './withdrawing/withdrawing.ts';
export { acceptWriterInvitation, inviteWriter, offerOwnership, withdrawWriterInvitation } from './writers/inviting.ts';
export { ownAmong, writersOfEntries } from './writers/views.ts';
export { changeWriter, leaveEntry, removeWriter } from './writers/writers.ts';
export { openDraft, saveDraft, startEntry, submitEntry } from './writing.ts';
