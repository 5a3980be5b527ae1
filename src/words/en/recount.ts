/** What a recount says, on the command line and on the page that opens without a network: the same text, letter by letter. */
import type { Linked } from '#core/record/bundle/tally-record.ts';

type Fact = string | number | boolean | null | undefined | readonly unknown[] | object;
type Said = Readonly<Record<string, Fact>>;

const counted = (n: number, one: string, many = `${one}s`): string => `${n.toString()} ${n === 1 ? one : many}`;
const text = (fact: Fact): string => (typeof fact === 'object' ? '' : String(fact ?? ''));
const place = ({ file, row }: Said): string => (row === undefined || row === null ? text(file) : `${text(file)}, line ${text(row)}`);
const ballot = (facts: Said): string => `${place(facts)}: ballot ${text(facts.ballot)} (${text(facts.judge)} on ${text(facts.entry)})`;

const override = (facts: Said): string =>
  `${place(facts)}: the override of ballot ${text(facts.ballot)} (${text(facts.judge)} on ${text(facts.entry)})`;

/** What a figure of a result is called; others go by their key. */
const figures: Readonly<Record<string, string>> = {
  rank: 'place',
  rawRank: 'place by the exact score',
  correctedRank: 'place by the corrected score',
  'raw/fraction': 'exact score',
  'raw/decimal': 'score',
  raw: 'score',
  corrected: 'corrected score',
  mean: 'mean',
  standardError: 'standard error',
  pFirst: 'chance of being first',
  pTop: 'chance of going through',
  'rankInterval/low': 'best place likely',
  'rankInterval/high': 'worst place likely',
  tied: 'tied',
  level: 'level',
  status: 'status',
  composite: 'weighted mark',
  effect: 'severity',
  winners: 'winners',
  'winners/0': 'winner',
  finding: 'finding',
  goesThrough: 'going through',
  order: 'order',
  effective: 'effective weight',
  levelChecks: 'conditions of its level',
  derivation: 'how it was derived',
  neighbours: 'chances between neighbours',
  flags: 'questions asked',
};

/** A value of JSON as it is read; a text without its quotes. */
const valueText = (value: Fact): string =>
  value === null || value === undefined || value === 'null' ? 'nothing' : text(value).replace(/^"(.*)"$/s, '$1');

/** Who or what a difference is about. */
function aboutText({ round, category, entry, judge, check, criterion }: Said): string {
  const whole = [round, entry === undefined ? category : undefined, check, criterion].filter((name) => name !== undefined).map(text);
  const of = entry === undefined ? whole : [`${text(entry)} (${text(category)})`, ...whole];
  return [...of, ...(judge === undefined ? [] : [entry === undefined ? text(judge) : `ballot of ${text(judge)}`])].join(', ');
}

/** What a member of a list of the result is called, where all of it stands on one side alone. */
const members: Readonly<Record<string, string>> = {
  moves: 'the place that overrides changed',
  applied: 'the override',
  ballots: 'the ballot counted',
  setAside: 'the ballot set aside',
  entries: 'the entry',
  categories: 'the category',
  rounds: 'the round',
  judges: 'the judge',
  checks: 'the check',
};

/** A value short enough for a line. */
const valueShort = (value: Fact): string => {
  const whole = valueText(value);
  return whole.length > 60 ? `${whole.slice(0, 59)}…` : whole;
};

/** What is said of one figure: its name, and what it states beside what the recount gives; a side that has none says so. */
function figureText({ what, path, stated, found }: Said): string {
  const whole = text(what);
  const [first = '', ...deeper] = whole.split('/');
  const list = text(path).split('/').at(-2) ?? '';
  const within = deeper.length === 0 ? '' : ` (${deeper.join(' ')})`;
  const name = whole === '' ? (members[list] ?? list) : (figures[whole] ?? `${figures[first] ?? first}${within}`);
  if (stated === null || stated === undefined) return `${name} is missing in the bundle → ${valueShort(found)}`;
  if (found === null || found === undefined) return `${name} ${valueShort(stated)} → is missing`;
  return `${name} ${valueShort(stated)} → ${valueShort(found)}`;
}

/** Figures told of one thing; of more only the number. */
const mostFigures = 6;

