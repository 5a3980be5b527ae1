/** A page of `docs/generated/`: made from what the code says, never edited. */
export type Page = {
  readonly file: string;
  readonly make: () => string | Promise<string>;
};

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

export function table(heading: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(heading), line(heading.map(() => '---')), ...rows.map(line)].join('\n');
}
