/**
 * Programmes: an award as it is known from year to year, its editions, what an edition judges by, and who does what in it.
 * An edition owns its dates, categories and criteria; roles and invitations belong to the programme; honours stay for ever.
 * States: an edition is a draft until it is published; its phase (upcoming, entries open, judging open, deciding, announced) is only
 * the clock's. An invitation is open, accepted, withdrawn or expired.
 * Who: administrators make programmes and manage all of them; managers run one; judges and auditors are invited; anybody reads the call.
 */
import './dry-run/jobs.ts';
import './mails.ts';
import './privacy/data.ts';
import './privacy/holder.ts';
import './publication/jobs.ts';
import './publication/mails.ts';
import './remarks/mails.ts';

export { organiserRelations, programmeRelations, requireRelation } from './access.ts';
export { changeEditionAddress, changeProgrammeAddress } from './addresses/addresses.ts';
export { movedPath } from './addresses/moved.ts';
export { programmesApi } from './api.ts';
export { chapterInUse } from './chapters/held.ts';
export { inviteToChapter, withdrawChapter } from './chapters/managers.ts';
export {
  chaptersManaged,
  editionForEntries,
  editionForScreening,
  entryRelations,
  isBound,
  mayAct,
  mayScreen,
  onlyScreens,
  type Reach,
  type Reached,
  reaches,
  reachIn,
  requireReach,
  requireScreening,
  screeningReachIn,
  screeningRelations,
  withinReach,
} from './chapters/reach.ts';
export {
  chapterCalled,
  chapterManagers,
  chaptersReached,
  managersOfChapter,
  type NamedChapter,
  namedChapters,
} from './chapters/views.ts';
export { closeEntries, endJudging, untilEnded } from './closing.ts';
export { changePart, lockConfiguration, unlockConfiguration } from './configuration/change.ts';
export { editionFile, type FileFault, readEditionFile } from './configuration/document-file.ts';
export {
  copyEdition,
  createEditionFrom,
  editionDocumentOf,
  editionsCompared,
  previewDocument,
  replaceConfiguration,
} from './configuration/documents.ts';
export { lateChanges, lateChangesForPublic } from './configuration/history.ts';
export { partsOf } from './configuration/read.ts';
export { readinessOf } from './configuration/readiness.ts';
export { type ToldOnBallot, withCardTexts } from './contents/card-texts.ts';
export { addCategory, changeCategory } from './contents/categories.ts';
export { changeCriteria } from './contents/criteria.ts';
export { tierNow, tiersOf } from './contents/fees.ts';
export { requireFresh } from './contents/fresh.ts';
export { lateCodeIn, lateCodeText } from './contents/late-codes.ts';
export { changePanel } from './contents/panel.ts';
export {
  type Category,
  type CriterionOnCard,
  type CriterionView,
  cardsOfCategories,
  categoriesOf,
  criteriaOf,
  criteriaOfCategory,
  criteriaOfEditions,
  criteriaRows,
  openCategoriesOf,
  takenIn,
} from './contents/views.ts';
export { applyFormCopy, changeFormCopy, discardFormCopy } from './copies/copies.ts';
export { type AnsweringEntry, answeringStates, letAskEntries } from './copies/entries.ts';
export { startDryRun, stopDryRun } from './dry-run/dry-runs.ts';
export { dryRunJob, dryRunPage } from './dry-run/views.ts';
export { asEdition, type Edition, type EditionRow, editionById, editionsByIds, type ToldDates, timesOf, toldDates } from './edition.ts';
export { changeEditionDates, createEdition } from './editions.ts';
export { recordHonours, setAnnouncement, withdrawHonours } from './honours.ts';
export { type LogLine, recentEvents } from './log.ts';
export { strikeFromHonours } from './privacy/privacy-store.ts';
export { changeProgrammeTexts, createProgramme } from './programmes.ts';
export { callingOf } from './public/calling.ts';
export type { ToldLanguages } from './public/telling.ts';
export {
  editionForPublic,
  honoursOfEdition,
  programmeForPublic,
  publishedProgrammes,
} from './public/views.ts';
export { cancelPublication, publishEdition, publishScheduled, schedulePublication } from './publication/publishing.ts';
export { recordApi } from './record/api.ts';
export { decideRemark, makeRemark, withdrawRemark } from './remarks/remarks.ts';
export { waitingRemarks } from './remarks/views.ts';
export { rolesApi } from './roles/api.ts';
export { factorRoles, requireFactorOfRoles } from './roles/factors.ts';
export { managersOf } from './roles/managers.ts';
export { acceptInvitation, invite, withdrawInvitation, withdrawRole } from './roles/roles.ts';
export { invitationForVisitor, judgesOf, openInvitations, peopleOfProgramme } from './roles/views.ts';
export { type EditionRules, entryRulesOf } from './rules/entry-rules.ts';
export { type CategoryForm, formOfCategory, formOfCategoryAt, formsOfCategories } from './rules/form-of.ts';
export { inheritedIn } from './rules/inherited.ts';
export { editionId, type InvitedRole, type Role } from './schemas.ts';
export { holdEdition, lockEdition, movePlace, type NewHonour, takeEntryNumber } from './store.ts';
export {
  type EditionForManager,
  editionForManager,
  type ProgrammeLine,
  programmeForManager,
  programmeList,
  programmesScreened,
  programmeTexts,
} from './views.ts';
export { resolveOrganisation, resolveVisitor } from './visitor.ts';
export { applyWinners, proposeWinners, withdrawWinners } from './winners/imports.ts';
export type { Proposal } from './winners/known.ts';
export {
  categoryCodesByName,
  isWinnerName,
  lockProgrammeForWinners,
  type NamedWin,
  namedWins,
  winsNamed,
  yearsWon,
} from './winners/names.ts';
export { type PastWin, pastCounts, pastSorts, pastWins } from './winners/past.ts';
export { pastFilterFrom } from './winners/past-page.ts';
export { importsForMachine, importsOf, proposalFor } from './winners/views.ts';