/** What differs in one thing of a result, figure by figure. */
function resultDiffers(facts: readonly Said[]): string {
  const [first = {}] = facts;
  const known = Object.keys(figures);
  // What is there on one side alone comes first, what people do not read last.
  const weight = ({ what }: Said): number => (text(what) === '' ? -1 : (known.indexOf(text(what)) + known.length) % known.length);
  const told = [...new Set([...facts].sort((a, b) => weight(a) - weight(b)).map(figureText))];
  const more = told.length > mostFigures ? [`and ${counted(told.length - mostFigures, 'more figure')}`] : [];
  const about = aboutText(first);
  return `${text(first.file)}${about === '' ? '' : `, ${about}`}: ${[...told.slice(0, mostFigures), ...more].join('; ')} (stated → recounted).`;
}

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
    `${ballot(facts)}: the mark for ${text(facts.criterion)}${facts.mark === null ? ' is missing, and' : `, ${text(facts.mark)},`} is not the one that was cast${facts.cast === null || facts.cast === undefined ? '' : `: that was ${text(facts.cast)}`}.`,
  'ballot-missing': (facts) => `${text(facts.file)}: ballot ${text(facts.ballot)} is in the log and missing here.`,
  'metric-after-closing': (facts) => `${place(facts)}: a measured value came after closing.`,
  'votes-after-closing': (facts) => `${place(facts)}: a count of votes came after closing.`,
  'override-after-closing': (facts) => `${place(facts)}: somebody decided a mark otherwise after closing, when the seed was known.`,
  'said-unreadable': (facts) => `${place(facts)} is not as it is written: it was changed, or cut short.`,
  'said-twice': (facts) => `${place(facts)} stands here twice (number ${text(facts.seq)} of the log).`,
  'said-not-in-log': (facts) => `${place(facts)} is not in the log under its number, ${text(facts.seq)}.`,
  'said-missing': ({ file, seq }) => `${text(file)}: number ${text(seq)} of the log is missing here.`,
  'metric-differs': (facts) =>
    `${place(facts)}: ${text(facts.metric)} of ${text(facts.entry)} (${text(facts.category)}), ${text(facts.value)}, is not what was recorded.`,
  'votes-differ': (facts) =>
    `${place(facts)}: ${text(facts.votes)} votes for ${text(facts.entry)} (${text(facts.category)}) are not what was recorded.`,
  'override-differs': (facts) =>
    `${override(facts)}: ${text(facts.mark)}${facts.criterion === '' ? '' : ` for ${text(facts.criterion)}`} is not what was decided.`,
  'override-by-another': (facts) => `${override(facts)} was decided by somebody other than ${text(facts.who)}.`,
  'override-for-another-reason': (facts) => `${override(facts)}: the reason is not the one that was given.`,
  'entries-differ': ({ file }) => `${text(file)} does not list the entries there were at closing.`,
  'not-countable': ({ code }) =>
    code === 'parts-differ'
      ? 'entries.jsonl tells other parts of a category than its ballots lie in: places would be compared that no judge joins.'
      : `The ballots cannot be counted by these rules (${text(code)}).`,
  'result-not-in-log': ({ file }) => `${text(file)} is not the result the log ends with.`,
  'result-not-canonical': ({ file }) => `${text(file)} says the same as the recount, and is not written the same way.`,
};

const readme = `A recount bundle of an award, made by Plaudit.

Recount it:  ./plaudit recount THIS.zip
or open the page that ./plaudit recount --page verify.html writes: it needs no network.

ballots.jsonl   what is counted: a ballot a line, judges under pseudonyms
entries.jsonl   all entries there were at closing
design.jsonl    who was to judge what, without marks
metrics.jsonl   measured values, where the score has such parts
votes.jsonl     votes counted, where the score has such a part
overrides.jsonl marks that people decided otherwise than the judges, where they did
rules.json      the rules, as committed to before the first ballot
log.jsonl       every event in order, marks and judges as salted commitments; each line names the one before
checkpoints/    heads of the log after rules, closing and result (c2sp.org/tlog-checkpoint)
keys.txt        keys that signed them; compare them with those published elsewhere
seed.json       the secret committed to, and the seed that follows from it and the ballots
result.json     the result, canonical JSON (RFC 8785)
manifest.json   SHA-256 of every file
`;

const linkable = (linked: readonly Linked[]): number => linked.reduce((sum, { entries }) => sum + entries.length, 0);
const linkedText = (linked: readonly Linked[]): string =>
  linked.map(({ category, entries }) => `${entries.join(', ')} (${category})`).join('; ');

/** How far a judge's name holds in a bundle, and with it what can be told of who judged what. */
function namesText(kind: 'public' | 'auditor', linked: readonly Linked[]): string {
  if (kind === 'auditor') return 'Names: one for all ballots of a judge, in the whole programme.';
  if (linked.length === 0) return 'Names: a judge’s name holds within one entry. The same name on two entries says nothing.';
  return `Names: a judge’s name holds within one entry. Across ${counted(linkable(linked), 'entry', 'entries')} it is the same, as the rules compare a judge’s ballots there;
each line by itself:
${linked.map((one) => `  ${linkedText([one])}`).join('\n')}
On any other entry the same name says nothing.`;
}

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
  size: (ballots: number, { values, votes, overrides }: { values: number; votes: number; overrides: number }): string =>
    [
      counted(ballots, 'ballot'),
      ...(values > 0 ? [counted(values, 'measured value')] : []),
      ...(votes > 0 ? [`${counted(votes, 'count')} of votes`] : []),
      ...(overrides > 0 ? [`${counted(overrides, 'mark')} decided by people`] : []),
    ].join(', '),
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
    said: 'Values, votes and overrides are those recorded',
    result: 'Result is the same, byte for byte',
  },
  verdicts: 'Places as recomputed here',
  place: (rank: number | null, tied: boolean): string => (rank === null ? '–' : `${tied ? '=' : ''}${rank}`),
  corrected: (score: number): string => `${score} corrected, raw`,
  good: 'yes',
  noneToCheck: 'none to check',
  bad: (n: number): string => `NO (${n})`,
  findings,
  aboutText,
  resultDiffers,
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
  /** On the terminal beside a public bundle: where its names tell that two ballots are of one judge. */
  linked: (file: string, linked: readonly Linked[]): string =>
    linked.length === 0
      ? `In ${file} a judge’s name holds within one entry: which ballots of other entries are the same judge’s is not told.`
      : `In ${file} a judge’s ballots can be linked across ${counted(linkable(linked), 'entry', 'entries')}, where the rules compare them: ${linkedText(linked)}. Elsewhere a name holds within one entry.`,
  /** In every bundle, for whoever opens the archive. */
  readme: (kind: 'public' | 'auditor', linked: readonly Linked[]): string => `${readme}\n${namesText(kind, linked)}\n`,
  agrees: 'The recount agrees.',
  differs: (n: number): string => `The recount does NOT agree: ${counted(n, 'thing')} to explain.`,
};
