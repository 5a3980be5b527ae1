import type { ReactNode } from 'react';
import type { Verdict, VerdictCategory, VerdictCheck, VerdictEntry } from '#core/verdict/verdict.ts';
import { h } from '#ui/base/element.ts';
import type { Words } from '#words/index.ts';
import type { Overridden, Source } from '../run.ts';
import { part, plainTable, testList } from './frame.ts';

/** Whether the winner would stand: one line a test. */
export function robustnessCard(
  { winners, official, robustness }: VerdictCategory,
  id: string,
  { robustness: say }: Pick<Words, 'robustness'>,
): ReactNode {
  if (winners.length === 0) return null;
  const { leaveOneOut, weights, rawAgainstCorrected, tieRule, conflicts } = robustness;
  const lines = [
    say.leaveOneOut(official === 'corrected' ? leaveOneOut.corrected : leaveOneOut.raw),
    say.acceptability(weights),
    say.smallestShift(weights),
    say.rawAgainstCorrected(rawAgainstCorrected),
    say.tieRule(tieRule),
    say.conflicts(conflicts),
  ];
  return part(`${id}-tests`, say.title, testList(lines.map(({ test, answer, says }) => ({ name: test, value: answer, text: says }))));
}

/** How each score came about, line by line; folded, for those who want to follow it. */
export function derivations({ entries }: VerdictCategory, { report, derivation: say }: Pick<Words, 'report' | 'derivation'>): ReactNode {
  const made = entries.slice(0, mostDerived).filter(({ derivation, levelChecks }) => derivation.length + levelChecks.length > 0);
  if (made.length === 0) return null;
  const linesOf = ({ derivation, levelChecks }: VerdictEntry) => [
    ...derivation.map(({ key, facts }) => say.line(key, facts)),
    ...levelChecks.map((check) => say.level(check)),
  ];
  return h(
    'details',
    { className: 'gap-t' },
    h('summary', null, report.derived),
    h(
      'dl',
      { className: 'tests' },
      ...made.map((entry) => h('div', { key: entry.entry }, h('dt', null, entry.entry), h('dd', null, linesOf(entry).join(' ')))),
    ),
  );
}

/** Declared weights beside what really made the scores differ. */
export function effectiveTable(category: VerdictCategory, id: string, { effective: say }: Words['report']): ReactNode {
  const { effectiveWeights } = category.robustness;
  if (!effectiveWeights.tested) return null;
  const { columns, share } = say;
  return part(
    `${id}-effective`,
    say.title,
    h('p', { className: 't-sm soft gap-b' }, say.text),
    plainTable(`${say.title}, ${category.category}`, effectiveWeights.criteria, [
      { head: columns.criterion, cell: ({ criterion }) => criterion },
      { head: columns.weight, cell: ({ nominal }) => share(nominal), right: true },
      { head: columns.difference, cell: ({ effective }) => share(effective), right: true },
    ]),
  );
}

/** Entries whose scores are derived in a report; the result file has all. */
const mostDerived = 60;

type Asked = Pick<Words, 'report' | 'checks'>;

/** One check that raised questions: what was seen, the rows, and what chance would have raised. */
function questionsOf(check: VerdictCheck, { report: say, checks }: Asked, setAside: boolean): ReactNode[] {
  const placebo = check.placebo ? h('p', { className: 't-sm faint' }, checks.placebo(check.placebo)) : null;
  return check.flags.map((flag, i) =>
    h(
      'li',
      { className: 'flag', key: i },
      h('p', { className: 'over' }, check.round === undefined ? checks.name(check.check) : `${check.round}: ${checks.name(check.check)}`),
      h('p', { className: 'flag__q' }, checks.asks(check.check, flag.facts)),
      h(
        'p',
        { className: 't-sm soft' },
        checks.says(check.check, flag.facts),
        flag.rows.length > 0 ? ` ${checks.rows(flag.rows)}.` : '',
        setAside ? ` ${say.checks.setAside}` : '',
      ),
      placebo,
    ),
  );
}

/** Flags as questions; the checks that found nothing stand folded below. */
export function questions({ checks, emptySeats }: Pick<Verdict, 'checks' | 'emptySeats'>, words: Asked): ReactNode {
  const { report: say, checks: sayChecks } = words;
  const asking = checks.filter(({ flags }) => flags.length > 0);
  const quiet = checks.filter(({ flags, notRun }) => flags.length === 0 && notRun === null);
  const skipped = checks.filter(({ notRun }) => notRun !== null);
  const name = ({ check, round }: VerdictCheck) => (round === undefined ? sayChecks.name(check) : `${round}: ${sayChecks.name(check)}`);
  const flags = asking.flatMap((check) => questionsOf(check, words, check.check === 'empty-seat-zeros' && emptySeats > 0));
  const fold = (title: string, found: readonly VerdictCheck[], text: (check: VerdictCheck) => string) =>
    found.length > 0 &&
    h(
      'details',
      { className: 'gap-t' },
      h('summary', null, title),
      testList(
        found.map((check) => ({
          name: name(check),
          value: check.notRun === null ? say.checks.nothing : say.standings.none,
          text: text(check),
        })),
      ),
    );
  return h(
    'section',
    { className: 'section', 'aria-labelledby': 'questions' },
    h('div', { className: 'section__head' }, h('h2', { className: 'h2', id: 'questions' }, say.checks.title)),
    flags.length === 0 ? h('p', { className: 'read' }, say.checks.none) : h('ul', { className: 'flags' }, ...flags),
    fold(flags.length === 0 ? say.checks.quietAll(quiet.length) : say.checks.quiet(quiet.length), quiet, ({ check, examined }) =>
      sayChecks.none(check, examined),
    ),
    fold(say.checks.skipped(skipped.length), skipped, ({ notRun }) => (notRun === null ? '' : sayChecks.notRun(notRun))),
  );
}

