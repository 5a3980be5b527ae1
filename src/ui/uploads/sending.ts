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

const ofTheMoment = (status: number) => status >= 500 || status === 408 || status === 429;
/** Of a piece also: it belongs elsewhere, somebody else is writing, it was changed on its way. */
const ofThePiece = (status: number) => ofTheMoment(status) || [409, 423, 460].includes(status);

class Sender {
  readonly #options: Sending;
  readonly #stopping = new AbortController();
  #bytes = 0;
  #size = least;
  #looked = false;

  constructor(options: Sending) {
    this.#options = options;
  }

  #sent(): Sent {
    return { bytes: this.#bytes, of: this.#options.file.size };
  }

  /** Undefined where the same request may do better in a moment. */
  async #ask(url: string, init: RequestInit, passes = ofTheMoment): Promise<Response | undefined> {
    const headers = { 'tus-resumable': '1.0.0', ...(init.headers as Record<string, string> | undefined) };
    const response = await this.#options.fetch(url, { ...init, headers, signal: this.#stopping.signal }).catch(() => undefined);
    return response && !passes(response.status) ? response : undefined;
  }

  async #begin(): Promise<string | undefined> {
    const { file, to, subject, kept } = this.#options;
    const metadata = `filename ${base64(file.name)},subject ${base64(subject)}`;
    const response = await this.#ask(to, { method: 'POST', headers: { 'upload-length': String(file.size), 'upload-metadata': metadata } });
    if (response && !response.ok) throw new Refused(await sentence(response));
    const location = response?.headers.get('location') ?? undefined;
    if (location !== undefined) kept.set(location);
    return location;
  }

  /** Where it has come to; an upload that is over is begun again. */
  async #look(location: string): Promise<boolean> {
    const response = await this.#ask(location, { method: 'HEAD' });
    if (response === undefined) return false;
    const same = response.ok && response.headers.get('upload-length') === String(this.#options.file.size);
    if (same) this.#bytes = Number(response.headers.get('upload-offset'));
    else if (response.ok || response.status === 404 || response.status === 410) this.#options.kept.set(undefined);
    return same;
  }

  async #sendPiece(location: string): Promise<boolean> {
    const { file, kept, digest, now } = this.#options;
    const piece = file.slice(this.#bytes, this.#bytes + this.#size);
    const sum = await digest(piece);
    const headers = { 'content-type': 'application/offset+octet-stream', 'upload-offset': String(this.#bytes) };
    const began = now();
    const checked = { ...headers, ...(sum && { 'upload-checksum': `sha256 ${sum}` }) };
    const response = await this.#ask(location, { method: 'PATCH', headers: checked, body: piece }, ofThePiece);
    if (response === undefined) return false;
    if (response.status === 404 || response.status === 410) kept.set(undefined);
    else if (!response.ok) throw new Refused(await sentence(response));
    else this.#bytes = Number(response.headers.get('upload-offset'));
    const took = now() - began;
    this.#size = took < 1_500 ? Math.min(most, this.#size * 2) : took > 6_000 ? Math.max(least, this.#size / 2) : this.#size;
    return response.ok;
  }

  async #layDown(location: string): Promise<boolean> {
    const { attach, kept, tell } = this.#options;
    tell({ kind: 'checking', ...this.#sent() });
    const response = await attach(location).catch(() => undefined);
    if (response === undefined || ofTheMoment(response.status)) return false;
    kept.set(undefined);
    if (!response.ok) throw new Refused(await sentence(response));
    return true;
  }

  /** One step towards the end; whether it came forward. */
  async #step(): Promise<'on' | 'wait' | 'done'> {
    const { kept, tell, file } = this.#options;
    const location = kept.get() ?? (await this.#begin());
    if (location === undefined) return 'wait';
    if (!this.#looked) {
      if (!(await this.#look(location))) return kept.get() === undefined ? 'on' : 'wait';
      this.#looked = true;
    }
    tell({ kind: 'sending', ...this.#sent() });
    if (this.#bytes === file.size) return (await this.#layDown(location)) ? 'done' : 'wait';
    this.#looked = await this.#sendPiece(location);
    return this.#looked || kept.get() === undefined ? 'on' : 'wait';
  }

  async run(): Promise<void> {
    const { tell, sleep } = this.#options;
    const { signal } = this.#stopping;
    try {
      for (let pause = 500; !signal.aborted; ) {
        const outcome = await this.#step();
        if (signal.aborted) return;
        if (outcome === 'done') return tell({ kind: 'stored' });
        if (outcome === 'wait') {
          tell({ kind: 'waiting', ...this.#sent() });
          await sleep(pause, signal);
          pause = Math.min(longestWait, pause * 2);
        } else pause = 500;
      }
    } catch (error) {
      if (!signal.aborted) tell({ kind: 'refused', message: error instanceof Refused ? error.message : String(error) });
    }
  }

  stop(): void {
    const { kept, tell, fetch: send } = this.#options;
    this.#stopping.abort();
    const location = kept.get();
    kept.set(undefined);
    if (location !== undefined) void send(location, { method: 'DELETE', headers: { 'tus-resumable': '1.0.0' } }).catch(() => undefined);
    tell({ kind: 'stopped' });
  }
}

export function startSending(options: Sending): { readonly stop: () => void } {
  const sender = new Sender(options);
  void sender.run();
  return { stop: () => sender.stop() };
}
