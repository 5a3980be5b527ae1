/** How a command or process ends: the exit codes, the same for all, and what is printed when it cannot do its work. */
import { Problem } from '#core/problems/problem.ts';
import { printable } from '#core/problems/visible.ts';
import { wordsFor } from '#words/index.ts';

export const exitCodes = {
  done: 0,
  /** Refused, or something was found wrong. */
  refused: 1,
  usage: 2,
  /** What it needs cannot be reached: a database, a registry, a port. */
  unreachable: 3,
  bug: 70,
} as const;

/** Refusals whose cure lies outside: start it, install it, free it. */
const outside = new Set<string>([
  'installation.port-taken',
  'installation.port-forbidden',
  'installation.machine-unsupported',
  'installation.database-needed',
  'installation.none-here',
  'installation.database-unreachable',
  'installation.database-too-old',
]);

/** Errors that carry their whole sentence: a person can act on it, and a stack would only hide it. */
const spoken = new Map<string, number>([
  ['ConfigError', exitCodes.usage],
  ['MigrationError', exitCodes.refused],
]);

/** Where a system says that nobody answers. */
const silence = new Set(['ECONNREFUSED', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'ECONNRESET', 'EHOSTUNREACH']);

export function explain(error: unknown): { readonly text: string; readonly code: number } {
  const { problems, commandLine } = wordsFor('en');
  if (error instanceof Problem) {
    const fields = error.fields.map(({ path, code, facts }) => `  ${path}: ${problems[code].detail(facts)}`);
    // The sentence of a form speaks of what stands in it; here are only the words of a command.
    if (error.code === 'general.invalid-input')
      return { text: ['', commandLine.notUnderstood, ...fields].join('\n'), code: exitCodes.usage };
    const { title, detail } = problems[error.code];
    const text = printable(['', title, detail(error.facts), ...fields].join('\n'));
    return { text, code: outside.has(error.code) ? exitCodes.unreachable : exitCodes.refused };
  }
  if (!(error instanceof Error)) return { text: String(error), code: exitCodes.bug };
  const { code } = error as NodeJS.ErrnoException;
  if (code !== undefined && silence.has(code)) return { text: commandLine.noAnswer(error.message || code), code: exitCodes.unreachable };
  const told = spoken.get(error.constructor.name);
  if (told !== undefined) return { text: error.message, code: told };
  return { text: commandLine.bug(error.stack ?? error.message), code: exitCodes.bug };
}

/** For a process that cannot begin: says why and ends. */
export function giveUp(error: unknown): never {
  const { text, code } = explain(error);
  process.stderr.write(`${text}\n`);
  process.exit(code);
}
