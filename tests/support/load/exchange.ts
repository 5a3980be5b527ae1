/** Requests of a generator of load, over connections that stay. */
import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';

/** `location`: where it leads to; empty where it leads nowhere. */
export type Reply = { readonly status: number; readonly body: string; readonly location: string };

/** Somebody who writes: each save goes out under the version the last one left. */
export type Writer = {
  readonly path: string;
  readonly cookie: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly version: number;
};

const agent = new Agent({ keepAlive: true, maxSockets: 256 });

export function exchange(url: string, method: string, headers: Record<string, string>, body?: string): Promise<Reply> {
  return new Promise((done, fail) => {
    const sent = request(url, { agent, method, headers }, (reply) => {
      const chunks: Buffer[] = [];
      reply.on('data', (chunk: Buffer) => chunks.push(chunk));
      reply.on('end', () => {
        const {
          statusCode: status = 0,
          headers: { location = '' },
        } = reply;
        done({ status, location, body: Buffer.concat(chunks).toString() });
      });
      reply.on('error', fail);
    });
    sent.on('error', fail);
    sent.end(body);
  });
}

/** A form as a browser sends it, or as a script does, which asks for a problem document in place of a page. */
export function sendForm(
  url: string,
  path: string,
  fields: Readonly<Record<string, string>>,
  cookie: string,
  script = false,
): Promise<Reply> {
  const accept = script ? 'application/problem+json' : 'text/html';
  const headers = { cookie, origin: url, accept, 'content-type': 'application/x-www-form-urlencoded' };
  return exchange(`${url}${path}`, 'POST', headers, new URLSearchParams({ ...fields, _key: randomUUID() }).toString());
}

export const look = (url: string, path: string, cookie: string): Promise<Reply> =>
  exchange(`${url}${path}`, 'GET', { cookie, accept: 'text/html' });

/** One writer's saves, one after the other: two at once would refuse each other by their version, as they should. */
export function writing(url: string, { path, cookie, fields, version: first }: Writer): () => Promise<number> {
  let version = first;
  let last: Promise<unknown> = Promise.resolve();
  const save = async (): Promise<number> => {
    const title = `Answered by noon ${randomUUID()}`;
    const reply = await sendForm(url, path, { ...fields, title, version: String(version), _act: 'save' }, cookie, true);
    if (reply.status === 200) version = (JSON.parse(reply.body) as { version: number }).version;
    return reply.status;
  };
  return () => {
    const next = last.then(save, save);
    last = next;
    return next;
  };
}
