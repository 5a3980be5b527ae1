/** A sender whose connection is cut and whose server dies, and who goes on from what the server says has arrived. */
import { createHash } from 'node:crypto';
import { createReadStream, readFileSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { Transform } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Web } from '#tests/house/pages/web.ts';

type To = { readonly web: Web; readonly session: string };

const headersOf = (session: string) => ({ cookie: `plaudit=${session}`, 'tus-resumable': '1.0.0' });
const base64 = (text: string) => Buffer.from(text).toString('base64');

export async function sha256Of(content: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256');
  for await (const part of content) hash.update(part);
  return hash.digest('hex');
}

/** Until some of it has arrived: what a cut takes with it is what had left and was not read yet, which may be all of it. */
async function untilMore(to: To, location: string, from: number): Promise<void> {
  while ((await arrived(to, location)) <= from) await sleep(20);
}

/** Sends all that is missing in one piece; at `cut.at` bytes of the file, once some have arrived, `cut.by` is called and the connection is lost. */
function send(to: To, location: string, file: string, from: number, cut?: { at: number; by: () => void }): Promise<void> {
  const { web, session } = to;
  const { size } = statSync(file);
  return new Promise((done) => {
    const headers = {
      ...headersOf(session),
      'content-type': 'application/offset+octet-stream',
      'upload-offset': String(from),
      'content-length': String(size - from),
    };
    const sending = request(`${web.url}${location}`, { method: 'PATCH', headers }, (answer) => answer.resume().once('end', () => done()));
    sending.once('error', () => done());
    let sent = from;
    const counter = new Transform({
      transform(part: Buffer, _encoding, next) {
        sent += part.length;
        if (cut === undefined || sent < cut.at) return next(null, part);
        this.push(part);
        // The rest never leaves.
        untilMore(to, location, from).then(() => {
          cut.by();
          sending.destroy();
        }, next);
      },
    });
    sending.once('close', () => done());
    createReadStream(file, { start: from }).pipe(counter).pipe(sending);
  });
}

export async function begin({ web, session }: To, file: string, name: string, subject: string): Promise<string> {
  const headers = {
    'upload-length': String(statSync(file).size),
    'upload-metadata': `filename ${base64(name)},subject ${base64(subject)}`,
  };
  const answer = await fetch(`${web.url}/uploads`, { method: 'POST', headers: { ...headersOf(session), ...headers } });
  if (answer.status !== 201) throw new Error(`no upload was begun: ${answer.status} ${await answer.text()}`);
  return answer.headers.get('location') ?? '';
}

export async function arrived({ web, session }: To, location: string): Promise<number> {
  const answer = await fetch(`${web.url}${location}`, { method: 'HEAD', headers: headersOf(session) });
  return Number(answer.headers.get('upload-offset') ?? -1);
}

/** Cut at each of the shares of the file, after the last of them the server dies too; the new one takes the rest. Says where it went on. */
export async function sendThroughTrouble(to: To, file: string, location: string, shares: readonly number[], restart: () => Promise<Web>) {
  const { size } = statSync(file);
  const offsets: number[] = [];
  let now = to;
  for (const [i, share] of shares.entries()) {
    const dies = i === shares.length - 1;
    const by = () => dies && now.web.kill();
    await send(now, location, file, offsets.at(-1) ?? 0, { at: Math.floor(size * share), by });
    if (dies) now = { ...now, web: await restart() };
    offsets.push(await arrived(now, location));
  }
  await send(now, location, file, offsets.at(-1) ?? 0);
  return { to: now, offsets, arrived: await arrived(now, location) };
}

/** Lays a whole upload beside its entry, as the page's script does. */
export async function attach({ web, session }: To, entry: string, location: string): Promise<{ status: number; file: string }> {
  const upload = location.slice('/uploads/'.length);
  const body = new URLSearchParams({ _act: 'upload', _key: `upload-${upload}`, upload });
  const headers = { ...headersOf(session), accept: 'application/json, application/problem+json' };
  const answer = await fetch(`${web.url}/entries/${entry}/draft`, { method: 'POST', body, headers });
  const told = (await answer.json()) as { file?: string; code?: string };
  return { status: answer.status, file: told.file ?? told.code ?? '' };
}

/** Bytes of memory a process holds, and the most it has held. */
export function memoryOf(pid: number): { readonly now: number; readonly most: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const of = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0) * 1024;
  return { now: of('VmRSS'), most: of('VmHWM') };
}
