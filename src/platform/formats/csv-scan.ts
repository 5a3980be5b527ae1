import { type Problem, problem } from '#core/problems/problem.ts';

/** One row of a table: the line of the file it begins on (the header is row 1), and its cells, trimmed, in Unicode form NFC. */
export type CsvRecord = { readonly row: number; readonly cells: readonly string[] };

/** A record longer than this is a quote never closed, not a row. In characters. */
const longestRecord = 1_000_000;

/** Letters below U+0300 are the same in every Unicode form; most tables hold no others. */
const composable = /[\u0300-\uffff]/;

const blank = (cells: readonly string[]): boolean => cells.every((cell) => cell === '');

/** Where a quoted record ends in `text`, or −1 where the text stops within it. `from` is the record's begin. */
function endOfRecord(text: string, from: number): number {
  let quoted = false;
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 34) quoted = !quoted;
    else if (code === 10 && !quoted) return at;
  }
  return -1;
}

/** What parts the cells of a row. */
export type Delimiter = ',' | ';' | '\t';

const delimiters: readonly Delimiter[] = [',', ';', '\t'];

/** One cell of a record with a quote in it, and what ends it. */
const quotedCell: Readonly<Record<Delimiter, RegExp>> = {
  ',': /\s*(?:"((?:[^"]|"")*)"[^\S\n]*|([^",]*))(,|$)/y,
  ';': /\s*(?:"((?:[^"]|"")*)"[^\S\n]*|([^";]*))(;|$)/y,
  '\t': /[^\S\t]*(?:"((?:[^"]|"")*)"[^\S\n\t]*|([^"\t]*))(\t|$)/y,
};

/** What parts the names of columns: the character that stands between most of them, outside of quotes. */
function delimiterOf(file: string, row: number, head: string): Delimiter {
  const bare = head.replace(/"(?:[^"]|"")*"/g, '');
  const found = delimiters.map((delimiter) => ({ delimiter, count: bare.split(delimiter).length - 1 })).sort((a, b) => b.count - a.count);
  const [most, next] = found;
  if (most && next && most.count > 0 && most.count === next.count) throw problem('csv.delimiter-unclear', { file, row });
  return most?.count ? most.delimiter : ',';
}

/** The line some spreadsheets write and read first, to say what parts the cells. */
const declaredDelimiter = /^"?sep=([,;\t])"?$/i;

/** The cells of one record that has a quote in it, or undefined where a quote is out of place. */
function quotedCells(record: string, delimiter: Delimiter): string[] | undefined {
  const cells: string[] = [];
  const cell = quotedCell[delimiter];
  cell.lastIndex = 0;
  for (;;) {
    const found = cell.exec(record);
    if (!found) return undefined;
    const [, quoted, plain = '', end] = found;
    cells.push(quoted === undefined ? plain.trim() : quoted.replaceAll('""', '"').trim());
    if (end === '') return cells;
  }
}

/**
 * Reads comma-separated text (RFC 4180) that arrives in pieces, or text parted by semicolons or tabs, as spreadsheets save it where a comma
 * is the decimal mark; the first row tells which. Blank rows are passed over. Throws csv.* problems at the first fault of form.
 */
export class CsvScanner {
  readonly #file: string;
  #rest = '';
  #row = 1;
  #delimiter: Delimiter | undefined;
  #recomposed = 0;

  constructor(file: string) {
    this.#file = file;
  }

  get delimiter(): Delimiter {
    return this.#delimiter ?? ',';
  }

  /** The first row with letters and accents written apart, which are read as one; 0 while there is none. */
  get recomposed(): number {
    return this.#recomposed;
  }

  #composed(line: string): string {
    if (!composable.test(line)) return line;
    const composed = line.normalize('NFC');
    if (composed !== line) this.#recomposed ||= this.#row;
    return composed;
  }

  /** The rows that are whole once `piece` has come. */
  push(piece: string): readonly CsvRecord[] {
    const heldBack = piece.endsWith('\r') ? '\r' : '';
    const text = this.#rest + piece;
    const even = text.includes('\r') ? text.slice(0, text.length - heldBack.length).replace(/\r\n?/g, '\n') : text;
    const [records, used] = this.#scan(even);
    this.#rest = even.slice(used) + heldBack;
    if (this.#rest.length > longestRecord) throw problem('csv.row-too-long', { file: this.#file, row: this.#row, limit: longestRecord });
    return records;
  }

  /** The last row, where the file does not end in a line's end. */
  end(): readonly CsvRecord[] {
    const last = this.#rest.replace(/\r$/, '');
    if (last === '') return [];
    this.#rest = '';
    const [records] = this.#scan(`${last}\n`);
    if (endOfRecord(`${last}\n`, 0) < 0) throw this.#badQuote();
    return records;
  }

  #scan(text: string): [CsvRecord[], number] {
    const records: CsvRecord[] = [];
    let from = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      let line = text.slice(from, end);
      let lines = 1;
      let cells: readonly string[] | undefined;
      if (line.includes('"')) {
        end = endOfRecord(text, from);
        if (end < 0) break;
        line = text.slice(from, end);
        lines = line.split('\n').length;
        cells = quotedCells(this.#composed(line), this.#parting(line));
        if (!cells) throw this.#badQuote();
      } else {
        cells = this.#composed(line)
          .split(this.#parting(line))
          .map((cell) => cell.trim());
      }
      if (!blank(cells) && !this.#isDeclaration(line)) records.push({ row: this.#row, cells });
      this.#row += lines;
      from = end + 1;
    }
    return [records, from];
  }

  /** What parts the cells of this row: as the first that is not blank has it. */
  #parting(line: string): Delimiter {
    if (this.#delimiter !== undefined) return this.#delimiter;
    const declared = declaredDelimiter.exec(line.trim())?.[1] as Delimiter | undefined;
    if (line.trim() === '') return ',';
    this.#delimiter = declared ?? delimiterOf(this.#file, this.#row, line);
    return this.#delimiter;
  }

  #isDeclaration(line: string): boolean {
    return this.#row <= 2 && declaredDelimiter.test(line.trim());
  }

  #badQuote(): Problem {
    return problem('csv.bad-quote', { file: this.#file, row: this.#row });
  }
}
