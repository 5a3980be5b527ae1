/**
 * Text as it can be kept and compared. Forms send line breaks as CR LF, and pastes bring halves of characters and NUL, which
 * neither PostgreSQL nor canonical JSON can hold. Every operation's input passes through here first.
 */
export function plainText<T>(input: T): T {
  if (typeof input === 'string') return input.toWellFormed().replaceAll('\r\n', '\n').replaceAll('\0', '') as T;
  if (Array.isArray(input)) return input.map(plainText) as T;
  if (typeof input !== 'object' || input === null || Object.getPrototypeOf(input) !== Object.prototype) return input;
  return Object.fromEntries(Object.entries(input).map(([name, value]) => [name, plainText(value)])) as T;
}
