/** An empty spreadsheet to hand to judges: how to mark, then a sheet for each judge with a row for each entry. */
import type { Result } from '#core/problems/refusal.ts';
import { alikeIn } from '#core/scoring/collecting/alike-names.ts';
import { type Scale, stepsOf } from '#core/scoring/scale.ts';
import { readCsv } from '#platform/formats/csv.server.ts';
import { openBytes } from '#platform/formats/text.server.ts';
import { columnName, type SheetContent, workbook } from '#platform/formats/xlsx-write.server.ts';
import { wordsFor } from '#words/index.ts';
import { asRefusals, type TallyOptions, writtenRules } from './options.ts';

const say = wordsFor('en').tally.template;

export type TemplateOptions = TallyOptions & { readonly template: string; readonly entries?: string; readonly judges?: string };

type Asked = { readonly id: string; readonly weight: number | undefined } & Scale;

/** Rows to fill in where the entries are not known yet. */
const blankRows = 30;

async function entriesOf(file: string | undefined): Promise<readonly (readonly [string, string])[]> {
  if (file === undefined) return Array.from({ length: blankRows }, () => ['', ''] as const);
  const entries: [string, string][] = [];
  for await (const { cells } of readCsv(file, openBytes(file), ['entry', 'category'])) entries.push([cells.entry, cells.category]);
  return entries;
}

/** Marks on the scale and its steps, or one of the words for what is not marked; judged by the spreadsheet itself. */
function formulaFor(column: number, { min, max, step = 1 }: Asked): string {
  const cell = `${columnName(column)}2`;
  const words = say.words.map((word) => `${cell}="${word}"`).join(',');
  // A tenth is no exact number to a spreadsheet, so steps are counted after rounding.
  const steps = stepsOf({ step });
  const whole = steps === 1 ? `${cell}=INT(${cell})` : `ROUND(${cell}*${steps},6)=ROUND(${cell}*${steps},0)`;
  return `OR(AND(ISNUMBER(${cell}),${whole},${cell}>=${min},${cell}<=${max}),${words})`;
}

function judgeSheet(name: string, criteria: readonly Asked[], entries: readonly (readonly [string, string])[]): SheetContent {
  return {
    name,
    head: [say.columns.entry, say.columns.category, ...criteria.map(({ id }) => id), say.columns.comments],
    rows: entries.map((cells) => [...cells]),
    widths: [36, 28, ...criteria.map(({ id }) => Math.max(12, id.length + 2)), 48],
    asks: criteria.map((criterion, i) => ({
      column: i + 2,
      formula: formulaFor(i + 2, criterion),
      title: criterion.id,
      text: say.ask(criterion),
    })),
  };
}

export async function templateBytes(options: TemplateOptions): Promise<Result<Buffer>> {
  const written = writtenRules(options);
  if (!written.ok) return written;
  const { criteria = say.criteria.map((id) => ({ id })), scale = { min: 1, max: 10 }, step, title } = written.value;
  const asked = criteria.map(
    (criterion): Asked => ({
      id: criterion.id,
      weight: 'weight' in criterion ? criterion.weight : undefined,
      ...(step !== undefined && { step }),
      ...('scale' in criterion && criterion.scale ? criterion.scale : scale),
    }),
  );
  const judges =
    options.judges
      ?.split(',')
      .map((name) => name.trim().normalize('NFC'))
      .filter(Boolean) ?? say.judges;
  // Two sheets of one judge, or of two nobody can tell apart, would be refused only once they are filled in.
  const alike = alikeIn('judge', judges);
  if (alike.length > 0) return { ok: false, refusals: alike };
  try {
    const entries = await entriesOf(options.entries);
    const lines = say.lines(asked, title ?? null).map((line) => [line]);
    const instructions: SheetContent = { name: say.instructions, head: [say.head], rows: lines, widths: [100] };
    return { ok: true, value: workbook([instructions, ...judges.map((judge) => judgeSheet(judge, asked, entries))]) };
  } catch (error) {
    return asRefusals(error);
  }
}
