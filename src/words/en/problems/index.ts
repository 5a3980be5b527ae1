/** The sentences of every refusal; the type makes a code without a sentence an error. */
import type { ProblemCode } from '#core/problems/catalogue.ts';
import type { ProblemWords } from '../../problem-words.ts';
import { api } from './api.ts';
import { assign } from './assign.ts';
import { companies } from './award/companies.ts';
import { editions } from './award/editions.ts';
import { eligibility } from './award/eligibility.ts';
import { entries } from './award/entries.ts';
import { answers, forms } from './award/forms.ts';
import { importing } from './award/importing.ts';
import { items } from './award/items.ts';
import { award, scorecards } from './award/judged-by.ts';
import { judging } from './award/judging.ts';
import { letters } from './award/letters.ts';
import { lists } from './award/lists.ts';
import { nominations } from './award/nominations.ts';
import { programmes } from './award/programmes.ts';
import { remarks } from './award/remarks.ts';
import { results } from './award/results.ts';
import { screening } from './award/screening.ts';
import { season } from './award/season.ts';
import { threads } from './award/threads.ts';
import { winners } from './award/winners.ts';
import { backup } from './backup.ts';
import { csv } from './csv.ts';
import { files } from './files.ts';
import { general } from './general.ts';
import { installation } from './installation.ts';
import { integrations } from './integrations.ts';
import { messages } from './messages.ts';
import { people } from './people.ts';
import { privacy } from './privacy.ts';
import { ranking } from './ranking.ts';
import { recount } from './recount.ts';
import { rules } from './rules.ts';
import { blend, scoring } from './scoring.ts';
import { system } from './system.ts';
import { tally } from './tally.ts';
import { workbook } from './workbook.ts';

export const problems: Record<ProblemCode, ProblemWords> = {
  ...general,
  ...answers,
  ...api,
  ...assign,
  ...award,
  ...backup,
  ...blend,
  ...companies,
  ...csv,
  ...editions,
  ...eligibility,
  ...entries,
  ...files,
  ...forms,
  ...installation,
  ...integrations,
  ...judging,
  ...lists,
  ...messages,
  ...nominations,
  ...people,
  ...programmes,
  ...privacy,
  ...ranking,
  ...recount,
  ...remarks,
  ...importing,
  ...items,
  ...letters,
  ...threads,
  ...results,
  ...rules,
  ...scorecards,
  ...scoring,
  ...screening,
  ...season,
  ...system,
  ...tally,
  ...winners,
  ...workbook,
};
