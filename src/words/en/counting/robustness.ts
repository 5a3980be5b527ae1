/** Would it still win? One line a test: what was tried, the answer in a few words, and a sentence on it. */
import type { Conflicts } from '#core/robustness/conflicts.ts';
import type { LeaveOneOut } from '#core/robustness/leave-one-out.ts';
import type { NotTested, Outcome } from '#core/robustness/outcome.ts';
import type { RawAgainstCorrected } from '#core/robustness/raw-against-corrected.ts';
import type { OtherRule, TieRule } from '#core/robustness/tie-rule.ts';
import type { EffectiveWeights, WeightTests } from '#core/robustness/weights/weights.ts';

const list = new Intl.ListFormat('en-GB');
const counted = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

/** Shares of weight and of weightings, whole per cents; what is not nought or all is never shown as that. */
function percent(share: number | string): string {
  const value = Number(share) * 100;
  if (value > 0 && value < 1) return 'under 1 %';
  if (value > 99 && value < 100) return 'over 99 %';
  return `${Math.round(value)} %`;
}

const pointsOfWeight = (share: string): string => {
  const value = Number(share) * 100;
  if (value < 1) return 'under 1 point';
  return counted(Math.round(value), 'point');
};

export type RobustnessLine = { readonly test: string; readonly answer: string; readonly says: string };

const reasons: Record<NotTested, string> = {
  'nobody-ranked': 'No entry has a rank here.',
  'one-entry': 'One entry is ranked: there is no other that could win.',
  'one-criterion': 'There is one criterion, so there are no weights to change.',
  'joint-first': 'Several entries share the first place, exactly; any change of weight may part them.',
  'scores-raw': 'The corrected ranking here is the raw one.',
  'several-pools': 'These entries fall into parts no judge joins; only within a part can they be compared.',
  gaps: 'Some ballots have gaps that were filled or left out, so scores do not follow the weights alone.',
  'no-groups': 'Judges or entries name no group.',
  'no-spread': 'All scores are equal.',
  'too-few-entries': 'It takes three entries.',
  'too-large': 'Too many judges and ballots to count anew for each.',
  blended: 'The score is blended from several sources; each has its own weights and judges.',
};

const titles = {
  leaveOneOut: 'Leave out any one judge',
  acceptability: 'Any other weighting of the criteria',
  shift: 'Smallest change of weight that unseats it',
  corrected: 'Raw scores and corrected scores',
  tieRule: 'Another tie rule',
  conflicts: 'Without ballots on the judge’s own group',
  effective: 'What the criteria really weigh',
} as const;

function line<T>(test: string, outcome: Outcome<T>, tell: (found: T) => Omit<RobustnessLine, 'test'>): RobustnessLine {
  return { test, ...(outcome.tested ? tell(outcome) : { answer: 'not tested', says: reasons[outcome.why] }) };
}

/** Changes beyond these are counted, not named. */
const most = 3;

function toldLeaveOneOut({ judges, kept, changes }: LeaveOneOut): Omit<RobustnessLine, 'test'> {
  const unseated = changes.filter(({ winners }) => winners.length > 0);
  const named = unseated.slice(0, most).map(({ judge, winners, gained }) => {
    const first = winners.length === 1 ? `${winners[0]} would be first` : `${list.format(winners)} would share the first place`;
    return `Without ${judge}, ${first}${gained.length > 0 ? `; ${list.format(gained)} would go through` : ''}.`;
  });
  const more =
    unseated.length > most ? ` ${counted(unseated.length - most, 'more judge matters', 'more judges matter')} for who goes through.` : '';
  const answer =
    kept === judges
      ? `same winner, whichever of ${judges} it is`
      : kept === 0
        ? `another result, whichever of ${judges} it is`
        : `same winner for ${kept} of ${judges}`;
  return { answer, says: named.length === 0 ? 'Nobody’s ballots decide alone who wins or who goes through.' : `${named.join(' ')}${more}` };
}

function toldAcceptability({ always, acceptability: { draws, winner, others } }: WeightTests): Omit<RobustnessLine, 'test'> {
  if (always) return { answer: 'always first', says: 'It is behind nobody under any criterion, so no weights put another ahead.' };
  const [next] = others;
  const rest = next ? ` ${next.entry} has most of the others, ${percent(next.share)}.` : '';
  return { answer: `same winner in ${percent(winner)}`, says: `Of ${draws} weightings taken at random, all alike.${rest}` };
}

