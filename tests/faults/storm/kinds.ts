/** Every kind of operation the storm knows, and those it leaves out with the reason why. */
import type { Kind } from './kind.ts';
import { companies } from './kinds/companies.ts';
import { entries } from './kinds/entries.ts';
import { identity, withDevice } from './kinds/identity.ts';
import { judging } from './kinds/judging.ts';
import { people } from './kinds/people.ts';
import { programmes } from './kinds/programmes.ts';
import { results } from './kinds/results.ts';
import { services } from './kinds/services.ts';
import { system } from './kinds/system.ts';

export const kinds: readonly Kind[] = [
  ...people,
  ...identity,
  ...system,
  ...programmes,
  ...companies,
  ...entries,
  ...judging,
  ...results,
  ...services,
];

/** Operations a door reaches and no client of the storm does. Those only the system may do need no reason. */
export const leftOut: Readonly<Record<string, string>> = {
  ...withDevice,
  'entries.copy-entry':
    'a draft with its first version and its event in one transaction, as entries.start-entry and entries.save-draft do it in the storm',
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
  'nominations.nominate': 'one row, a mail and an event under one key, as people.request-link writes them in the storm',
  'nominations.confirm-nomination': 'needs the code of a mail, which is kept as a hash alone; one row and its event in one transaction',
  'nominations.merge-nominees': 'columns of two rows under their locks and an event, as companies.merge-companies does it in the storm',
  'nominations.split-nominee': 'columns of two rows under their locks and an event, as companies.merge-companies does it in the storm',
  'nominations.change-nominee': 'one row under a version, as companies.change-company does it in the storm',
  'nominations.tell-nominee': 'one row, a mail and an event under one key, as programmes.invite does it in the storm',
  'nominations.accept-nomination': 'what programmes.accept-invitation and entries.start-entry write, in one transaction',
  'nominations.decline-nomination': 'a state and its event, as programmes.withdraw-invitation does it in the storm',
  'nominations.correct-nominee': 'one row written whole and its event, as companies.change-company does it in the storm',
  'lists.choose-columns': 'one row of one person, written whole: nothing could be done twice or by half',
  'lists.choose-rows': 'one row of one person, written whole: nothing could be done twice or by half',
  'companies.match-winner-name': 'one row written whole, and what companies.add-company writes, in one transaction',
  'companies.set-countries': 'what companies.change-company writes, for several companies in one transaction',
  'programmes.invite-to-chapter': 'what programmes.invite writes, for a chapter of an edition',
  'programmes.withdraw-chapter': 'one row gone and its event, as programmes.withdraw-role does it in the storm',
  'entries.move-to-chapter':
    'one column of one entry and its event under the lock of its row, as screening.accept-entry does it in the storm',
  'entries.redeem-late-code':
    'one row under the lock of its edition; no edition of the storm has a late code, and clients race for one in its own test',
  'entries.invite-writer': 'what programmes.invite writes, for one entry; clients race for one in its own test',
  'entries.accept-writer-invitation': 'what programmes.accept-invitation writes, for one entry; clients race for one in its own test',
  'entries.withdraw-writer-invitation': 'one state and its event, as programmes.withdraw-invitation does it in the storm',
  'entries.import-entries':
    'what entries.submit-entry writes, for each row of a file in one transaction; two managers race for one file in its own test',
  'entries.undo-import': 'what entries.withdraw-entry writes, for several entries in one transaction',
  'entries.check-links': 'rows of one entry under its lock, a job and an event, as screening.return-entry does it in the storm',
  'entries.offer-ownership': 'what entries.invite-writer writes, to become its owner',
  'entries.change-writer': 'one column of one row and its event, as programmes.change-panel does it in the storm',
  'entries.remove-writer': 'one row gone and its event, as programmes.withdraw-role does it in the storm',
  'entries.leave-entry': 'one row gone and its event, as programmes.withdraw-role does it in the storm',
  'entries.ask-for-letter': 'what programmes.invite writes, for one entry, with its link beside it in one transaction',
  'entries.remind-referee':
    'one instant, a link, a mail and an event under the lock of the entry, as programmes.invite writes them in the storm',
  'entries.withdraw-letter-request': 'one state and its event, as programmes.withdraw-invitation does it in the storm',
  'entries.write-letter': 'one row under its version with its mails and its event; clients race for one in its own test',
  'entries.decline-letter': 'what entries.write-letter writes, as another state of the row',
  'entries.note-item': 'one row, its mail and its event, as screening.return-entry does it in the storm',
  'entries.end-item': 'one row under its lock and an event, as programmes.withdraw-invitation does it in the storm',
  'entries.keep-item-here': 'one row under its lock and an event, as programmes.withdraw-invitation does it in the storm',
  'entries.write-to-organiser': 'one row and the counts beside it under the lock of its entry; clients race for its number in its own test',
  'entries.write-to-entrant': 'what entries.write-to-organiser writes, for the other side',
  'entries.read-thread': 'one row of one person, written whole: nothing could be done twice or by half',
  'entries.settle-thread': 'one row under its lock and an event, as programmes.withdraw-invitation does it in the storm',
  'entries.reopen-entry':
    'rows under the lock of one entry whose edition has closed, where those of the storm are open; clients race for one in its own test',
  'entries.cancel-reopening':
    'a state of one row and its event under the same lock, as programmes.withdraw-invitation does it in the storm',
  'entries.take-entry': 'an event and nothing else, as privacy.take-copy does it',
  'entries.take-category': 'an event and nothing else, as privacy.take-copy does it',
  'entries.extend-deadline': 'one row, a mail and an event under one key, as programmes.invite does it in the storm',
  'entries.take-extension-back': 'a state of one row and its event under its lock, as programmes.withdraw-invitation does it in the storm',
  'entries.grace-outage': 'what entries.extend-deadline writes, for several people in one transaction under the lock of the edition',
  'entries.take-grace-back': 'what entries.take-extension-back writes, for several people; two managers race in its own test',
  'entries.plan-reminders': 'one row of an edition, written whole under a version: nothing could be done twice or by half',
  'entries.remind-writers-now': 'one row a person and its mail, for a number that was seen, under the lock of the edition',
  'judging.remind-judges': 'one row a judge and its mail under the lock of the edition; two managers race in its own test',
  'screening.return-entries': 'what screening.return-entry writes, for several entries in one transaction',
  'screening.undo-returns': 'what screening.undo-return writes, for several entries in one transaction',
  'screening.accept-entries': 'what screening.accept-entry writes, for several entries in one transaction',
  'screening.move-mending':
    'one column, one row, a mail and an event under the lock of the entry, as screening.return-entry does it in the storm',
  'screening.move-entry':
    'one row with its entry and the counters of two categories, as entries.withdraw-entry does them in the storm; racing moves are in moving.test.ts',
  'screening.undo-move': 'the same rows as screening.move-entry, back',
  'screening.rule-out': 'one row under the lock of its entry and its event, as screening.accept-entry does it in the storm',
  'screening.look-again': 'one row under the lock of its entry and its event, as screening.accept-entry does it in the storm',
  'screening.send-verdicts': 'what screening.return-entry writes, mail included, for several entries in one transaction',
  'screening.take-verdict-back': 'what screening.undo-screening writes, under the lock of its entry',
  'screening.change-screening': 'one row written whole: nothing could be done twice or by half',
  'screening.undo-acceptances': 'what screening.undo-screening writes, for several entries in one transaction',
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
  'files.start-upload': 'pieces on their way lie on the disk; the test of uploads kills the web process under one',
  'files.stop-upload': 'as for starting one',
  'files.note-kept': 'only a door that has looked at the content says it; the test of uploads goes that way',
  'files.release-content': 'nothing is held in a storm: no scanner is configured',
  'messages.release-held': 'nothing is held in a storm: only a restore holds mail',
  'messages.discard-held': 'nothing is held in a storm: only a restore holds mail',
};
