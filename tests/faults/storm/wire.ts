/** One exchange over HTTP as a browser has it, which may come to nothing. */
import { type Agent, type IncomingMessage, type RequestOptions, request } from 'node:http';

export type Reply = {
  readonly status: number;
  readonly location: string;
  readonly cookies: readonly string[];
  readonly body: string;
};

export type Sending = {
  readonly port: number;
  readonly agent: Agent;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly cookie: string;
  readonly type?: string;
  readonly body?: string;
  /** Milliseconds after which the line is cut, whatever was answered by then. */
  readonly cutAfter?: number | undefined;
};

/** A person who waits longer than this tries again. */
const givesUpAfter = 8_000;

export function exchange({ port, agent, method, path, cookie, type, body = '', cutAfter }: Sending): Promise<Reply> {
  const headers = {
    accept: 'text/html',
    host: `localhost:${port}`,
    cookie,
    ...(type && { 'content-type': type, 'content-length': String(Buffer.byteLength(body)), origin: `http://localhost:${port}` }),
  };
  const options: RequestOptions = { host: '127.0.0.1', port, path, method, headers, agent, timeout: givesUpAfter };
  return new Promise((done, fail) => {
    const sent = request(options, (reply: IncomingMessage) => {
      const chunks: Buffer[] = [];
      reply.on('data', (chunk: Buffer) => chunks.push(chunk));
      reply.on('error', fail);
      reply.on('close', () => {
        // An answer that breaks off is none.
        if (!reply.complete) return fail(new Error('broken off'));
        const { statusCode = 0, headers: told } = reply;
        const location = told.location ?? '';
        done({ status: statusCode, location, cookies: told['set-cookie'] ?? [], body: Buffer.concat(chunks).toString() });
      });
    });
    sent.on('timeout', () => sent.destroy(new Error('too late')));
    sent.on('error', fail);
    sent.end(body);
    if (cutAfter !== undefined) setTimeout(() => sent.destroy(new Error('line cut')), cutAfter);
  });
}

export type File = { readonly name: string; readonly text: string };

const boundary = 'storm-boundary';

/** Fields, and a file beside them where there is one, as a browser would send them. */
export function encoded(fields: Readonly<Record<string, string>>, file: File | undefined): { type: string; body: string } {
  if (file === undefined) return { type: 'application/x-www-form-urlencoded', body: new URLSearchParams(fields).toString() };
  const part = (head: string, content: string) => `--${boundary}\r\ncontent-disposition: form-data; ${head}\r\n\r\n${content}\r\n`;
  const parts = Object.entries(fields).map(([name, value]) => part(`name="${name}"`, value));
  const last = part(`name="file"; filename="${file.name}"\r\ncontent-type: text/plain`, file.text);
  return { type: `multipart/form-data; boundary=${boundary}`, body: `${parts.join('')}${last}--${boundary}--\r\n` };
}
