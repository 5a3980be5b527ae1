/** The server is away, starting, full or too slow: nothing is wrong with what was asked. */
export function lostConnection(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return /^(08|53|57P0|57014|ECONN|EPIPE)/.test(code) || /Connection terminated|not queryable|timeout exceeded/.test(error.message);
}
