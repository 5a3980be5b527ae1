/** Sentences about who writes an entry. */
import type { Offer, Right } from '#core/entries/writers.ts';
import { isolated } from '../../isolated.ts';

const may: Readonly<Record<Right, string>> = {
  view: 'read it',
  edit: 'read and write it',
  submit: 'read it, write it and send it in',
};

const called = (title: string) => (title === '' ? 'an entry without a title yet' : `“${isolated(title)}”`);

export const writers = {
  mails: {
    invited: {
      subject: (by: string, programme: string) => `${by} shares an entry for ${programme} with you`,
      text: (name: string, by: string, title: string, programme: string, rights: Right, address: string) =>
        `${name === '' ? 'Hello' : `Hello ${name}`},\n\n${by} writes ${title === '' ? 'an entry' : `“${title}”`} for ${programme} and asks you to take part. You may then ${may[rights]}.\n\nTo accept, open this page and press the button:\n\n${address}\n\nThe link works once, and for thirty days. If you do not want to, do nothing.\n`,
    },
  },
  ownerMails: {
    offered: {
      subject: (by: string, programme: string) => `${by} asks you to take over an entry for ${programme}`,
      text: (name: string, by: string, title: string, programme: string, address: string) =>
        `${name === '' ? 'Hello' : `Hello ${name}`},\n\n${by} asks you to take over ${title === '' ? 'an entry' : `“${title}”`} for ${programme}. It is then yours: you decide who writes it, you send it in or take it back, and everything about it is sent to you.\n\nTo accept, open this page and press the button:\n\n${address}\n\nThe link works once, and for thirty days. Until you accept, nothing changes. If you do not want to, do nothing.\n`,
    },
    changed: {
      subject: (programme: string) => `Your entry for ${programme} has a new owner`,
      text: (name: string, title: string, programme: string) =>
        `${name === '' ? 'Hello' : `Hello ${name}`},\n\n${title === '' ? 'your entry' : `“${title}”`} for ${programme} was taken over by whom it was offered to. You may still read it, write it and send it in, unless its new owner changes that. If you did not expect this, write to the organiser.\n`,
    },
  },
  link: 'Who writes it',
  title: 'Who writes this entry',
  lead: 'Everybody here sees what the others save. Where two write in one field, both texts are shown and one of them chooses.',
  back: 'Back to the entry',
  tag: 'Shared with you',
  shared: (by: string, right: Right) => `${isolated(by)} shares this entry with you. You may ${may[right]}.`,
  note: (by: string, right: Right) => `shared by ${isolated(by)}; you may ${may[right]}`,
  onlyReads: 'You read what is saved. To write in it, ask its owner.',
  notSending: 'Its owner sends it in, or whoever they let.',
  table: 'Who writes this entry',
  name: 'Name',
  email: 'E-mail',
  may: 'May',
  rights: { view: 'Read', edit: 'Read and write', submit: 'Read, write and send in', owner: 'Own it' } satisfies Record<Offer, string>,
  hints: {
    view: 'Everything in it, and its history.',
    edit: 'Words, answers and files, and bring back what an earlier version said.',
    submit: 'All of that, and submit it, withdraw it, and bring it back.',
  } satisfies Record<Right, string>,
  owner: 'Owner',
  you: 'you',
  since: 'Since',
  change: 'Change',
  changeMore: (name: string) => `what ${name} may do`,
  changed: 'What they may do is changed. It holds from their next click.',
  remove: 'Remove',
  removed: 'They can open the entry no more. What they wrote stays.',
  alone: 'Nobody else yet',
  aloneText: 'Invite a colleague, and you write it together.',
  open: 'Invited',
  openTable: 'Invitations nobody has answered yet',
  until: 'Works until',
  expired: 'Expired',
  again: 'Send again',
  withdraw: 'Withdraw',
  more: (name: string) => `the invitation of ${name}`,
  withdrawn: 'The invitation is withdrawn. Its link works no more.',
  invite: 'Invite somebody',
  inviteLead: 'They get a mail with a link. Nobody else can use it, and it works once.',
  send: 'Send the invitation',
  invited: (email: string) => `An invitation is on its way to ${isolated(email)}.`,
  hand: 'Hand it over',
  handLead: 'Somebody else becomes its owner: they decide who writes it, and everything about it is sent to them.',
  handMore:
    'Nothing changes before they accept. You may then still read, write and send it in. More time or a late code that was given to you stays yours.',
  nextName: 'Who takes it over',
  nextEmail: 'Their e-mail',
  handSend: 'Offer it by mail',
  offered: (email: string) => `The entry is offered to ${isolated(email)}. Nothing changes before they accept.`,
  handing: {
    link: 'Whose it is',
    title: 'Whose entry this is',
    lead: 'For an entrant who has left, or cannot be reached. Whoever you offer it to becomes its owner by accepting, and the owner before is told.',
    form: 'Offer it to somebody else',
    waits: (name: string, email: string, until: string) => `Offered to ${isolated(name)}, ${isolated(email)}, until ${until}`,
    over: (name: string, email: string) => `The offer to ${isolated(name)}, ${isolated(email)} has expired`,
    again: 'Offering it again ends this offer.',
    withdrawn: 'The offer is withdrawn. Its link works no more.',
    withdraw: 'Withdraw the offer',
    onlyManagers: 'Only those who run this programme offer it.',
  },
  leave: 'Leave this entry',
  leaveLead: 'You can open it no more until its owner invites you again. What you wrote stays.',
  left: 'You have left the entry.',
  takeOver: {
    lead: (by: string, title: string, programme: string) =>
      `${isolated(by)} asks you to take over ${called(title)} for ${isolated(programme)}. It is then yours: you decide who writes it, you send it in or take it back, and everything about it is sent to you.`,
    counts: 'It counts as your entry where one entrant may have only so many.',
    accept: 'Take over the entry',
  },
  invitation: {
    title: 'An invitation',
    lead: (by: string, title: string, programme: string, right: Right) =>
      `${isolated(by)} writes ${called(title)} for ${isolated(programme)} and asks you to take part. You may then ${may[right]}.`,
    accept: 'Accept the invitation',
  },
};
