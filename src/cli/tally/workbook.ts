/** The results as a spreadsheet: standings, judges, questions, what was set aside, and how it was counted. */
import type { Verdict } from '#core/verdict/verdict.ts';
import { type CellValue, type SheetContent, workbook } from '#platform/formats/xlsx-write.server.ts';
import { wordsFor } from '#words/index.ts';
import type { Tallied } from './run.ts';

const { tallyBook: say, tally, checks: sayChecks, derivation } = wordsFor('en');

export function standingsSheet({ categories }: Verdict): SheetContent {
  const rows = categories.flatMap(({ category, entries }) =>
    entries.map((entry): CellValue[] => [
      category,
      entry.rank,
      entry.entry,
      entry.group,
      entry.raw === null ? null : Number(entry.raw.decimal),
      entry.raw?.fraction ?? null,
      entry.corrected,
      entry.standardError,
      entry.pFirst,
      entry.pTop,
      entry.rankInterval?.low ?? null,
      entry.rankInterval?.high ?? null,
      entry.level,
      entry.ballots.length,
      entry.noPlace === null ? null : derivation.noPlace(entry.noPlace),
    ]),
  );
  return { name: say.standings.name, head: say.standings.head, rows, widths: [28, 8, 36, 20] };
}

function judgesSheet({ fit }: Verdict): SheetContent {
  const rows = fit.judges.map(({ judge, group, ballots, effect, standardError }): CellValue[] => [
    judge,
    group,
    ballots,
    effect,
    standardError,
  ]);
  return { name: say.judges.name, head: say.judges.head, rows, widths: [30, 20] };
}

function questionsSheet({ checks }: Verdict): SheetContent {
  const rows = checks.flatMap(({ check, flags }) =>
    flags.map(({ facts, rows: spans }): CellValue[] => [
      sayChecks.name(check),
      sayChecks.says(check, facts),
      sayChecks.asks(check, facts),
      sayChecks.rows(spans),
    ]),
  );
  return { name: say.questions.name, head: say.questions.head, rows, widths: [22, 60, 60, 30] };
}

function setAsideSheet({ categories }: Verdict): SheetContent {
  const rows = categories.flatMap(({ category, entries }) =>
    entries.flatMap(({ entry, setAside }) =>
      setAside.map(({ judge, reason, missing }): CellValue[] => [category, entry, judge, derivation.setAside(reason), missing.join(', ')]),
    ),
  );
  return { name: say.setAside.name, head: say.setAside.head, rows, widths: [28, 36, 24, 36, 30] };
}

export function aboutSheet({ verdict, source }: Tallied): SheetContent {
  const { rules, counted, categories } = verdict;
  const rows = [
    ...(source.title === null ? [] : [source.title]),
    tally.counted(counted),
    tally.weights(rules.criteria, !source.guessed.weights),
    tally.scale(rules.criteria, !source.guessed.scale),
    tally.aggregation(rules.aggregation, rules.minimumPanel),
    ...tally.blend(rules),
    ...tally.preset(source.preset),
    ...source.notes.map((note) => tally.note(note)),
    ...tally.seed(source.seed),
    ...categories.flatMap((category) => [`${category.category}: ${tally.finding(category)}`, tally.state(category, rules.official)]),
    ...(categories.some(({ entries }) => entries.some(({ standardError }) => standardError !== null)) ? [say.about.standardError] : []),
  ];
  return { name: say.about.name, head: say.about.head, rows: rows.map((text) => [text]), widths: [120] };
}

export function resultWorkbook(tallied: Tallied): Buffer {
  const { verdict } = tallied;
  return workbook([standingsSheet(verdict), judgesSheet(verdict), questionsSheet(verdict), setAsideSheet(verdict), aboutSheet(tallied)]);
}
