/** Texts that make a regular expression turn back, if anything does: what it likes to repeat, many times over, and then something else. */

/** Members of classes an expression may name without spelling them. */
const usual = [' ', 'a', '0', '.', '-', '"', ',', ';', '<', '\n'];
/** Nothing an expression expects. */
const end = '\u0001';

/** The characters an expression spells, and the usual ones. */
function lettersOf(source: string): string[] {
  const spelled = source.replaceAll(/\\[a-zA-Z](?:\{[^}]*\})?/g, '').match(/[\p{L}\p{N}"'<>=:;,./@_ -]/gu) ?? [];
  return [...new Set([...usual, ...spelled.slice(0, 6)])];
}

/** The words it begins with, so that what comes after them is reached. */
function beginningOf(source: string): string {
  return (/^\^?([\w<" :=;/-]+)/.exec(source.replaceAll('\\s', ' ').replaceAll('\\b', ''))?.[1] ?? '').replace(/.$/, '');
}

/** Each of about so many characters. */
export function pumpsFor(source: string, length: number): string[] {
  const letters = lettersOf(source);
  const beginnings = [...new Set(['', beginningOf(source), `${beginningOf(source)} `])];
  const pairs = letters.slice(-4).flatMap((one, i, all) => all.slice(i + 1).map((other) => one + other));
  const doubled = letters.slice(-4).map((letter) => letter + letter);
  return beginnings.flatMap((beginning) =>
    [...letters, ...pairs, ...doubled].map((pump) => beginning + pump.repeat(length / pump.length) + end),
  );
}
