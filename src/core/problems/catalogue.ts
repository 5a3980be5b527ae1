/** Every refusal the product can give: one file a subject. Codes are permanent; a sentence for each is in `words/en/problems/`. */
import { apiProblems } from './api.ts';
import { assignProblems } from './assign.ts';
import { companiesProblems } from './award/companies.ts';
import { editionsProblems } from './award/editions.ts';
import { eligibilityProblems } from './award/eligibility.ts';
import { entriesProblems } from './award/entries.ts';
import { answersProblems, formsProblems } from './award/forms.ts';
import { importingProblems } from './award/importing.ts';
import { itemsProblems } from './award/items.ts';
import { awardProblems, scorecardsProblems } from './award/judged-by.ts';
import { judgingProblems } from './award/judging.ts';
import { lettersProblems } from './award/letters.ts';
import { listsProblems } from './award/lists.ts';
import { nominationsProblems } from './award/nominations.ts';
import { programmesProblems } from './award/programmes.ts';
import { remarksProblems } from './award/remarks.ts';
import { resultsProblems } from './award/results.ts';
import { screeningProblems } from './award/screening.ts';
import { seasonProblems } from './award/season.ts';
import { threadsProblems } from './award/threads.ts';
import { winnersProblems } from './award/winners.ts';
import { backupProblems } from './backup.ts';
import { csvProblems } from './csv.ts';
import { filesProblems } from './files.ts';
import { generalProblems } from './general.ts';
import { privacyProblems } from './identity/privacy.ts';
import { installationProblems } from './installation.ts';
import { integrationsProblems } from './integrations.ts';
import { messagesProblems } from './messages.ts';
import { peopleProblems } from './people.ts';
import { rankingProblems } from './ranking.ts';
import { recountProblems } from './recount.ts';
import { blendProblems, scoringProblems } from './scoring.ts';
import { systemProblems } from './system.ts';
import { rulesProblems, tallyProblems } from './tally.ts';
import { workbookProblems } from './workbook.ts';

/** What a code means to a door: the HTTP status it becomes. */
export type ProblemKind = {
  readonly status: 400 | 401 | 403 | 404 | 405 | 406 | 409 | 410 | 412 | 413 | 415 | 422 | 423 | 428 | 429 | 460 | 500 | 503;
};

export const catalogue = {
  ...generalProblems,
  ...answersProblems,
  ...apiProblems,
  ...assignProblems,
  ...awardProblems,
  ...backupProblems,
  ...blendProblems,
  ...companiesProblems,
  ...csvProblems,
  ...editionsProblems,
  ...eligibilityProblems,
  ...entriesProblems,
  ...filesProblems,
  ...formsProblems,
  ...installationProblems,
  ...integrationsProblems,
  ...judgingProblems,
  ...listsProblems,
  ...messagesProblems,
  ...nominationsProblems,
  ...peopleProblems,
  ...programmesProblems,
  ...privacyProblems,
  ...rankingProblems,
  ...recountProblems,
  ...remarksProblems,
  ...importingProblems,
  ...itemsProblems,
  ...lettersProblems,
  ...threadsProblems,
  ...resultsProblems,
  ...rulesProblems,
  ...scorecardsProblems,
  ...scoringProblems,
  ...screeningProblems,
  ...seasonProblems,
  ...systemProblems,
  ...tallyProblems,
  ...winnersProblems,
  ...workbookProblems,
} as const satisfies Record<string, ProblemKind>;

export type ProblemCode = keyof typeof catalogue;

export function statusOf(code: ProblemCode): number {
  return catalogue[code].status;
}
