/** Every operation with how it is tried, of all subjects. */

import type { Trial } from './trial.ts';
import { awardTrials } from './trials/award.ts';
import { companyTrials } from './trials/companies.ts';
import { editionTrials } from './trials/editions.ts';
import { fileTrials } from './trials/files.ts';
import { integrationTrials } from './trials/integrations.ts';
import { letterTrials } from './trials/letters.ts';
import { listTrials } from './trials/lists.ts';
import { mailTrials } from './trials/mail.ts';
import { nominationTrials } from './trials/nominations.ts';
import { operatingTrials } from './trials/operating.ts';
import { peopleTrials } from './trials/people.ts';
import { privacyTrials } from './trials/privacy.ts';
import { remarkTrials } from './trials/remarks.ts';
import { winnerTrials } from './trials/winners.ts';
import { writerTrials } from './trials/writers.ts';

export const trials: readonly Trial[] = [
  ...mailTrials,
  ...operatingTrials,
  ...peopleTrials,
  ...privacyTrials,
  ...companyTrials,
  ...editionTrials,
  ...listTrials,
  ...integrationTrials,
  ...fileTrials,
  ...awardTrials,
  ...letterTrials,
  ...writerTrials,
  ...winnerTrials,
  ...nominationTrials,
  ...remarkTrials,
];
