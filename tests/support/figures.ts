/** Figures a long test found: printed, and kept by `./plaudit nightly` beside how the test went. */
import { appendFileSync } from 'node:fs';

export type Figures = Readonly<Record<string, string | number>>;

export function tellFigures(about: string, figures: Figures): void {
  console.log(about, figures);
  const file = process.env.PLAUDIT_NIGHTLY_FIGURES;
  if (file !== undefined) appendFileSync(file, `${JSON.stringify({ about, figures })}\n`);
}
