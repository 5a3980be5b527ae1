/** What a recount says, on the command line and on the page that opens without a network: the same text, letter by letter. */
type Fact = string | number | boolean | null | undefined | readonly unknown[] | object;
type Said = Readonly<Record<string, Fact>>;

const counted = (n: number, one: string, many = `${one}s`): string => `${n.toString()} ${n === 1 ? one : many}`;
const text = (fact: Fact): string => (typeof fact === 'object' ? '' : String(fact ?? ''));
const place = ({ file, row }: Said): string => (row === undefined || row === null ? text(file) : `${text(file)}, line ${text(row)}`);
const ballot = (facts: Said): string => `${place(facts)}: ballot ${text(facts.ballot)} (${text(facts.judge)} on ${text(facts.entry)})`;

/** One sentence for each thing that can differ. */
const findings: Readonly<Record<string, (facts: Said) => string>> = {
  'no-manifest': ({ file }) => `${text(file)} is missing or is not a manifest of a recount bundle: this is no bundle, or a part of one.`,
  'file-missing': ({ file }) => `${text(file)} is missing; the manifest lists it.`,
  'file-changed': ({ file }) => `${text(file)} is not the file the manifest lists: it was changed after the bundle was made.`,
  'file-unlisted': ({ file }) => `${text(file)} is not listed in the manifest: it was added after the bundle was made.`,
  'line-not-canonical': (facts) => `${place(facts)} is not an event as it is written: it was changed, or cut short.`,
  'out-of-order': (facts) => `${place(facts)} does not carry its number: an event was taken out, put in or moved.`,
  'chain-broken': (facts) => `${place(facts)} does not follow from the line before: one of the two was changed.`,
  'ballot-after-closing': (facts) => `${place(facts)}: ballot ${text(facts.ballot)} came after closing.`,
  'checkpoint-unreadable': ({ file }) => `${text(file)} is not a checkpoint of this log.`,
  'size-differs': ({ file, size, found }) => `${text(file)} speaks of ${text(size)} events; the log has ${text(found)} at that point.`,
  'root-differs': ({ file, size }) => `${text(file)}: the first ${text(size)} events do not come to the root it states.`,
  'signature-bad': ({ file, name }) => `${text(file)}: the signature of ${text(name)} does not hold.`,
  'signature-missing': ({ file, name }) => `${text(file)} is not signed by ${text(name)}.`,
  'rules-differ': ({ file }) => `${text(file)} holds other rules than those the log committed to before the first ballot.`,
  'seed-unreadable': ({ file }) => `${text(file)} is not readable, or the log knows no closing: the seed cannot be derived.`,
  'seed-not-the-committed': ({ file }) => `${text(file)}: the secret is not the one that was committed to with the rules.`,
  'seed-differs': ({ file }) => `${text(file)}: the seed does not follow from the secret and the ballots at closing.`,
  'line-unreadable': (facts) => `${place(facts)} is not a ballot.`,
  'ballot-twice': (facts) => `${place(facts)}: ballot ${text(facts.ballot)} stands here twice.`,
  'ballot-not-in-log': (facts) => `${ballot(facts)} is not in the log.`,
  'ballot-moved': (facts) => `${ballot(facts)} was cast for another entry or category.`,
  'judge-differs': (facts) => `${ballot(facts)} was cast by another judge.`,
  'mark-differs': (facts) =>
    `${ballot(facts)}: the mark for ${text(facts.criterion)}${facts.mark === null ? ' is missing' : `, ${text(facts.mark)},`} is not the one that was cast.`,
  'ballot-missing': (facts) => `${text(facts.file)}: ballot ${text(facts.ballot)} is in the log and missing here.`,
  'entries-differ': ({ file }) => `${text(file)} does not list the entries there were at closing.`,
  'not-countable': ({ code }) => `The ballots cannot be counted by these rules (${text(code)}).`,
  'result-not-in-log': ({ file }) => `${text(file)} is not the result the log ends with.`,
  'result-differs': ({ file, path, stated, found }) =>
    `${text(file)} states ${stated === null ? 'nothing' : text(stated)} at ${text(path)}; the recount gives ${found === null ? 'nothing' : text(found)}.`,
  'result-not-canonical': ({ file }) => `${text(file)} says the same as the recount, and is not written the same way.`,
};

