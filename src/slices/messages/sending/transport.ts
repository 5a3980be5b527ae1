/** How mail leaves this machine: by SMTP where it is configured, else not at all and the local mailbox keeps it. */
import { PassThrough } from 'node:stream';
import nodemailer from 'nodemailer';
import type { Failure } from '#core/mail/delivery.ts';
import { type MailSettings, type Sender, setMailSettings, smtpSettings } from './settings.ts';

export type OutgoingMail = {
  readonly from: Sender;
  readonly replyTo: string | undefined;
  readonly to: string;
  /** To whom the mail comes back if it cannot be delivered; no header of it. */
  readonly returnTo: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string | undefined;
  readonly messageId: string;
  readonly headers: Readonly<Record<string, string>>;
};

/** Thrown by `send`: what the server answered, or that it fell silent. */
export class NotDelivered extends Error {
  readonly failure: Failure;
  constructor(message: string, failure: Failure) {
    super(message);
    this.name = 'NotDelivered';
    this.failure = failure;
  }
}

export type Transport = { readonly send: (mail: OutgoingMail) => Promise<void>; readonly close: () => void };

let transport: Transport | undefined;

type SmtpError = Error & { readonly command?: string; readonly responseCode?: number; readonly response?: string };

function notDelivered(error: SmtpError, handedOver: boolean): NotDelivered {
  const { command = '', responseCode, response = '' } = error;
  // What the library calls an act of its own (`API`, `CONN` for every silence) says nothing of the conversation.
  const stage = command.startsWith('AUTH') ? 'AUTH' : command;
  return new NotDelivered(response || error.message, { stage, code: responseCode, reply: response, handedOver });
}

function optionsOf(smtpUrl: string) {
  const { hostname, port, protocol, username, password } = new URL(smtpUrl);
  const { tls, timeout, connections, password: given } = smtpSettings();
  const secure = protocol === 'smtps:';
  const pass = given ?? decodeURIComponent(password);
  return {
    pool: true as const,
    maxConnections: connections,
    // The queue tries again, and writes down that it does; the library must not do it behind its back.
    maxRequeues: 0,
    host: hostname.replaceAll(/[[\]]/g, ''),
    port: port === '' ? (secure ? 465 : 587) : Number(port),
    secure,
    ...(!secure && tls === 'required' && { requireTLS: true }),
    // Whoever could forge the certificate could as well say that no TLS is offered; listening in is made harder all the same (RFC 7435).
    ...(!secure && tls === 'offered' && { opportunisticTLS: true, tls: { rejectUnauthorized: false } }),
    ...(!secure && tls === 'off' && { ignoreTLS: true }),
    ...(username !== '' && { auth: { user: decodeURIComponent(username), pass } }),
    connectionTimeout: Math.min(timeout, 10_000),
    greetingTimeout: Math.min(timeout, 10_000),
    socketTimeout: timeout,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

function openSmtp(smtpUrl: string): Transport {
  const smtp = nodemailer.createTransport(optionsOf(smtpUrl));
  // Without this note nobody could tell a server that went before the text from one that went after it.
  const handed = new Set<string>();
  smtp.use('stream', ({ message, data }, next) => {
    message.transform(() => new PassThrough({ flush: (done) => done(void handed.add(String(data.messageId))) }));
    next();
  });
  return {
    close: () => smtp.close(),
    send: async ({ from, replyTo, to, returnTo, html, messageId, ...mail }) => {
      handed.delete(messageId);
      try {
        await smtp.sendMail({
          ...mail,
          from,
          to: { name: '', address: to },
          ...(replyTo !== undefined && { replyTo: { name: '', address: replyTo } }),
          ...(html !== undefined && { html }),
          messageId,
          envelope: { from: returnTo, to: [to] },
        });
      } catch (error) {
        throw notDelivered(error as SmtpError, handed.has(messageId));
      } finally {
        handed.delete(messageId);
      }
    },
  };
}

/** Said once by the process that sends. */
export function configureMail(given: MailSettings, secret = ''): void {
  transport?.close();
  setMailSettings(given, secret);
  transport = given.smtpUrl === undefined ? undefined : openSmtp(given.smtpUrl);
}

export function currentTransport(): Transport | undefined {
  return transport;
}
