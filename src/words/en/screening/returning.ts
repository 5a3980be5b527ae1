/** Sentences about several entries that are sent back at once. */
const entries = (n: number) => (n === 1 ? 'one entry' : `${n.toLocaleString('en-GB')} entries`);

export const returning = {
  title: 'Send entries back',
  will: (n: number, chosen: number) =>
    n === chosen
      ? 'All that you chose wait for a decision. Each goes back to its writer with the words and the moment below.'
      : `${n.toLocaleString('en-GB')} of the ${chosen.toLocaleString('en-GB')} you chose wait for a decision. Each of those goes back to its writer with the words and the moment below.`,
  told: (n: number) =>
    n === 1 ? 'One mail goes to its writer.' : `${n.toLocaleString('en-GB')} mails go out, one for each entry, to its writer.`,
  stay: (n: number) =>
    n === 1
      ? 'One stays as it is: it is decided, ruled out, or yours.'
      : `${n.toLocaleString('en-GB')} stay as they are: they are decided, ruled out, or yours.`,
  list: 'Entries that go back',
  others: 'Entries that stay as they are',
  writer: 'Writer',
  more: (n: number) => `and ${n.toLocaleString('en-GB')} more`,
  go: (n: number) => `Send ${entries(n)} back`,
  not: 'Leave them',
  nothing: 'Nothing to send back',
  nothingText: (chosen: number) =>
    chosen === 0
      ? 'No entry is chosen. Tick some, then come back.'
      : 'None of those you chose waits for a decision: each is decided, ruled out, or yours.',
  done: (n: number) => (n === 1 ? 'One entry is with its writer' : `${n.toLocaleString('en-GB')} entries are with their writers`),
  left: (n: number) =>
    n === 1
      ? 'One was not sent back: it was decided about meanwhile.'
      : `${n.toLocaleString('en-GB')} were not sent back: they were decided about meanwhile.`,
  undo: 'Take it back',
  undoWill:
    'Each waits again as it was sent in, and its writer gets a mail that there is nothing to mend. Once one of them writes, each is taken back on its own page.',
  undone: (n: number) => (n === 1 ? 'It waits again.' : 'They wait again.'),
  chosen: { accept: 'Accept those ticked', return: 'Send those ticked back', head: 'Tick', row: (name: string) => `Tick ${name}` },
};
