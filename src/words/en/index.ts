import { nominations } from './asking/nominations.ts';
import { remarks } from './asking/remarks.ts';
import { assign } from './assigning/assign.ts';
import { call } from './call.ts';
import { category } from './calling/category.ts';
import { feed } from './calling/feed.ts';
import { finder } from './calling/finder.ts';
import { guide } from './calling/guide.ts';
import { languages } from './calling/languages.ts';
import { companies } from './companies/companies.ts';
import { countries } from './companies/countries.ts';
import { awardRules } from './counting/award.ts';
import { checks } from './counting/checks.ts';
import { derivation } from './counting/derivation.ts';
import { presets } from './counting/presets.ts';
import { robustness } from './counting/robustness.ts';
import { dates } from './dates.ts';
import { awardEditor } from './editing/award.ts';
import { criteriaEditor } from './editing/criteria.ts';
import { formCopies } from './editing/form-copies.ts';
import { formBuilder } from './editing/forms.ts';
import { ruleEditor } from './editing/rules.ts';
import { timelineEditor } from './editing/timeline.ts';
import { translating } from './editing/translating.ts';
import { tree } from './editing/tree.ts';
import { beginning } from './editions/beginning.ts';
import { configuration } from './editions/configuration.ts';
import { dryRun } from './editions/dry-run.ts';
import { editionFiles } from './editions/files.ts';
import { editionPresets } from './editions/presets.ts';
import { selfCheck } from './eligibility/check.ts';
import { eligibility } from './eligibility/eligibility.ts';
import { shownRules } from './eligibility/shown.ts';
import { archives } from './entering/archives.ts';
import { copying } from './entering/copying.ts';
import { deadline } from './entering/deadline.ts';
import { importing } from './entering/importing.ts';
import { items } from './entering/items.ts';
import { letters } from './entering/letters.ts';
import { links } from './entering/links.ts';
import { moreTime } from './entering/more-time.ts';
import { printing } from './entering/printing.ts';
import { reopening } from './entering/reopening.ts';
import { threads } from './entering/threads.ts';
import { writers } from './entering/writers.ts';
import { entries } from './entries.ts';
import { events } from './events.ts';
import { files } from './files.ts';
import { go } from './finding/go.ts';
import { lists } from './finding/lists.ts';
import { forms } from './forms/forms.ts';
import { pastWinners } from './honours/past-winners.ts';
import { account } from './identity/account.ts';
import { factors } from './identity/factors.ts';
import { providers } from './identity/providers.ts';
import { standIns } from './identity/stand-ins.ts';
import { api } from './integrations/api.ts';
import { apiKeys } from './integrations/keys.ts';
import { webhooks } from './integrations/webhooks.ts';
import { judging } from './judging.ts';
import { mailing } from './mailing/mailing.ts';
import { manage } from './manage.ts';
import { messages } from './messages.ts';
import { backup, backupSchedule } from './operating/backup.ts';
import { commandLine } from './operating/command-line.ts';
import { disk } from './operating/disk.ts';
import { doctor } from './operating/doctor.ts';
import { health } from './operating/health.ts';
import { installation } from './operating/installation.ts';
import { people } from './people.ts';
import { privacy } from './privacy/privacy.ts';
import { problems } from './problems/index.ts';
import { programmes } from './programmes.ts';
import { addresses } from './publishing/addresses.ts';
import { publishing } from './publishing/publishing.ts';
import { record } from './record.ts';
import { recount } from './recount.ts';
import { results } from './results.ts';
import { screening } from './screening.ts';
import { timeline } from './season/timeline.ts';
import { shell } from './shell.ts';
import { source } from './source.ts';
import { system } from './system.ts';
import { tallyBook } from './tally/book.ts';
import { tallyDiff } from './tally/diff.ts';
import { report } from './tally/report.ts';
import { tally } from './tally/tally.ts';

export const en = {
  account,
  addresses,
  api,
  apiKeys,
  archives,
  assign,
  awardEditor,
  awardRules,
  backup,
  backupSchedule,
  beginning,
  call,
  category,
  checks,
  commandLine,
  companies,
  configuration,
  countries,
  criteriaEditor,
  dates,
  deadline,
  derivation,
  disk,
  doctor,
  dryRun,
  editionFiles,
  editionPresets,
  eligibility,
  entries,
  events,
  feed,
  files,
  finder,
  formBuilder,
  formCopies,
  forms,
  health,
  factors,
  installation,
  judging,
  go,
  guide,
  languages,
  lists,
  mailing,
  manage,
  messages,
  nominations,
  pastWinners,
  people,
  presets,
  privacy,
  problems,
  programmes,
  providers,
  publishing,
  record,
  recount,
  remarks,
  copying,
  printing,
  moreTime,
  importing,
  items,
  links,
  letters,
  threads,
  reopening,
  report,
  results,
  robustness,
  ruleEditor,
  screening,
  selfCheck,
  shell,
  shownRules,
  source,
  standIns,
  system,
  tally,
  tallyBook,
  tallyDiff,
  timeline,
  timelineEditor,
  translating,
  tree,
  webhooks,
  writers,
};