export const recount = {
  about: 'recompute every verdict of a recount bundle, offline, and name what differs',
  options: {
    bundle: 'the bundle, a zip as ./plaudit tally --bundle writes it',
    key: 'a key known from elsewhere (name+id+base64): its signature must stand under every checkpoint; repeat for several',
    result: 'write the result as it was recomputed here',
    receipt: 'print the receipt of one ballot, by its number, instead of recounting: what its judge keeps',
    checkReceipt: 'check a receipt by itself, without the bundle',
    page: 'write the verifier as one page that opens without a network, instead of recounting',
    json: 'print the recount as JSON',
  },
  help: (codes: { readonly done: number; readonly refused: number; readonly usage: number }): string => `
What it does
  A bundle is one zip with ballots under pseudonyms, the rules, the log and the result. Nothing else is read and nothing is sent.
  Files are held against their hashes, the log against its published heads, every mark against its commitment in the log, the seed
  against its own, and the result is computed anew and compared byte for byte.

Examples
  ./plaudit recount bundle.zip
  ./plaudit recount bundle.zip --key "handbell-awards.example/log+1f2e3d4c+AY…"
  ./plaudit recount --page verify.html
  ./plaudit recount bundle.zip --receipt 12 > mine.json
  ./plaudit recount --check-receipt mine.json

Exit codes
  ${codes.done}  the recount agrees
  ${codes.refused}  something differs; it is named
  ${codes.usage}  the command line was not understood`,
  title: (origin: string | null, kind: string | null, software: string | null): string =>
    origin === null ? 'Recount of an unknown file' : `Recount of ${origin}: ${kind ?? ''} bundle, made by ${software ?? ''}`,
  size: (ballots: number): string => counted(ballots, 'ballot'),
  root: (root: string): string => `Root of the log       ${root}`,
  fingerprint: (hash: string): string => `Bundle's fingerprint  ${hash}`,
  signed: (name: string, checkpoints: readonly string[], trusted: boolean): string =>
    trusted
      ? `Signed by ${name}, the key you gave: ${checkpoints.join(', ')}`
      : `Signed by ${name}, a key from the bundle itself (compare it with the one published): ${checkpoints.join(', ')}`,
  unsigned: 'Not signed: whoever made this bundle could have made another. Compare the root with the one published at closing.',
  checks: {
    files: 'Files are those of the manifest',
    log: 'Log is whole and in order',
    checkpoints: 'Checkpoints fit the log',
    signatures: 'Signatures hold',
    rules: 'Rules are those committed to',
    seed: 'Seed follows from secret and ballots',
    ballots: 'Every mark is the one that was cast',
    result: 'Result is the same, byte for byte',
  },
  verdicts: 'Places as recomputed here',
  place: (rank: number | null, tied: boolean): string => (rank === null ? '–' : `${tied ? '=' : ''}${rank}`),
  corrected: (score: number): string => `${score} corrected, raw`,
  good: 'yes',
  bad: (n: number): string => `NO (${n})`,
  findings,
  more: (n: number): string => `  and ${n} more`,
  receipt: {
    holds: (ballot: number, origin: string, root: string): string =>
      `Ballot ${ballot} stood in the log of ${origin} at closing, with these marks.\nRoot at closing  ${root}`,
    signed: 'Signed by a key you gave.',
    unsigned: 'No key you gave signed it: compare the root with the one published at closing.',
    unreadable: 'This is no receipt, or it was changed.',
    'not-in-log': 'The receipt does NOT hold: the ballot was not in the log this head of it speaks of.',
    'signature-bad': 'The receipt does NOT hold: the signature under the head of the log is not good.',
    'marks-differ': 'The receipt does NOT hold: these marks are not the ones that stood in the log.',
  },
  pageWritten: (file: string): string => `Written: ${file}. Open it in a browser; it needs no network.`,
  page: {
    title: 'Recount',
    lead: 'Recompute an award from its bundle, in this page alone. Nothing is sent anywhere; you may pull the cable first.',
    choose: 'Recount bundle (zip)',
    keys: 'Keys you know from elsewhere, one a line (optional)',
    start: 'Recount',
    working: 'Counting …',
    save: 'Save this text',
    noScript: 'This page recounts in your browser and needs JavaScript to do so. The same recount runs by ./plaudit recount bundle.zip.',
    bug: (what: string): string => `The recount stopped at a fault of this page: ${what}`,
  },
  /** In every bundle, for whoever opens the archive. */
  readme: `A recount bundle of an award, made by Plaudit.

Recount it:  ./plaudit recount THIS.zip
or open the page that ./plaudit recount --page verify.html writes: it needs no network.

ballots.jsonl   what is counted: a ballot a line, judges under pseudonyms
entries.jsonl   all entries there were at closing
design.jsonl    who was to judge what, without marks
rules.json      the rules, as committed to before the first ballot
log.jsonl       every event in order, marks and judges as salted commitments; each line names the one before
checkpoints/    heads of the log after rules, closing and result (c2sp.org/tlog-checkpoint)
keys.txt        keys that signed them; compare them with those published elsewhere
seed.json       the secret committed to, and the seed that follows from it and the ballots
result.json     the result, canonical JSON (RFC 8785)
manifest.json   SHA-256 of every file
`,
  agrees: 'The recount agrees.',
  differs: (n: number): string => `The recount does NOT agree: ${counted(n, 'thing')} to explain.`,
};
