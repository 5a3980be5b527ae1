/** Sentences about results: standings, publication, winners and what the record says of them. */

import { isolated } from '../isolated.ts';
import { figures } from './counting/figures.ts';
import { inWords } from './numbers.ts';

type Won = {
  readonly greeting: string;
  readonly title: string;
  readonly category: string;
  readonly programme: string;
  readonly address: string;
};

type Outcome = {
  readonly greeting: string;
  readonly programme: string;
  readonly edition: string;
  readonly entries: string;
  readonly address: string;
};

/** The first entry of a category against the second; `apart` where not one ballot of theirs overlaps. */
type Lead = {
  readonly title: string;
  readonly score: string;
  readonly ahead: string;
  readonly next: string;
  /** Null: the chances beside it say how sure that is. */
  readonly apart: boolean | null;
};

type Strength = { readonly criterion: string; readonly mean: string; readonly others: string | null };

const ballots = (n: number) => `${n} ${n === 1 ? 'ballot' : 'ballots'}`;
const entries = (n: number) => `${n} ${n === 1 ? 'entry' : 'entries'}`;
const judges = (n: number) => `${n} ${n === 1 ? 'judge' : 'judges'}`;
const categories = (n: number) => `${n} ${n === 1 ? 'category' : 'categories'}`;
const list = new Intl.ListFormat('en-GB');

/** What the record calls a step, in words for those who were not there. */
const steps: Readonly<Record<string, string>> = {
  'entries.entry-submitted': 'Entry submitted',
  'screening.entry-accepted': 'Entry accepted',
  'judging.judges-assigned': 'Judges assigned by lot',
  'judging.interest-declared': 'A judge declared an interest and gave the entry back',
  'judging.seat-released': 'A judge was excused',
  'judging.ballot-submitted': 'Ballot submitted',
  'judging.ballot-reopened': 'Ballot reopened by its judge',
  'results.tally-computed': 'All ballots counted, by two means that agreed',
  'results.results-published': 'Result decided',
  'results.announcement-withdrawn': 'Result withdrawn before its announcement',
};

