/** Every kind of operation the storm knows, and those it leaves out with the reason why. */
import type { Kind } from './kind.ts';
import { companies } from './kinds/companies.ts';
import { desk } from './kinds/entries/desk.ts';
import { letters } from './kinds/entries/letters.ts';
import { writers } from './kinds/entries/writers.ts';
import { writing } from './kinds/entries/writing.ts';
import { identity, withDevice } from './kinds/identity.ts';
import { judging } from './kinds/judging.ts';
import { nominations } from './kinds/nominations.ts';
import { people } from './kinds/people.ts';
import { programmes } from './kinds/programmes.ts';
import { results } from './kinds/results.ts';
import { screening } from './kinds/screening.ts';
import { services } from './kinds/services.ts';
import { system } from './kinds/system.ts';

export const kinds: readonly Kind[] = [
  ...people,
  ...identity,
  ...system,
  ...programmes,
  ...companies,
  ...nominations,
  ...writing,
  ...writers,
  ...letters,
  ...desk,
  ...screening,
  ...judging,
  ...results,
  ...services,
];

/** Operations a door reaches and no client of the storm does. Those only the system may do need no reason. */
export const leftOut: Readonly<Record<string, string>> = {
  ...withDevice,
  'programmes.change-part': 'one more version of one edition under its own lock, and its event, as programmes.change-category does it',
  'programmes.change-form-copy': 'one row and its event under the lock of the edition, as programmes.change-category does it in the storm',
  'programmes.discard-form-copy': 'one row and its event under the lock of the edition, as programmes.change-category does it in the storm',
  'programmes.apply-form-copy': 'what programmes.change-part writes, and one row more in the same transaction',
  'programmes.replace-configuration': 'what programmes.change-part writes, for several parts in one transaction',
  'programmes.create-edition-from': 'what programmes.create-edition and programmes.change-part write, in one transaction',
  'programmes.copy-edition': 'what programmes.create-edition-from writes, read from another edition',
  'programmes.unlock-configuration': 'one column of one edition and its event, as programmes.change-panel does it in the storm',
  'programmes.lock-configuration': 'one column of one edition and its event, as programmes.change-panel does it in the storm',
  'programmes.schedule-publication':
    'columns of one edition, their event and a job under one key, as programmes.change-edition-dates does it',
  'programmes.cancel-publication': 'columns of one edition and their event, as programmes.change-edition-dates does it in the storm',
  'programmes.change-programme-address':
    'one column of one programme, a row that leads to it and their event, as programmes.change-programme-texts',
  'programmes.change-edition-address':
    'one column of one edition, a row that leads to it and their event, as programmes.change-panel does it',
  'programmes.start-dry-run':
    'one row and its job under one key, as system.start-verification does it in the storm; its thread would take the time of the others',
  'programmes.stop-dry-run': 'one state and its event, as system.stop-long-job does it in the storm',
  'results.decide-division': 'one row written whole and its event, as programmes.change-category does it in the storm',
  'results.record-figures': 'rows written whole in one statement and their event, as programmes.change-category does it in the storm',
  'programmes.propose-winners': 'one row and its event under one key, as companies.add-company does it in the storm',
  'programmes.apply-winners': 'rows and their event in one transaction, and a second time is refused by the state of the list',
  'programmes.withdraw-winners': 'rows and a state in one transaction, and a second time is refused by the state of the list',
  'programmes.make-remark': 'one row, mails of the outbox and an event under one key, as programmes.invite does it in the storm',
  'programmes.decide-remark': 'a state under a version and its event, as companies.change-company does it in the storm',
  'programmes.withdraw-remark': 'one row gone and its event, as programmes.withdraw-role does it in the storm',
  'lists.choose-columns': 'one row of one person, written whole: nothing could be done twice or by half',
  'lists.choose-rows': 'one row of one person, written whole: nothing could be done twice or by half',
  'companies.match-winner-name': 'one row written whole, and what companies.add-company writes, in one transaction',
  'companies.set-countries': 'what companies.change-company writes, for several companies in one transaction',
  'programmes.invite-to-chapter': 'what programmes.invite writes, for a chapter of an edition',
  'programmes.withdraw-chapter': 'one row gone and its event, as programmes.withdraw-role does it in the storm',
  'entries.move-to-chapter':
    'no edition of the storm has chapters; one column of one entry and its event under the lock of its row, as screening.accept-entry',
  'entries.redeem-late-code':
    'one row under the lock of its edition; no edition of the storm has a late code, and clients race for one in its own test',
  'entries.remind-referee':
    'a referee is reminded a day after the last mail at the earliest, which is longer than a storm; one row, a link and its mail, as entries.ask-for-letter',
  'entries.take-entry': 'an event and nothing else, as privacy.take-copy does it',
  'entries.take-category': 'an event and nothing else, as privacy.take-copy does it',
  'entries.plan-reminders': 'one row of an edition, written whole under a version: nothing could be done twice or by half',
  'entries.remind-writers-now':
    'nobody is reminded twice within a day; one row a person and its mail under the lock of the edition, as entries.grace-outage writes them',
  'judging.remind-judges': 'one row a judge and its mail under the lock of the edition; two managers race in its own test',
  'screening.return-entries': 'what screening.return-entry writes, for several entries in one transaction',
  'screening.undo-returns': 'what screening.undo-return writes, for several entries in one transaction',
  'screening.look-again':
    'needs a second screener, and the storm has one manager; one row under the lock of its entry and its event, as screening.rule-out',
  'messages.prepare-batch': 'one batch and its mails under one key; rows of the outbox are counted where people.request-link writes them',
  'messages.approve-batch': 'needs the number on its page; its mails leave as those of people.request-link do, and are counted there',
  'messages.recall-batch': 'works until the first mail is tried, which the storm would decide by its speed',
  'messages.discard-batch': 'a state and its event, as programmes.withdraw-invitation does it in the storm',
  'messages.send-test': 'one mail to whoever asks, as people.request-link writes it in the storm',
  'messages.change-sender': 'one row under a version, as companies.change-company does it in the storm',
  'messages.retry-mail': 'no mail server refuses anything in the storm, which keeps its mail',
  'messages.clear-address': 'no mail comes back in the storm, which keeps its mail',
  'messages.refuse-topic': 'rows of one person, written whole: nothing could be done twice or by half',
  'integrations.replay-deliveries': 'deliveries go out at least once by design, and say so by their ids',
  'privacy.ask-for-copy': 'one row and its event under one key, as companies.add-company does it in the storm; its form asks for a proof',
  'privacy.ask-for-copy-of': 'what privacy.ask-for-copy writes, asked for by somebody else',
  'privacy.take-copy': 'an event and nothing else: a copy may be taken twice',
  'privacy.ask-for-erasure': 'the storm recognises its people by their accounts, and has to find them all at its end',
  'privacy.order-erasure': 'the storm recognises its people by their accounts, and has to find them all at its end',
  'privacy.withdraw-request': 'one state and its event, as programmes.withdraw-invitation does it in the storm',
  'privacy.start-timer': 'empties what others of the storm count; carried out in one transaction, whatever began it',
  'people.request-merge': 'one link and its mail, as people.request-link writes them in the storm',
  'people.merge-accounts': 'the storm recognises its people by their accounts, and has to find them all at its end',
  'files.start-upload': 'its pieces go by requests of their own, which no form sends; the test of uploads kills the web process under one',
  'files.stop-upload': 'as for starting one',
  'files.note-kept': 'only a door that has looked at the content says it; the test of uploads goes that way',
  'files.release-content': 'nothing is held in a storm: no scanner is configured',
  'messages.release-held': 'nothing is held in a storm: only a restore holds mail',
  'messages.discard-held': 'nothing is held in a storm: only a restore holds mail',
};
