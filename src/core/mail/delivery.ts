/**
 * What a mail server's answer, or its silence, means for a mail (RFC 5321 §4.2.1, RFC 3463): it will never take it, it may take it later,
 * or nobody knows whether it took it.
 */

export type Failure = {
  /** Where the conversation stood: `CONN`, `EHLO`, `STARTTLS`, `AUTH`, `MAIL FROM`, `RCPT TO`, `DATA`; as far as it is known. */
  readonly stage: string;
  /** The reply's three digits, if there was a reply. */
  readonly code: number | undefined;
  readonly reply: string;
  /** The text of the mail had been handed over when the answer failed to come. */
  readonly handedOver: boolean;
};

export type Verdict = {
  readonly kind: 'refused' | 'later' | 'doubt';
  /** The server says that there is no such mailbox, so that no other mail will arrive there either. */
  readonly noMailbox: boolean;
};

/** Only what is said of this mail can refuse it; a server that turns everybody away, or us, may change its mind. */
const aboutThisMail: ReadonlySet<string> = new Set(['MAIL FROM', 'RCPT TO', 'DATA']);

/** RFC 3463 §3.2: no such mailbox, no such system, bad syntax, moved, a null MX (RFC 7505). 5.1.7 and 5.1.8 are about the sender. */
const nobodyThere = /\b5\.1\.(?:1|2|3|6|10)\b/;
const enhanced = /\b[245]\.\d{1,3}\.\d{1,3}\b/;

export function verdictOf({ stage, code, reply, handedOver }: Failure): Verdict {
  if (code === undefined) return { kind: handedOver ? 'doubt' : 'later', noMailbox: false };
  if (code < 500 || !aboutThisMail.has(stage)) return { kind: 'later', noMailbox: false };
  const noMailbox = stage !== 'MAIL FROM' && (nobodyThere.test(reply) || (stage === 'RCPT TO' && code === 550 && !enhanced.test(reply)));
  return { kind: 'refused', noMailbox };
}

const seconds = 1_000;
const longest = 6 * 3_600 * seconds;
/** About three days in all; after that nobody would look for the mail. */
export const mostTries = 20;

/** Milliseconds until the next try after so many that failed: 2 s, three times as long each time, six hours at most; undefined: given up. */
export function waitAfter(tries: number): number | undefined {
  if (tries >= mostTries) return undefined;
  let wait = 2 * seconds;
  for (let i = 1; i < tries && wait < longest; i += 1) wait *= 3;
  return Math.min(wait, longest);
}
