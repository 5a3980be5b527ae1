/** Sentences of the page on which a season is made up before there is one. */
import type { RuleKey } from '#core/dry-run/rules-left-out.ts';

const percent = (share: number): string => (share > 0 && share < 0.005 ? '< 1 %' : `${Math.round(share * 100)} %`);
const one = (n: number): string => (Number.isInteger(n) ? String(n) : n.toFixed(1));
const seasons = (n: number) => (n === 1 ? 'one season' : `${n} seasons`);
const points = (n: number): string => `± ${n === 1 ? 'one point' : `${n} points`}`;
const hours = (minutes: number): string => one(Math.round(minutes / 6) / 10);

const rules: Readonly<Record<RuleKey, string>> = {
  floors: 'Least marks on single criteria',
  margins: 'Margins between levels',
  ties: 'The ladder that parts ties',
  aggregation: 'How ballots become one score (the plain mean in its place)',
  corrected: 'Places by corrected scores (by plain scores in its place)',
  'minimum-panel': 'The least number of ballots (one in its place)',
  'judge-less': 'One judge of each panel',
  'judge-more': 'One judge more in each panel',
  comments: 'Comments that are required',
};

export const dryRun = {
  title: 'Dry run',
  link: 'Dry run: make a season up',
  lead: 'Entries nobody wrote are dealt to judges nobody asked, and counted by the rules of this edition: by the same assignment and the same tally as real ones. It shows before you open what your rules do, and how long judges would read.',
  going: 'A season is being made up',
  stopped: 'The dry run was stopped.',
  failed: 'The dry run failed.',
  failedWhy: 'These figures and rules could not be counted. Nothing of the edition was changed.',
  verdict: (close: number, of: number) =>
    close === 0 ? 'Every winner that was called was called with room.' : `${percent(close / of)} of winners were too close to call.`,
  uncalled: 'No winner could be given a chance by these rules.',
  about: (categories: number, season: number) => `${categories === 1 ? 'One category' : `${categories} categories`}, ${seasons(season)}`,
  changed: 'The edition was changed since.',
  changedWhy: 'This run is about what it was made of then. Run it again to see what it does now.',
  progress: {
    waiting: 'Waiting for the jobs process',
    running: 'Making seasons up',
    of: (done: number, total: number | null) => (total === null ? '' : `${done} of ${total} counts`),
    stop: 'Stop',
    look: 'See how far it is',
  },
  form: {
    title: 'Make a season up',
    again: 'Make another one up',
    entries: 'Entries in each category',
    judges: 'Judges',
    judgesHint: (needed: number) => `Every entry is read by ${needed}.`,
    typical: 'A middling entry, per cent of the scale',
    spread: 'How far entries lie apart, per cent of the scale',
    severity: 'How far judges lie apart in severity, per cent of the scale',
    noise: 'How far a judge strays from one entry to the next, per cent of the scale',
    missing: 'Ballots never handed in, per cent',
    minutes: 'Minutes to read and mark one entry',
    commentMinutes: 'Minutes for a comment that is required',
    optional: 'optional',
    seasons: 'Seasons',
    seed: 'Seed',
    seedHint: 'Any text. The same seed and figures make the same seasons again.',
    spreadHint: 'Standard deviations: two of three lie within so much of the middle.',
    minutesHint: (minutes: number, comment: number) => `Left out: ${minutes} and ${comment} as an example.`,
    example: 'These figures are an example. Yours are known from earlier seasons: the results page tells how far judges lay apart.',
    send: 'Make it up',
  },
  figures: {
    entries: 'Entries a season',
    seats: 'Ballots a season',
    load: (least: number, most: number) => (least === most ? `${least} for each judge` : `${least} to ${most} for each judge`),
    short: (n: number) => `${n} entries had too few judges`,
    hours: 'Judges’ hours a season',
    hoursOf: (minutes: number, judges: number, stated: boolean) =>
      `${hours(minutes / judges)} for each judge${stated ? '' : ', by minutes that are an example'}`,
    ties: 'Entries that share a place',
    close: 'Too close to call',
    right: 'Best entry named',
    rightNote: 'what judges without severity and noise would have named',
    hoursFigure: hours,
    none: '–',
    percent,
    sure: (n: number, share: number) =>
      `${points(Math.max(1, Math.round(200 * Math.sqrt((share * (1 - share)) / Math.max(1, n)))))}, n = ${n}`,
  },
  outcome: {
    title: 'What came out',
    levels: 'Levels',
    levelsAside: 'Share of all entries',
    noLevel: 'No level',
    winners: 'Winners',
    winnersAside: 'Share of categories and seasons',
    kinds: {
      called: 'Called: clear or likely',
      close: 'Too close to call',
      joint: 'Joint first',
      unsaid: 'No winner, or no chance to give',
    },
    numbers: 'The numbers',
    share: 'Share',
    entries: 'Entries',
    categories: 'Categories',
    picture: (parts: readonly string[]) => parts.join(', '),
    part: (name: string, share: number) => `${name} ${percent(share)}`,
    perCategory: 'Category by category',
    table: 'What each category came to',
    perCategoryAside: (season: number) => `Entries of ${seasons(season)}`,
    category: 'Category',
    reached: 'Levels reached',
    level: (name: string, n: number) => `${name} ${n}`,
    tied: 'Shared places',
    close: 'Too close',
    right: 'Best named',
    times: (n: number, of: number) => `${n} of ${of}`,
    more: (shown: number, all: number) => `The ${shown} that were too close most often, of ${all}.`,
  },
  costs: {
    title: 'What each rule costs',
    table: 'The seasons without one rule at a time',
    lead: 'The same seasons, counted without one rule at a time. Hours are those judges would spend on one season.',
    rule: 'Without',
    entries: 'Levels that change',
    winners: 'Winners that change',
    close: 'Too close',
    right: 'Best named',
    tied: 'Shared places',
    hours: 'Hours',
    entriesOf: (n: number, of: number) => `${n} (${percent(of === 0 ? 0 : n / of)})`,
    hoursOf: (minutes: number, whole: number) => {
      const by = minutes - whole;
      return by === 0 ? hours(minutes) : `${hours(minutes)} (${by < 0 ? '−' : '+'}${hours(Math.abs(by))})`;
    },
    whole: 'With every rule',
    none: 'This edition has no rule that could be left out.',
    rules,
  },
  made: {
    title: 'How it was made up',
    text: (seed: string) =>
      `Seed “${seed}”. What an entry is worth is drawn first, then how every judge marks it. Questions of yes or no are all answered with yes; the best entry has about 400 votes or nominations. Chances rest on 1,000 trials each.`,
  },
  earlier: { title: 'Earlier runs', line: (seed: string) => `Seed “${seed}”` },
};
