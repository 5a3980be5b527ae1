/** One line of JSON per event on standard output; secrets never enter it, so fields are chosen, not dumped. */
import { pino } from 'pino';

export type Log = {
  readonly debug: (facts: object, message: string) => void;
  readonly info: (facts: object, message: string) => void;
  readonly warn: (facts: object, message: string) => void;
  readonly error: (facts: object, message: string) => void;
};

export function openLog(level: string, process: string): Log {
  return pino({
    level,
    base: { process },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: ['password', 'token', '*.password', '*.token', 'headers.cookie', 'headers.authorization'],
  });
}
