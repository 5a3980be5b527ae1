/** How mail leaves this installation, said once by each process; every part of it is a line of the configuration. */
import { domainOf } from '#core/mail/addresses.ts';

export type SmtpSettings = {
  /** For `smtp://`: `required` sends nothing in the clear, `offered` takes TLS where it is offered, `off` never asks. */
  readonly tls: 'required' | 'offered' | 'off';
  readonly password: string | undefined;
  /** Connections held open and used again. */
  readonly connections: number;
  /** Milliseconds of silence after which a server counts as gone. */
  readonly timeout: number;
  /** Mails an organisation may send in an hour; 0: as many as there are. */
  readonly hourly: number;
};

export type MailSettings = {
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  readonly url: string;
  readonly smtp?: Partial<SmtpSettings>;
  /** Domains programmes may send from; the one of `mailFrom` if none is named. */
  readonly mailDomains?: readonly string[];
  /** Where undeliverable mail comes back to: `bounces@awards.example`, with the mail's id behind a `+`. */
  readonly mailBounces?: string | undefined;
};

export type Sender = { readonly name: string; readonly address: string };

/** `Plaudit <plaudit@example.org>`, or an address alone. */
export function senderOf(text: string): Sender {
  const match = /^\s*(?:"?(?<name>[^"<]*?)"?\s*)?<(?<address>[^<>]+)>\s*$/.exec(text);
  return { name: match?.groups?.name ?? '', address: (match?.groups?.address ?? text).trim() };
}

let settings: MailSettings = { smtpUrl: undefined, mailFrom: 'Plaudit <plaudit@localhost.invalid>', url: 'http://localhost:3000' };
let linkSecret = '';

export function setMailSettings(given: MailSettings, secret: string): void {
  settings = given;
  linkSecret = secret;
}

export function mailSettings(): MailSettings {
  return settings;
}

/** What links that switch mail off are made from; empty in a process that makes none. */
export function mailLinkSecret(): string {
  return linkSecret;
}

export function smtpSettings(): SmtpSettings {
  return { tls: 'offered', password: undefined, connections: 2, timeout: 20_000, hourly: 0, ...settings.smtp };
}

export function allowedDomains(): readonly string[] {
  const named = settings.mailDomains ?? [];
  return named.length > 0 ? named : [domainOf(senderOf(settings.mailFrom).address)];
}
