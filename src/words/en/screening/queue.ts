/** Sentences of the queue of those who screen. */
const entries = (n: number) => (n === 1 ? 'one entry' : `${n.toLocaleString('en-GB')} entries`);
const verdicts = (n: number) => (n === 1 ? 'one verdict' : `${n.toLocaleString('en-GB')} verdicts`);

export const queue = {
  title: 'Screening',
  lead: (n: number) =>
    n === 0 ? 'No entry waits for you.' : `${n === 1 ? 'One entry waits' : `${n.toLocaleString('en-GB')} entries wait`} for you.`,
  begin: 'Begin with the first',
  waiting: 'What waits',
  rules: 'The rules say',
  because: 'Because',
  says: { no: 'Not eligible', unknown: 'Open', yes: 'Eligible', none: 'No rules' },
  yours: 'Yours',
  yoursText: 'You wrote it, so somebody else decides.',
  none: 'Nothing waits',
  noneText: 'What is sent in next stands here, with what the rules of its category say of it.',
  pages: {
    label: 'Pages of the queue',
    shown: (n: number, of: number) => `${n.toLocaleString('en-GB')} of ${of.toLocaleString('en-GB')}, those first that have waited longest`,
    first: 'First page',
    next: 'Next page',
  },
  heldMore: (n: number) => (n === 1 ? 'One more is held.' : `${n.toLocaleString('en-GB')} more are held.`),
  certainWill: (n: number) => `Of ${entries(n)} every rule says yes. The next page shows what would be accepted, before it is.`,
  certain: (n: number) => `Accept ${entries(n)} the rules are sure of`,
  held: 'Ruled out, and not sent',
  heldText: 'Their writers do not know yet.',
  send: (n: number) => `Send ${verdicts(n)}`,
  sendAsk: (n: number) => `Send ${verdicts(n)}?`,
  sendWill: (n: number) =>
    `${n === 1 ? 'One writer gets' : 'Each writer gets'} a mail with the reason and your words, and the entry shows them. You can take it back until judging is over.`,
  sendGo: (n: number) => `Send ${verdicts(n)}`,
  sent: 'Sent. Their writers know now.',
  back: 'To the queue',
  before: 'Before',
  after: 'Next',
  left: (n: number) => (n === 0 ? 'none waits' : n === 1 ? 'one waits' : `${n.toLocaleString('en-GB')} wait`),
  keys: { go: 'next, before', accept: 'accept', ruleOut: 'rule out, duplicate', return: 'send back', move: 'move' },
  settings: {
    title: 'How this edition is screened',
    secondLook: 'Two people for an entry that may not compete',
    secondLookHint: 'It is sent only after another screener agrees.',
    reasons: 'Reasons',
    reasonsHint: 'One a line. Writers read the reason as it stands here.',
    save: 'Save',
    saved: 'Saved. It holds from now on.',
  },
};
