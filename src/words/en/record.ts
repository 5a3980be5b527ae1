/** What the command line says of the record. */
export const record = {
  about: 'look after the audit record: every change, chained and sealed',
  verifyAbout: 'recompute every seal, column and commitment; exit 1 and name everything that was changed',
  organisation: (name: string, events: number, chains: number) =>
    `${name}: ${events} sealed events in ${chains} ${chains === 1 ? 'chain' : 'chains'}`,
  chain: (id: string) => `chain ${id}:`,
  whole: (events: number) => `${events} events, whole`,
  unsealed: (count: number, seconds: number) =>
    `${count} events are not sealed yet, the oldest for ${seconds} s. The jobs process seals within seconds; is it running?`,
  at: (seq: number, id: string) => `event ${seq} (${id}):`,
  sequence: (first: number, last: number) =>
    last <= first ? `the seal numbered ${first} is missing.` : `the seals numbered ${first} to ${last} are missing.`,
  eventText: (column: string, offset: number) => `its sealed text was changed (audit_events.event, field ${column}, byte ${offset}).`,
  column: (column: string, offset: number) =>
    `the column beside its sealed text was changed (audit_events, ${column}, byte ${offset} of the text).`,
  undecided: (column: string, offset: number) =>
    `its columns and its sealed text differ (audit_events, ${column}, byte ${offset} of the text); the seal before is missing, so nobody can say which was changed.`,
  seal: 'its seal does not follow from the one before (audit_seals.seal, or an event was exchanged).',
  body: {
    changed: 'its body does not fit its commitment (audit_bodies.body or salt was changed).',
    'missing-without-reason': 'its body is missing and no reason is given (audit_bodies).',
    'half-erased': 'its body was erased in part only (audit_bodies).',
  },
  /** Which field of a changed body, where that can be known. */
  where: {
    field: (path: string) =>
      path === '' ? 'One byte between its fields was changed.' : `One byte was changed, in the field ${path}; undone, the body fits again.`,
    salt: 'One byte of the salt was changed; the body is as it was sealed.',
    many: 'Which field cannot be known: more than one byte was changed, and one commitment covers the whole body.',
    long: 'Which field was not looked for: the body is long, and one commitment covers all of it.',
    unsought: 'Which field was not looked for: several bodies of this chain were changed.',
  },
  broken: (faults: number) => `${faults} ${faults === 1 ? 'break' : 'breaks'}`,
  more: (faults: number) => `and ${faults} more.`,
  end: (expected: number) => `the chain ends here, but its head says ${expected} events (audit_chains, or seals cut off at the end).`,
  ballots: (count: number) => `${count} submitted ${count === 1 ? 'ballot is' : 'ballots are'} what the record says`,
  ballot: (id: string) => `ballot ${id}:`,
  ballotFaults: {
    marks: (criteria: string) => `its marks are not those that were submitted (ballot_marks, criterion ${criteria}).`,
    comment: (_criteria: string) => 'its comment is not the one that was submitted (ballots.comment).',
    unrecorded: (_criteria: string) => 'it counts as submitted, and no event says so (ballots).',
    missing: (_criteria: string) => 'it was submitted, and is gone or open again without an event (ballots).',
  },
  results: (count: number) => `${count} published ${count === 1 ? 'result is' : 'results are'} what the record says`,
  edition: (id: string) => `edition ${id}:`,
  resultFaults: {
    tally: 'its tally is not the one that was published (tallies.result).',
    winners: 'its winners are not those that were published (decisions).',
  },
};