export const results = {
  figures,
  /** What a place is of: a category, or one division of it. */
  inDivision: (category: string, division: string | null) => (division === null ? category : `${category}, ${division}`),
  mails: {
    levelIn: (level: string, category: string) => `“${isolated(level)}” in ${category}`,
    youWon: {
      subject: (programme: string, edition: string) => `You have won: ${programme} ${edition}`,
      text: ({ greeting, title, category, programme, address }: Won) =>
        `${greeting}\n\n“${title}” has won ${category} in ${programme}. Congratulations.\n\nThe winners are announced here, with the score and what the record says of it:\n\n${address}\n\nThe organisers will write to you about everything else.\n`,
    },
    outcome: {
      subject: (programme: string, edition: string) => `${programme} ${edition}: the results`,
      text: ({ greeting, programme, edition, entries: own, address }: Outcome) =>
        `${greeting}\n\nthe winners of ${programme} ${edition} are announced. This is what became of what you entered:\n\n${own}\n\nEverybody can read the results and how they were reached:\n\n${address}\n\nThank you for entering.\n`,
      won: (entry: string, category: string) => `${entry}: winner of ${category}`,
      notWon: (entry: string, category: string) => `${entry}: entered in ${category}, and not among the winners`,
    },
  },
  board: {
    title: 'Results',
    verdict: {
      open: 'Judging is still open, so nothing is counted.',
      uncounted: 'Judging has closed. The ballots can be counted.',
      stale: 'Something changed since the count. Count again.',
      held: (n: number) => `Counted. ${n === 1 ? 'One thing stands' : `${n} things stand`} in the way of publishing.`,
      ready: (winners: number, all: number) =>
        `Counted. ${winners === 1 ? 'One winner' : `${winners} winners`} in ${categories(all)} can be announced.`,
      ahead: (at: string) => `The winners are announced on ${at}.`,
      announced: (winners: number, all: number) =>
        `${winners === 1 ? 'One winner' : `${inWords(winners)} winners`} in ${all === 1 ? 'one category' : `${inWords(all).toLowerCase()} categories`} ${winners === 1 ? 'is' : 'are'} announced.`,
    },
    open: (at: string) =>
      `Judging closes on ${at}. Until then marks stay with the judges: nobody sees a score before the last ballot can no longer change.`,
    uncountedText:
      'Every submitted ballot is counted exactly, twice and by two means: once here, once by the database. The result is kept only when both agree on every figure.',
    count: 'Count the ballots',
    again: 'Count again',
    counted: (n: number, at: string) => `${ballots(n)}, counted on ${at}. Two countings agree on every figure.`,
    hash: 'Fingerprint of the count',
    hashKind: 'SHA-256',
    aheadText:
      'Until then nobody outside sees anything of it. It can be withdrawn up to that moment; seats and ballots are held as they are.',
    announcedText: (at: string) =>
      `Nothing is left to do here. They were announced on ${at}; everybody can read them, with the trail of each.`,
    seeWinners: 'See the winners',
    withheld: (names: readonly string[]) =>
      `You have an entry or an interest in ${list.format(names)}, so its standings are kept from you until they are announced. Somebody else has to look at them.`,
    standings: (category: string) => `Standings: ${category}`,
    aside: (entryCount: number) => entries(entryCount),
    none: 'No entry was accepted in this category. It is not awarded.',
    finding: {
      unranked: 'No entry has the ballots it needs to be ranked.',
      divisionOpen: 'They are ranked with nobody until somebody says which division they are in.',
      alone: (title: string, score: string) => `“${isolated(title)}” is the only one ranked, with ${score}.`,
      first: ({ title, score, ahead, next, apart }: Lead) =>
        `“${isolated(title)}” is first with ${score}, ${ahead} ahead of “${isolated(next)}”.${apart === null ? '' : apart ? ' Every ballot on it is higher than every ballot on the second.' : ' Their ballots overlap.'}`,
      tied: (titles: readonly string[], score: string, chances: readonly string[] | null) => {
        const named = titles.map((title) => `“${isolated(title)}”`);
        const trials = named.map((name, i) => `${name} ${i === 0 ? `is first in ${chances?.[i]} of trials` : `in ${chances?.[i]}`}`);
        const each = chances === null ? '' : ` Corrected for strict and kind judges, ${trials.join(', ')}.`;
        return `${list.format(named)} share the first place with ${score}.${each}`;
      },
    },
    rank: 'Rank',
    unranked: '–',
    tied: 'tied',
    entry: 'Entry',
    score: 'Score',
    level: 'Level',
    levelOpen: 'Yours to decide',
    levelsOpen: 'Levels you decide',
    levelsOpenHint:
      'The rules would compare these entries, and too few are ranked with them. You may give a level for which the score suffices, or none.',
    levelOf: (number: string, title: string) => `${number} “${isolated(title)}”`,
    levelNone: 'No level',
    levelWait: 'Not decided yet',
    corrected: (score: string) => `${score} corrected`,
    place: { sure: 'sure', likely: (low: number, high: number) => (low === high ? `likely ${low}` : `likely ${low}\u00a0to\u00a0${high}`) },
    tooClose: 'too close to tell apart',
    legend: {
      corrected: (ranged: boolean) =>
        `Score corrected for strict and kind judges${ranged ? ', with the range that holds it nine times in ten' : ''}`,
      given: 'Score as its judges gave it',
    },
    /** Of a first place that is shared: whether it is one judge who makes it so, and what follows. */
    sharedFirst: {
      without: (kept: number, judges: number) =>
        kept === judges
          ? `Leave out any one of the ${judges} judges, and they still share it.`
          : kept === 0
            ? `Leave out any one of the ${judges} judges, and they no longer share it.`
            : `Leave out one judge at a time, and they still share it in ${kept} of ${judges} cases.`,
      decided: 'What is announced follows the rules, which count scores as the judges gave them.',
      look: 'Two people should look at this category and sign what they decide.',
    },
    /** How the judges mark, in a sentence: those whose range leaves the mean judge out, furthest first. */
    judgesSay: (far: readonly { readonly name: string; readonly effect: number }[], all: number) => {
      const each = far
        .slice(0, 3)
        .map(
          ({ name, effect }, i) =>
            `${isolated(name)} marks ${Math.abs(effect).toFixed(1)} ${effect < 0 ? 'lower' : 'higher'}${i === 0 ? ' than the mean judge' : ''}`,
        );
      const more = far.length - each.length;
      const named = `${list.format([...each, ...(more > 0 ? [`${more} more ${more === 1 ? 'judge differs' : 'judges differ'}`] : [])])}.`;
      const rest = all - far.length;
      const others = rest === 0 ? '' : ` No difference is certain of the other ${rest === 1 ? 'one' : inWords(rest).toLowerCase()}.`;
      return far.length === 0 ? 'No judge is far from the others.' : `${named}${others}`;
    },
    judgesText:
      'Points each marks below or above the mean judge, of all categories together; the bar holds that nine times in ten. Corrected scores allow for it.',
    within: (low: string, high: string) => `${low} to ${high}`,
    axis: 'Points, corrected for the judges',
    against: 'Once corrected',
    chance: 'Chance of first',
    ballotCount: 'Ballots',
    spread: 'Lowest to highest ballot, in points',
    range: 'Score, and the span from the lowest to the highest ballot',
    rangeOf: (score: string, low: string, high: string) => `Score ${score}; ballots from ${low} to ${high}`,
    tooFew: 'Too few ballots to be ranked',
    /** Why an entry has no place, in short. */
    out: {
      'gate-not-passed': 'Not eligible: a yes-or-no question was not passed',
      'source-missing': 'A part of the score is not known',
      'division-open': 'Nobody has told its division yet',
    },
    divisionOpen: 'division not known',
    divisions: {
      title: 'Divisions you decide',
      lead: 'What these entries said does not tell which division they compete in, so nobody is ranked with them. Say which it is and why; the record keeps both. Then count again.',
      of: (number: string, title: string) => `${number} “${isolated(title)}”`,
      division: 'Division',
      choose: 'Not decided yet',
      reason: 'Why',
      reasonHint: 'What shows it, such as the accounts the entrant sent. Auditors read it.',
      decide: 'Decide',
      more: (n: number) => `${n} more like these, once these are decided.`,
    },
    yesOrNo: 'yes or no',
    mark: (mark: number | null | undefined, isAnswer: boolean) =>
      mark === undefined ? '–' : mark === null ? 'n/a' : isAnswer ? (mark === 1 ? 'Yes' : 'No') : String(mark),
    derivation: 'How each score came about',
    derivationText: (whole: string) =>
      `A ballot’s sum is each mark times the weight of its criterion; the weights add up to ${whole}. A score is the sum of all ballots, divided by their number times ${whole}. Nothing is rounded before it is shown.`,
    derivationByRules:
      'A ballot comes to the mean of its marks by their weights: on the scale the criteria share, or from 0 to 100 where their scales differ. What is made of the ballots is the rule of this edition. Nothing is rounded before it is shown.',
    wrote: {
      read: 'Read what the judges wrote',
      readMore: (title: string) => `on “${isolated(title)}”`,
      title: (title: string) => `What the judges of “${isolated(title)}” wrote`,
      aside: 'For the organisers. Judges are told that entrants and the public do not read it.',
      none: 'None of them wrote anything.',
    },
    judge: 'Judge',
    sum: 'Sum',
    mean: 'Mean',
    weight: (weight: number) => `× ${weight}`,
    formula: (sums: readonly string[], whole: string, exact: string, score: string) =>
      `(${sums.join(' + ')}) ÷ (${sums.length} × ${whole}) = ${exact} = ${score}`,
    testNote: (test: string, answer: string) => `${test}: ${answer}.`,
    glance: 'At a glance',
    glanceNone: 'Nobody is ranked',
    glanceShared: (score: string) => `They share the first place with ${score}.`,
    willBe: 'What will stand here',
    willBeText:
      'Of each category: who is first and by how much, how sure that is, and what would turn it. From here the winners are then published.',
    flagIs: 'A flag is a question, never a penalty.',
    questions: (n: number) => `${n === 1 ? 'One question' : `${n} questions`} for the chair; none stands in the way.`,
    noQuestions: (checks: number) => `${checks === 1 ? 'One check' : `${checks} checks`} of the ballots found nothing to ask about.`,
    toPublish: 'Go to publishing',
    gate: 'Before anything is published',
    gateOpen: 'Every seat has its ballot, every entry its panel, and the count is of the ballots as they are.',
    gateStates: { due: 'In the way', done: 'Well', open: 'To weigh' },
    more: (n: number) => `${n} more like these.`,
    toJudging: 'Go to the missing ballots',
    publish: 'Publish',
    publishText: 'The next page shows what will be announced, before anything is done.',
    when: 'When are the winners announced?',
    now: 'Now',
    later: 'At an instant to come',
    at: (city: string) => `Day and time, ${city}`,
    unreadable: 'Write the day and the time, for instance 20 May 2027, 20:00.',
    past: 'This instant has passed. Choose a later one, or announce now.',
    notAwarded: 'Categories in which nobody wins',
    notAwardedHint:
      'Tick one where the judges found no entry worthy. All others go to the entry that stands first; an exact tie is shared.',
    look: 'Look at what will be announced',
    confirmTitle: (at: string | undefined) => (at ? `Announce the winners on ${at}?` : 'Announce the winners now?'),
    confirmNow: (winners: number, all: number) =>
      `This makes ${winners === 1 ? 'one winner' : `${winners} winners`} in ${categories(all)} public at once, and mails whoever entered them. It cannot be taken back.`,
    confirmAt: (winners: number, all: number) =>
      `This decides ${winners === 1 ? 'one winner' : `${winners} winners`} in ${categories(all)}. Nobody outside sees it before that moment; then everybody does, and whoever entered them gets a mail. Until then you can withdraw it.`,
    shared: 'shared',
    notGiven: 'not awarded',
    kept: 'kept from you',
    confirmGoNow: (winners: number) => `Announce ${winners === 1 ? 'one winner' : `${winners} winners`} now`,
    confirmGoAt: (winners: number) => `Decide ${winners === 1 ? 'one winner' : `${winners} winners`}`,
    cancel: 'Not yet',
    withdraw: 'Withdraw the announcement',
    saved: {
      divided: 'The division is decided. Count again to rank the entry there.',
      counted: 'The ballots are counted.',
      published: 'The winners are decided.',
      withdrawn: 'The announcement is withdrawn.',
    },
  },
  winners: {
    title: (edition: string) => `Winners of ${edition}`,
    over: (at: string) => `Announced on ${at}`,
    lead: (total: { entries: number; judges: number }, won: number) =>
      `${judges(total.judges)} read ${entries(total.entries)}. ${won === 0 ? 'No award was given.' : won === 1 ? 'One award was given.' : `${won} awards were given.`}`,
    nav: { edition: (name: string) => `${name} edition`, winners: 'Winners', count: 'Count it yourself', past: 'Past winners' },
    winner: 'Winner',
    shared: 'Shared award',
    alsoShared: ', shared',
    /** Before the division a category was won in. */
    inDivision: ', ',
    and: 'and',
    ofScale: (most: number | undefined, n: number) => `${most === undefined ? '' : `of ${most}, `}the mean of ${ballots(n)}`,
    read: (n: number) => (n === 1 ? 'It was the one entry read in this category.' : `${n} entries were read in this category.`),
    range: ({ corrected, low, high }: { readonly corrected: string | null; readonly low: string; readonly high: string }) =>
      corrected === null
        ? `Nine times in ten it lies between ${low} and ${high}.`
        : `Corrected for how its judges mark it is ${corrected}, and lies between ${low} and ${high} nine times in ten.`,
    why: (strengths: readonly Strength[], most: number | undefined) => {
      const of = most === undefined ? '' : ` of ${most}`;
      const one = ({ criterion, mean, others }: Strength, i: number) =>
        others === null ? `${criterion} (${mean}${i === 0 ? of : ''})` : `${criterion} (${mean}${i === 0 ? of : ''} against ${others})`;
      const stood = strengths.some(({ others }) => others !== null) ? 'stood out in' : 'was marked highest in';
      return `It ${stood} ${list.format(strengths.map(one))}.`;
    },
    whyFrom: 'What stood out is read off the judges’ marks, against the mean of all other entries here.',
    notAwarded: 'Not awarded',
    noneRead: 'No entry was judged in this category.',
    noneWon: (n: number) =>
      `${n === 1 ? 'One entry was' : `${n} entries were`} read. The judges gave no award. Those who entered will, we hope, be back.`,
    proof: 'Count it yourself',
    proofText:
      'You can check that nothing here was changed after it happened: every step below was sealed within seconds, each seal rests on all seals before it, and the newest stands here for everybody to keep.',
    download: 'Download the results with their seals (JSON)',
    proofHow:
      'Keep the newest seal, or the file. If a single mark had been changed since, the seals would no longer fit, and a check of the record would say where. What stands behind a seal can be erased for people’s sake and is provable all the same. The times of single ballots are left out here, so that nobody’s habits can be read from them.',
    check: 'Whoever runs these awards can have the whole record checked at any time.',
    trail: (title: string) => `The trail of “${isolated(title)}”`,
    step: (kind: string) => steps[kind] ?? kind,
    atClose: 'in judging',
    seal: (seq: number) => `Seal ${seq}`,
    unsealed: 'is being sealed',
    exact: (exact: string) => `Score as a fraction: ${exact}`,
    head: 'Newest seal',
    length: 'Events sealed',
    sealedAt: 'Last sealed',
  },
};
