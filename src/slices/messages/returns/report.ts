/** A mail that came back, as a mail server hands it in: a report in MIME (RFC 3464, RFC 6522), of which only the machine's half counts. */
import PostalMime from 'postal-mime';
import { type Reported, recipientsOf } from '#core/mail/reports.ts';
import { problem } from '#core/problems/problem.ts';

export type ReturnedMail = {
  /** Ids of our mails that it may be about, the surest first. */
  readonly mails: readonly string[];
  readonly recipients: readonly Reported[];
};

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

function textOf(content: ArrayBuffer | Uint8Array | string): string {
  return typeof content === 'string' ? content : new TextDecoder().decode(content);
}

/** @throws Problem `messages.not-a-report` for whatever has no part of machine-readable status */
export async function readReport(message: Uint8Array): Promise<ReturnedMail> {
  const mail = await PostalMime.parse(message, { forceRfc822Attachments: true, maxNestingDepth: 20, maxHeadersSize: 262_144 }).catch(
    () => undefined,
  );
  const parts = mail?.attachments ?? [];
  const status = parts.find(({ mimeType }) => /^message\/(?:global-)?delivery-status$/.test(mimeType));
  const recipients = status ? recipientsOf(textOf(status.content)) : [];
  if (!mail || recipients.length === 0) throw problem('messages.not-a-report');
  // To whom the report was sent names our mail, and cannot be had from anything the mail itself shows; its own id stands in what is quoted.
  const addressed = mail.headers.filter(({ key }) => ['to', 'delivered-to', 'x-original-to'].includes(key)).map(({ value }) => value);
  const quoted = parts
    .filter(({ mimeType }) => /^(?:message\/rfc822|message\/global|text\/rfc822-headers)/.test(mimeType))
    .map(({ content }) => textOf(content));
  const verp = addressed.flatMap((text) => [...text.matchAll(new RegExp(`\\+(${uuid})@`, 'gi'))]);
  const ids = quoted.flatMap((text) => [...text.matchAll(new RegExp(`^Message-ID:\\s*<(${uuid})@plaudit>`, 'gim'))]);
  return { mails: [...new Set([...verp, ...ids].map(([, id = '']) => id.toLowerCase()))], recipients };
}
