/** What happened, one line an event: who, then what. `by` is a name or who stands in for one; `number` an entry's. */
import { isolated } from '../isolated.ts';

type Say = (by: string, number: string | undefined) => string;

const entry = (number: string | undefined) => number ?? 'an entry';

const kinds: Readonly<Record<string, Say>> = {
  'programmes.programme-created': (by) => `${by} made the programme`,
  'programmes.edition-created': (by) => `${by} made an edition`,
  'programmes.dates-changed': (by) => `${by} changed the dates`,
  'programmes.criteria-changed': (by) => `${by} changed the criteria`,
  'programmes.texts-changed': (by) => `${by} changed the texts of the programme`,
  'programmes.panel-changed': (by) => `${by} changed the panel`,
  'programmes.category-changed': (by, code) => `${by} changed the texts of category ${code ?? ''}`,
  'programmes.category-added': (by) => `${by} added a category`,
  'programmes.configuration-changed': (by) => `${by} changed what the edition is made of`,
  'programmes.configuration-unlocked': (by) => `${by} unlocked the edition`,
  'programmes.configuration-locked': (by) => `${by} locked the edition again`,
  'programmes.edition-published': (by) => `${by} published the call`,
  'programmes.entries-closed': (by) => `${by} closed entries`,
  'programmes.judging-ended': (by) => `${by} ended judging`,
  'programmes.invited': (by) => `${by} invited somebody`,
  'programmes.invitation-accepted': (by) => `${by} accepted an invitation`,
  'programmes.invitation-withdrawn': (by) => `${by} withdrew an invitation`,
  'programmes.factor-required': (by) => `${by} changed of which roles a second factor is asked`,
  'programmes.winners-proposed': (by) => `${by} handed in a list of past winners`,
  'programmes.winners-applied': (by) => `${by} brought past winners in`,
  'programmes.winners-withdrawn': (by) => `${by} took a list of past winners back`,
  'programmes.role-withdrawn': (by) => `${by} took a role away`,
  'lists.view-saved': (by) => `${by} saved a view of a list`,
  'lists.view-changed': (by) => `${by} changed a saved view`,
  'lists.view-removed': (by) => `${by} removed a saved view`,
  'lists.view-restored': (by) => `${by} took a removed view back`,
  'companies.company-added': (by) => `${by} added the company`,
  'companies.company-changed': (by) => `${by} changed name, country or note`,
  'companies.parent-set': (by) => `${by} changed what it belongs to`,
  'companies.name-added': (by) => `${by} added a name`,
  'companies.name-removed': (by) => `${by} removed a name`,
  'companies.domain-added': (by) => `${by} added a domain`,
  'companies.domain-removed': (by) => `${by} removed a domain`,
  'companies.size-recorded': (by) => `${by} recorded a size`,
  'companies.employment-added': (by) => `${by} added somebody who works there`,
  'companies.employment-ended': (by) => `${by} changed when somebody stopped working there`,
  'companies.merged': (by) => `${by} merged another company into it`,
  'companies.merged-away': (by) => `${by} merged it into another company`,
  'companies.merge-undone': (by) => `${by} undid a merge into it`,
  'companies.came-back': (by) => `${by} undid its merge into another company`,
  'companies.winner-name-matched': (by) => `${by} said which company a name among the winners means`,
  'companies.pair-dismissed': (by) => `${by} said that it and another company are two`,
  'companies.pair-reopened': (by) => `${by} asked again whether it and another company are one`,
  'companies.contact-changed': (by) => `${by} changed name or address`,
  'companies.contact-erased': (by) => `${by} erased the person`,
  'companies.contact-forgotten': () => 'What the record said of the person was erased',
  'entries.entry-submitted': (_, number) => `${entry(number)} was submitted`,
  'screening.entry-accepted': (by, number) => `${by} accepted ${entry(number)}`,
  'screening.entry-returned': (by, number) => `${by} sent ${entry(number)} back`,
  'screening.acceptance-undone': (by, number) => `${by} took back the acceptance of ${entry(number)}`,
  'judging.judges-assigned': (by) => `${by} seated the judges`,
  'judging.seat-released': (by) => `${by} excused a judge from an entry`,
  'judging.interest-declared': () => 'A judge declared an interest in an entry',
  'judging.ballot-submitted': () => 'A ballot was submitted',
  'judging.ballot-reopened': () => 'A ballot was taken back by its judge',
  'results.tally-computed': (by) => `${by} counted the ballots`,
  'results.results-published': (by) => `${by} published the results`,
  'results.announcement-withdrawn': (by) => `${by} withdrew the announcement`,
  'messages.batch-prepared': (by) => `${by} prepared mails to many`,
  'messages.batch-approved': (by) => `${by} let mails to many leave`,
  'messages.batch-recalled': (by) => `${by} took mails to many back`,
  'messages.batch-discarded': (by) => `${by} threw mails to many away`,
  'messages.text-changed': (by) => `${by} changed the words of a mail`,
  'messages.text-reset': (by) => `${by} went back to the standing words of a mail`,
  'messages.test-sent': (by) => `${by} sent themselves a test of a mail`,
  'messages.sender-changed': (by) => `${by} changed the sender of mail`,
  'messages.mail-retried': (by) => `${by} had a mail tried again`,
  'messages.address-cleared': (by) => `${by} said that an address works again`,
  'messages.mail-sent': () => 'A mail left',
  'messages.mail-kept': () => 'A mail was kept here',
  'messages.mail-held': () => 'A mail was held, because mail to its address came back',
  'messages.mail-refused': () => 'A mail was refused by its server',
  'messages.mail-failed': () => 'A mail was given up',
  'messages.mail-withheld': () => 'A mail was not sent, because its reader had nothing to be told or wanted none',
  'messages.mail-bounced': () => 'A mail came back',
  'results.winners-told': () => 'Entrants were told the results by mail',
};

export const events = {
  somebody: 'Somebody',
  /** `standIn` is the name of whoever stood in for `by`. */
  say: (kind: string, by: string | undefined, number: string | undefined, standIn?: string): string => {
    const sentence = kinds[kind];
    const person = by === undefined ? 'Somebody' : isolated(by);
    return sentence
      ? sentence(standIn === undefined ? person : `${isolated(standIn)}, standing in for ${person},`, number)
      : kind.replace(/^[^.]*\./, '').replaceAll('-', ' ');
  },
};
