/** Sentences about nominating others, about what managers do with nominations, and to those who were nominated. */
import type { NominatorKind, NomineeKind } from '#core/categories/shape.ts';
import type { Reason } from '#core/nominations/same-nominee.ts';
import type { NomineeState } from '#core/nominations/states.ts';
import { isolated } from '../../isolated.ts';

const many = (n: number, one: string, more: string) => (n === 1 ? `one ${one}` : `${n.toLocaleString('en-GB')} ${more}`);
/** How long something is held. */
const span = (days: number) => many(days, 'day', 'days');
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const kinds: Record<NomineeKind, string> = {
  person: 'Person',
  team: 'Team',
  organisation: 'Organisation',
  technology: 'Technology or site',
};
const states: Record<NomineeState, string> = { proposed: 'To be told', told: 'Told', accepted: 'Accepted', declined: 'Declined' };
const relations: Record<NominatorKind, string> = { self: 'Themselves', peer: 'Colleague or peer', customer: 'Customer' };

const reasons: Readonly<
  Record<Exclude<Reason['kind'], 'spelling' | 'shortened' | 'unequal' | 'same-domain' | 'other-country' | 'other-form'>, string>
> = {
  'same-mailbox': 'the same mailbox',
  'same-company': 'the same company',
  'same-words': 'the same name',
  'same-letters': 'the same letters',
  sound: 'names that sound alike',
  initials: 'initials',
  'other-domain': 'other domains',
};

function reasonOf(reason: Reason): string {
  switch (reason.kind) {
    case 'spelling':
    case 'shortened':
      return `${reason.of.map(isolated).join(' and ')} are near`;
    case 'unequal':
      return `only one says ${reason.of
        .filter((said) => said !== '')
        .map(isolated)
        .join(', ')}`;
    case 'same-domain':
      return `the same domain, ${reason.domain}`;
    case 'other-country':
    case 'other-form':
      return reason.of.join(' and ');
    default:
      return reasons[reason.kind];
  }
}