function toldShift({ linear, smallestShift }: WeightTests): Omit<RobustnessLine, 'test'> {
  if (!linear) return { answer: 'not tested', says: 'Scores are no weighted means here, so there is no smallest change to name.' };
  if (!smallestShift) return { answer: 'none does', says: 'No weighting puts another entry ahead.' };
  const { rival, moved, from, to } = smallestShift;
  const parts = from.map(({ criterion, moved: part }) => `${pointsOfWeight(part.decimal)} from ${criterion}`);
  return { answer: `${pointsOfWeight(moved.decimal)} of 100`, says: `${list.format(parts)} to ${to}; beyond that ${rival} would win.` };
}

function toldCorrected({ changes, raw, corrected, moved, farthest }: RawAgainstCorrected): Omit<RobustnessLine, 'test'> {
  const far = farthest ? ` ${farthest.entry} moves farthest, from ${farthest.raw} to ${farthest.corrected}.` : '';
  if (!changes)
    return {
      answer: 'same winner',
      says: `${moved === 0 ? 'No entry has another rank.' : `${counted(moved, 'entry has', 'entries have')} another rank.`}${far}`,
    };
  return { answer: 'another winner', says: `Raw scores put ${list.format(raw)} first, corrected ones ${list.format(corrected)}.${far}` };
}

const rules: Record<OtherRule['rule'], string> = {
  none: 'with no tie rule',
  criteria: 'by the heaviest criteria',
  'head-to-head': 'head to head',
  median: 'by the median',
};

function toldTieRule({ tied, tried, changes }: TieRule): Omit<RobustnessLine, 'test'> {
  if (tied === 0) return { answer: 'no effect', says: 'No two entries have exactly the same score at the first place or at the cut.' };
  const [first] = changes;
  if (!first)
    return {
      answer: 'no effect',
      says: `${counted(tied, 'entry is', 'entries are')} exactly tied; ${tried.length} other rules part them alike.`,
    };
  const named = changes.slice(0, most).map(({ rule, winners }) => `${rules[rule]} ${list.format(winners)}`);
  return { answer: 'may matter', says: `${counted(tied, 'entry is', 'entries are')} exactly tied. First would be: ${named.join('; ')}.` };
}

function toldConflicts({ ballots, changes, winners }: Conflicts): Omit<RobustnessLine, 'test'> {
  if (ballots === 0) return { answer: 'none there', says: 'No judge marked an entry of the own group.' };
  const without = `Without ${counted(ballots, 'such ballot')}`;
  return changes
    ? { answer: 'another winner', says: `${without}, ${list.format(winners)} would be first.` }
    : { answer: 'same winner', says: `${without} the winner stays.` };
}

function toldEffective({ entries, few, criteria }: EffectiveWeights): Omit<RobustnessLine, 'test'> {
  const off = [...criteria].sort((a, b) => Math.abs(b.effective - b.nominal) - Math.abs(a.effective - a.nominal));
  const [most] = off;
  const guess = few ? ` With ${counted(entries, 'entry', 'entries')} this is a rough guess.` : '';
  if (!most || Math.abs(most.effective - most.nominal) < 0.05)
    return { answer: 'as declared', says: `Each criterion sets entries apart about as much as its weight says.${guess}` };
  const weighs = `${most.criterion} weighs ${percent(most.nominal)} and makes ${percent(Math.max(0, most.effective))} of the difference between scores`;
  return {
    answer: 'not as declared',
    says: `${weighs}: entries are ${most.effective < most.nominal ? 'more' : 'less'} alike in it than in the others.${guess}`,
  };
}

export const robustness = {
  title: 'Would it still win?',
  leaveOneOut: (outcome: Outcome<LeaveOneOut>) => line(titles.leaveOneOut, outcome, toldLeaveOneOut),
  acceptability: (outcome: Outcome<WeightTests>) => line(titles.acceptability, outcome, toldAcceptability),
  smallestShift: (outcome: Outcome<WeightTests>) => line(titles.shift, outcome, toldShift),
  rawAgainstCorrected: (outcome: Outcome<RawAgainstCorrected>) => line(titles.corrected, outcome, toldCorrected),
  tieRule: (outcome: Outcome<TieRule>) => line(titles.tieRule, outcome, toldTieRule),
  conflicts: (outcome: Outcome<Conflicts>) => line(titles.conflicts, outcome, toldConflicts),
  effectiveWeights: (outcome: Outcome<EffectiveWeights>) => line(titles.effective, outcome, toldEffective),
};