/** What people decided otherwise, who and why; apart from what the judges gave. */
export function overridesSection(overrides: Overridden, { overrides: say }: Words['report']): ReactNode {
  if (!overrides) return null;
  const { ballot, was, is, who, why } = say.columns;
  const moves = overrides.moves.map(({ category, entry, without, now }) => say.move(category, entry, say.place(without), say.place(now)));
  return h(
    'section',
    { className: 'section', 'aria-labelledby': 'overrides' },
    h('div', { className: 'section__head' }, h('h2', { className: 'h2', id: 'overrides' }, say.title)),
    h('p', { className: 'read gap-b' }, say.text, ' ', say.moved(moves)),
    plainTable(
      say.title,
      overrides.applied,
      [
        { head: ballot, cell: ({ entry, judge, criterion }) => say.ballot(entry, judge, criterion) },
        { head: was, cell: (each) => each.was, right: true },
        { head: is, cell: (each) => each.is, right: true },
        { head: who, cell: (each) => each.who },
        { head: why, cell: (each) => each.why },
      ],
      { lines: true },
    ),
  );
}

function factsOf({ verdict, source }: { readonly verdict: Verdict; readonly source: Source }, { report }: Pick<Words, 'report'>) {
  const say = report.method.facts;
  const { fit, rules, categories } = verdict;
  const draws = Math.max(0, ...categories.map((category) => category.draws));
  const scored = rules.criteria.filter(({ gate }) => !gate);
  const weights = source.guessed.weights ? say.equal : scored.map(({ id, weight }) => `${id} ${weight}`).join(', ');
  const { step } = rules.criteria.find(({ gate }) => !gate)?.scale ?? {};
  const scale = `${verdict.scale.min}–${verdict.scale.max}${step === undefined ? '' : say.step(step)}${source.guessed.scale ? `, ${say.guessed}` : ''}`;
  const facts: [string, string][] = [
    [say.weights, weights],
    [say.scale, scale],
    [say.method, say.methods(categories)],
  ];
  // Without a fit of the whole there is nothing to say of one.
  if (fit.judges.length > 0) {
    facts.push(
      [say.components, say.linked(fit.components)],
      [say.hausman, say.gate(fit.gates.hausman, say.hausmanYes, say.hausmanNo)],
      [say.bartlett, say.gate(fit.gates.bartlett, say.bartlettYes, say.bartlettNo)],
    );
  }
  if (fit.variances) {
    facts.push(
      [say.entries, say.points(fit.variances.entry)],
      [say.judges, say.points(fit.variances.judge)],
      [say.residual, say.points(fit.variances.residual)],
    );
  }
  if (fit.remlCriterion !== null) facts.push([say.criterion, fit.remlCriterion.toFixed(4)]);
  if (draws > 0) facts.push([say.draws, say.number(draws)]);
  facts.push([say.seed, rules.seed], [say.files, source.files.join(', ')], [say.rules, source.rulesFile ?? say.noRules]);
  return { facts, draws };
}

/** How it was counted, for whoever reads only this page. */
export function method(tallied: { readonly verdict: Verdict; readonly source: Source }, words: Pick<Words, 'report' | 'tally'>): ReactNode {
  const { rules, categories } = tallied.verdict;
  const say = words.report.method;
  const { facts, draws } = factsOf(tallied, words);
  const texts = [
    say.counting(rules.aggregation, rules.minimumPanel),
    ...say.states(categories),
    ...(categories.some(({ state }) => state === 'blended') ? [] : [say.official(rules.official, categories)]),
    ...(categories.some(({ entries }) => entries.some(({ standardError }) => standardError !== null)) ? [say.standardError] : []),
    ...(draws > 0 ? [say.ranges(draws)] : []),
    ...words.tally.blend(rules),
    ...words.tally.preset(tallied.source.preset),
    ...tallied.source.notes.map((note) => words.tally.note(note)),
  ];
  return h(
    'section',
    { className: 'section split method', 'aria-labelledby': 'method' },
    h(
      'div',
      { className: 'stack' },
      h('h2', { className: 'h2', id: 'method' }, say.title),
      h('div', { className: 'read' }, ...texts.map((text, i) => h('p', { key: i }, text))),
    ),
    h(
      'dl',
      { className: 'facts' },
      ...facts.flatMap(([name, value], i) => [h('dt', { key: `${i}n` }, name), h('dd', { key: `${i}v` }, value)]),
    ),
  );
}
