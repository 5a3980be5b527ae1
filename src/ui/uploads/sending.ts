/**
 * A file on its way by tus 1.0.0, piece by piece: what the server says has arrived is what counts, so a cut, a server that was started
 * anew and a page that was closed are all the same. Pieces grow while they go fast, so that progress is seen on a slow line too.
 */
export type Sent = { readonly bytes: number; readonly of: number };

export type SendStatus =
  | ({ readonly kind: 'sending' } & Sent)
  /** Nobody answered; it is tried again by itself. */
  | ({ readonly kind: 'waiting' } & Sent)
  /** Everything has arrived and is being looked at. */
  | ({ readonly kind: 'checking' } & Sent)
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'stored' }
  | { readonly kind: 'stopped' };

/** What the next visit of this page needs to go on. */
export type Kept = { readonly get: () => string | undefined; readonly set: (location: string | undefined) => void };

export type Sending = {
  readonly file: Pick<File, 'name' | 'size' | 'slice'>;
  /** Where uploads are begun. */
  readonly to: string;
  /** What it is sent to, as the server reads it. */
  readonly subject: string;
  readonly kept: Kept;
  /** Lays the whole upload where it belongs. */
  readonly attach: (location: string) => Promise<Response>;
  readonly tell: (status: SendStatus) => void;
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly now: () => number;
  /** SHA-256 of a piece in base64; undefined where the browser computes none (plain http). */
  readonly digest: (piece: Blob) => Promise<string | undefined>;
};

const least = 256 * 1024;
const most = 8 * 1024 * 1024;
const longestWait = 30_000;

const base64 = (text: string) => btoa(String.fromCharCode(...new TextEncoder().encode(text)));

class Refused extends Error {}

async function sentence(response: Response): Promise<string> {
  const body: unknown = await response.json().catch(() => undefined);
  const detail: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'detail') : undefined;
  return typeof detail === 'string' ? detail : String(response.status);
}

/** Whether the same request may do better in a moment; everything else that is not well is a refusal with a sentence. */
const passes = (status: number) => status >= 500 || [408, 409, 423, 429, 460].includes(status);

export function startSending(options: Sending): { readonly stop: () => void } {
  const { file, to, subject, kept, attach, tell } = options;
  const stopping = new AbortController();
  const { signal } = stopping;
  const of = file.size;
  let bytes = 0;
  let size = least;

  const ask = async (url: string, method: string, headers: Record<string, string> = {}, body?: Blob): Promise<Response | undefined> => {
    const init = { method, headers: { 'tus-resumable': '1.0.0', ...headers }, ...(body && { body }), signal };
    const response = await options.fetch(url, init).catch(() => undefined);
    return response && !passes(response.status) ? response : undefined;
  };

  const begin = async (): Promise<string | undefined> => {
    const headers = { 'upload-length': String(of), 'upload-metadata': `filename ${base64(file.name)},subject ${base64(subject)}` };
    const response = await ask(to, 'POST', headers);
    if (response && !response.ok) throw new Refused(await sentence(response));
    const location = response?.headers.get('location') ?? undefined;
    if (location !== undefined) kept.set(location);
    return location;
  };

  /** Where it has come to; an upload that is over is begun again. */
  const look = async (location: string): Promise<boolean> => {
    const response = await ask(location, 'HEAD');
    if (response === undefined) return false;
    if (response.ok && response.headers.get('upload-length') === String(of)) bytes = Number(response.headers.get('upload-offset'));
    else kept.set(undefined);
    return response.ok;
  };

  const sendPiece = async (location: string): Promise<boolean> => {
    const piece = file.slice(bytes, bytes + size);
    const sum = await options.digest(piece);
    const headers = { 'content-type': 'application/offset+octet-stream', 'upload-offset': String(bytes) };
    const began = options.now();
    const response = await ask(location, 'PATCH', { ...headers, ...(sum && { 'upload-checksum': `sha256 ${sum}` }) }, piece);
    if (response === undefined) return false;
    if (response.status === 404 || response.status === 410) kept.set(undefined);
    else if (!response.ok) throw new Refused(await sentence(response));
    else bytes = Number(response.headers.get('upload-offset'));
    const took = options.now() - began;
    size = took < 1_500 ? Math.min(most, size * 2) : took > 6_000 ? Math.max(least, size / 2) : size;
    return response.ok;
  };

  const layDown = async (location: string): Promise<boolean> => {
    tell({ kind: 'checking', bytes, of });
    const response = await attach(location).catch(() => undefined);
    if (response === undefined || response.status >= 500) return false;
    kept.set(undefined);
    if (!response.ok) throw new Refused(await sentence(response));
    return true;
  };

  /** One step towards the end; whether it came forward. */
  const step = async (known: { looked: boolean }): Promise<'on' | 'wait' | 'done'> => {
    const location = kept.get() ?? (await begin());
    if (location === undefined) return 'wait';
    if (!known.looked) {
      if (!(await look(location))) return kept.get() === undefined ? 'on' : 'wait';
      known.looked = true;
    }
    tell({ kind: 'sending', bytes, of });
    if (bytes === of) return (await layDown(location)) ? 'done' : 'wait';
    const sent = await sendPiece(location);
    if (!sent) known.looked = false;
    return sent || kept.get() === undefined ? 'on' : 'wait';
  };

  const run = async (): Promise<void> => {
    const known = { looked: false };
    for (let pause = 500; !signal.aborted; ) {
      const outcome = await step(known);
      if (signal.aborted) return;
      if (outcome === 'done') return tell({ kind: 'stored' });
      if (outcome === 'wait') {
        tell({ kind: 'waiting', bytes, of });
        await options.sleep(pause, signal);
        pause = Math.min(longestWait, pause * 2);
      } else pause = 500;
    }
  };

  run().catch((error: unknown) => {
    if (signal.aborted) return;
    tell({ kind: 'refused', message: error instanceof Refused ? error.message : String(error) });
  });

  return {
    stop: () => {
      stopping.abort();
      const location = kept.get();
      kept.set(undefined);
      if (location !== undefined)
        void options.fetch(location, { method: 'DELETE', headers: { 'tus-resumable': '1.0.0' } }).catch(() => undefined);
      tell({ kind: 'stopped' });
    },
  };
}
