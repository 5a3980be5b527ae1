/** What a webhook is sent: the envelope of Standard Webhooks, ids and links, and never a name, a text or a mark. */
import { createHmac } from 'node:crypto';

export type Delivery = {
  readonly event: string;
  readonly number: number;
  readonly kind: string;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly at: Date;
};

/** Where the subject lies in the API; what has no address there is only named. */
export type Place = { readonly url: string; readonly programme: string; readonly edition: string | null };

function addressOf({ subject }: Delivery, { url, programme, edition }: Place): string | null {
  if (subject.kind === 'entry') return `${url}/api/v1/manage/entries/${subject.id}`;
  if (subject.kind === 'edition' && edition !== null) return `${url}/api/v1/manage/programmes/${programme}/editions/${edition}`;
  if (subject.kind === 'webhook') return `${url}/api/v1/webhooks/${subject.id}`;
  return null;
}

/** `sequence` counts the deliveries of one webhook without a gap, in the order of the record. */
export function messageOf(delivery: Delivery, place: Place): string {
  const { number: sequence, kind: type, subject, at } = delivery;
  const data = { sequence, programme: place.programme, subject, url: addressOf(delivery, place) };
  return JSON.stringify({ type, timestamp: at.toISOString(), data });
}

/** standardwebhooks.com, symmetric: HMAC-SHA256 of id, instant and body; one signature for each secret that holds. */
export function signatureHeaders(id: string, at: Date, body: string, secrets: readonly string[]): Record<string, string> {
  const seconds = String(Math.floor(at.getTime() / 1000));
  const signatures = secrets.map((secret) => {
    const mac = createHmac('sha256', Buffer.from(secret, 'base64')).update(`${id}.${seconds}.${body}`);
    return `v1,${mac.digest('base64')}`;
  });
  return { 'webhook-id': id, 'webhook-timestamp': seconds, 'webhook-signature': signatures.join(' ') };
}