export const nominations = {
  kinds,
  states,
  relations,
  kept: span,
  mails: {
    code: {
      subject: (programme: string) => `Your code for a nomination: ${programme}`,
      text: (award: string, code: string, address: string) =>
        `Hello,\n\nsomebody nominated for ${award} with this address. If it was you, type this code on the page where you were:\n\n${code}\n\nThe page is here, should you have closed it:\n\n${address}\n\nThe code works for a day. Without it the nomination counts for nothing and is deleted. If it was not you, you need do nothing.\n`,
    },
    told: {
      subject: (programme: string) => `You were nominated: ${programme}`,
      text: ({
        greeting,
        programme,
        edition,
        closes,
        kept,
        address,
      }: Record<'greeting' | 'programme' | 'edition' | 'closes' | 'kept' | 'address', string>) =>
        `${greeting}\n\nyou were nominated for ${programme} ${edition}. Whether you take part is yours to say. Here you read what was said of you, and accept, decline or correct it:\n\n${address}\n\nIf you accept, you write an entry; it has to be in by ${closes}. If you decline, you hear no more of this edition from us.\n\nWhat we know of you and why: whoever nominated you gave us your name, this address and their reasons. We hold them to run the award, because those who run it and those who nominate have an interest in it (GDPR, article 6 (1) (f)). If you never accept they are deleted ${kept} after entries close. On the page you can see and correct them; you may object, ask for a copy or for their erasure by answering this mail, and complain to a data protection authority.\n`,
    },
  },
  form: {
    title: (category: string) => `Nominate for ${isolated(category)}`,
    short: 'Nominate',
    link: 'Nominate somebody for it',
    lead: (award: string) =>
      `Tell the organisers of ${isolated(award)} who should compete. You need no account: a code by mail confirms that it was you.`,
    notOpen: (at: string) => `Nominations open on ${at}.`,
    over: (at: string) => `Nominations closed on ${at}.`,
    none: 'This award takes no nominations by others. Whoever wants to compete enters by themselves.',
    retired: 'This category takes nothing any more.',
    closes: (at: string) => `Nominations close on ${at}.`,
    toCategory: 'About the category',
    who: 'Whom you nominate',
    kind: 'What are they?',
    name: 'Name',
    nameHint: 'As they call themselves.',
    worksFor: 'Company or organisation',
    worksForHint: 'Where they work, or to whom it belongs.',
    email: 'Their e-mail address',
    emailHint: 'Where they are asked whether they accept. Leave it empty if you do not know it.',
    why: 'Why',
    relation: 'How do you know them?',
    relationOf: {
      self: 'I nominate myself or my own',
      peer: 'I work with them, or in their field',
      customer: 'I am a customer of theirs',
    } satisfies Record<NominatorKind, string>,
    reason: 'What did they do?',
    reasonHint: 'The organisers read it, and so does the nominee.',
    evidence: 'What shows it?',
    evidenceHint: 'Figures, dates, who else could say so.',
    address: 'A page that shows it',
    addressHint: 'An address that begins with https://',
    you: 'About you',
    youText: 'The organisers see who nominates. Your address is used for the code and for questions about this nomination.',
    nominator: 'Your name',
    nominatorEmail: 'Your e-mail address',
    named: 'My name may be published as whoever nominated them',
    hidden: 'Do not tell the nominee who I am',
    trap: 'Leave this empty',
    send: 'Send, and get the code',
    privacy: (organisation: string, days: number) =>
      `${isolated(organisation)} holds what you send to run this award: your name and address until the nomination is deleted, ${span(days)} after entries close if it is not accepted. The nominee is told that they were nominated, and by whom unless you ask us not to.`,
  },
  confirm: {
    title: 'Type the code from the mail',
    lead: 'We sent eight figures to the address you gave. The nomination counts once you have typed them here.',
    code: 'Code',
    codeHint: 'Eight figures. It works for a day.',
    go: 'Confirm the nomination',
    done: 'Your nomination counts',
    doneText: 'Thank you. The organisers read it and ask the nominee whether they accept. You need do nothing more.',
    again: 'Nothing came? Look among unwanted mail, or send the nomination once more.',
  },
  list: {
    title: 'Nominations',
    lead: (all: number, waiting: number) =>
      all === 0
        ? 'Nobody was nominated yet.'
        : waiting === 0
          ? `${capital(many(all, 'nominee', 'nominees'))}, and all have been told.`
          : `${capital(many(all, 'nominee', 'nominees'))}; ${waiting === 1 ? 'one is' : `${waiting} are`} to be told.`,
    nav: 'Nominations',
    filters: 'Filters of the list',
    filter: 'Filter',
    go: 'Show',
    search: 'Search name, company, address',
    anyState: 'Every state',
    anyCategory: 'Every category',
    nominee: 'Nominee',
    worksFor: 'Company',
    email: 'Address',
    category: 'Category',
    kind: 'Kind',
    state: 'State',
    peers: 'Peers',
    customers: 'Customers',
    selves: 'Themselves',
    all: 'Nominations',
    first: 'First page',
    next: 'Next 50',
    pages: 'Pages of the list',
    shown: (n: number) => (n === 1 ? 'One nominee' : `${n} nominees`),
    nominated: 'Nominated',
    nominatedIn: (city: string) => `Nominated (${city} time)`,
    tellBy: 'Tell by',
    none: 'No nominations yet',
    noneText: 'Nominations stand here once whoever sent them has typed the code from their mail.',
    noClock:
      'This edition takes no nominations. Give its timeline a time for nominations, and everybody can nominate from the page of each category.',
    toTimeline: 'To the timeline',
    nothingFound: 'Nothing found',
    nothingFoundText: 'No nominee fits the search and the filters.',
    showAll: 'Show all',
    alike: (n: number) => (n === 1 ? 'Two nominees may be one.' : `${n} pairs of nominees may each be one.`),
    toAlike: 'Look at them',
    late: (n: number) =>
      n === 1
        ? 'One nominee has not been told for a month. The law asks that people learn within a month who holds their data.'
        : `${n} nominees have not been told for a month. The law asks that people learn within a month who holds their data.`,
  },
  alike: {
    title: 'Nominees that may be one',
    lead: (n: number) => (n === 0 ? 'No two nominees look alike.' : `${capital(many(n, 'pair looks', 'pairs look'))} alike.`),
    text: 'Names are compared across spellings and scripts, addresses as mail tells them apart. Nothing is merged but by you, and every nominator stays credited.',
    none: 'Nothing to decide',
    noneText: 'As more nominations come in, those that may be of one nominee stand here.',
    because: (all: readonly Reason[]) => capital(all.map(reasonOf).join('; ')),
    into: (name: string) => `Merge into ${isolated(name)}`,
    score: (n: number) => `Alike: ${Math.round(n / 10)} of 100`,
  },
  nominee: {
    over: 'Nominee',
    facts: 'About the nominee',
    by: (n: number) => `Proposed ${n === 1 ? 'once' : `${n} times`}`,
    byText: 'Each nominator counts once, however often they nominated.',
    relation: 'As',
    named: 'may be named in public',
    hidden: 'not to be told to the nominee',
    evidence: 'What shows it',
    members: 'Merged into this one',
    split: 'Part it again',
    splitMore: (name: string) => `: ${name}`,
    merged: 'Merged. Every nominator stays credited.',
    undo: 'Undo',
    parted: 'Parted again.',
    mergedInto: 'This was merged into another nomination, which speaks for it.',
    toHead: 'To that one',
    tell: 'Tell the nominee',
    tellText: (email: string) =>
      `One mail goes to ${email}: that they were nominated, what is held of them and why, until when, and what they can do. Its link leads to a page where they accept, decline or correct it.`,
    tellGo: 'Send the mail',
    tellAgain: 'Send it once more',
    toldOn: (at: string) => `Told on ${at}. A further mail makes the link of the one before stop working.`,
    told: 'The mail is on its way.',
    late: (by: string) => `They should have been told by ${by}.`,
    by_: (by: string) => `They have to be told by ${by}.`,
    declined: 'They declined',
    declinedText: 'It ends here: no mail goes to them any more, whoever nominates them again in this edition.',
    declinedBefore: 'Somebody at this address declined another nomination of this edition, so no mail goes there.',
    answer: 'In their words',
    accepted: 'They accepted',
    acceptedText: (at: string) => `On ${at}. Their entry stands in the list of entries once it is sent in.`,
    waitsForEntries: 'They accepted before entries open; they begin their entry then.',
    change: 'Correct the details',
    changeHint: 'As they call themselves; the nominator may have guessed.',
    save: 'Save',
    saved: 'Saved.',
    alike: 'May be the same nominee',
    back: 'All nominations',
  },
  own: {
    title: (award: string) => `You were nominated for ${isolated(award)}`,
    over: 'A nomination',
    lead: (name: string, category: string) =>
      `${isolated(name)}, in the category ${isolated(category)}. Whether you take part is yours to say.`,
    said: 'What was said of you',
    by: (name: string, relation: NominatorKind) =>
      relation === 'self'
        ? `${isolated(name)}, for themselves`
        : `${isolated(name)}, ${relation === 'peer' ? 'a colleague or peer' : 'a customer'}`,
    hiddenBy: (relation: NominatorKind) =>
      relation === 'customer' ? 'A customer, who asked not to be named' : 'A colleague or peer, who asked not to be named',
    accept: 'Accept',
    acceptText: (closes: string) => `You then write an entry, which has to be sent in by ${closes}. You may leave it at any time.`,
    acceptLater: (opens: string, closes: string) =>
      `You then write an entry. It can be begun from ${opens} and has to be sent in by ${closes}.`,
    acceptGo: 'Accept the nomination',
    name: 'Your name',
    nameHint: 'For the account your entry belongs to.',
    account: (email: string) => `Your entry belongs to the account of ${email}.`,
    newAccount: (email: string) => `There is no account for ${email} yet; accepting makes it.`,
    oldLink: (email: string) =>
      `The link in a mail signs in for a week, and this mail is older. To accept, sign in as ${isolated(email)}; whoever has no account there gets a link that makes one.`,
    another: 'You are signed in with another account',
    anotherText: (email: string) => `The nomination was mailed to ${email}. Sign out, then open the link again.`,
    toAccount: 'To your account',
    over_: (at: string) => `Entries closed on ${at}, so nothing can be entered any more.`,
    decline: 'Decline',
    declineText: 'It ends here. You get no more mail about this edition, whoever nominates you again.',
    reason: 'Why, if you like to say',
    reasonHint: 'The organisers read it; nobody else does.',
    declineGo: 'Decline the nomination',
    correct: 'Correct what is said of you',
    correctName: 'Name',
    correctWorks: 'Company or organisation',
    correctGo: 'Save',
    corrected: 'Saved.',
    declined: 'You declined',
    declinedText: 'You hear no more of this edition from us. If you change your mind, accept below.',
    accepted: 'You accepted',
    acceptedText: 'Your entry is waiting for you.',
    acceptedLater: (opens: string) => `You can begin your entry from ${opens}. Come back to this page, or to your home page, then.`,
    toEntry: 'Go to your entry',
    begin: 'Begin the entry',
    signIn: 'Sign in to go on',
    privacy: 'What is held of you, and why',
    privacyText: (organisation: string, { open, accepted }: Record<'open' | 'accepted', number>) => [
      `${isolated(organisation)} holds your name, your address, your company and what was written about you. It was given by whoever nominated you; that is where it comes from.`,
      'It is held to run the award, because those who run it and those who nominate have an interest in it (GDPR, article 6 (1) (f)). The organisers of this award read it; nobody else does.',
      `If you never accept, it is deleted ${span(open)} after entries close. If you accept, it is kept with your entry, for ${span(accepted)}.`,
      'You may see it (it stands above), correct it, object to it, have it erased or get a copy: correct it below, or write to the organiser. You may complain to a data protection authority.',
    ],
  },
};
