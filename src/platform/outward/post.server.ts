/**
 * Sends a small body to an address somebody gave us, or asks whether anything is there. The name is looked up once, every address it has is judged, and the connection goes
 * to the one that was judged: what the name means a moment later does not matter. Redirects are answers like others, answers are cut.
 */
import { lookup } from 'node:dns/promises';
import { type ClientRequest, request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import { isPublicAddress, type Networks } from './networks.server.ts';

/** Milliseconds for all of it: looking up, connecting, sending, and being answered. */
export const patience = 10_000;
const mostRead = 16_384;
const mostKept = 1_000;

export type OutwardFault = 'not-an-address' | 'not-found' | 'not-public' | 'not-secure' | 'slow' | 'refused' | 'broken';

export type Outcome = {
  /** Null where nothing was answered. */
  readonly status: number | null;
  readonly fault: OutwardFault | null;
  readonly milliseconds: number;
  /** How the answer began. */
  readonly excerpt: string;
};

type Address = { readonly address: string; readonly family: number };

export type Judged = { readonly ok: true; readonly url: URL; readonly to: Address } | { readonly ok: false; readonly fault: OutwardFault };

const hostOf = (url: URL) => url.hostname.replace(/^\[|\]$/g, '');

/** Whether an address may be written to, as far as that can be told without looking it up. */
export function faultOfAddress(text: string, networks: Networks): OutwardFault | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !['https:', 'http:'].includes(url.protocol) || url.username !== '' || url.password !== '')
    return 'not-an-address';
  const host = hostOf(url);
  const literal = /^[\d.]+$|:/.test(host);
  const name = host.replace(/\.$/, '').toLowerCase();
  const inside = literal ? !isPublicAddress(host) : name === 'localhost' || name.endsWith('.localhost') || !name.includes('.');
  const opened = literal ? networks.allows(host) : networks.allows('127.0.0.1') && name.endsWith('localhost');
  if (inside && !opened) return 'not-public';
  return url.protocol === 'http:' && !opened ? 'not-secure' : undefined;
}

async function addressesOf(host: string): Promise<readonly Address[]> {
  try {
    return await lookup(host, { all: true, verbatim: true });
  } catch {
    return [];
  }
}

/** Looks the name up and judges every address it has. `plain`: no secret is sent, so it need not be secure. */
export async function judge(text: string, networks: Networks, plain = false): Promise<Judged> {
  const early = URL.canParse(text) ? undefined : 'not-an-address';
  if (early) return { ok: false, fault: early };
  const url = new URL(text);
  const [to, ...others] = await addressesOf(hostOf(url));
  if (to === undefined) return { ok: false, fault: 'not-found' };
  const all = [to, ...others];
  if (!all.every(({ address }) => isPublicAddress(address) || networks.allows(address))) return { ok: false, fault: 'not-public' };
  const mayBePlain = plain || all.every(({ address }) => networks.allows(address));
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && mayBePlain)) return { ok: false, fault: 'not-secure' };
  return { ok: true, url, to };
}

function faultOfError(error: unknown): OutwardFault {
  if (!(error instanceof Error)) return 'broken';
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return 'slow';
  return 'code' in error && error.code === 'ECONNREFUSED' ? 'refused' : 'broken';
}

type Sending = { readonly headers: Readonly<Record<string, string>>; readonly body: string };
type Method = 'POST' | 'HEAD' | 'GET';
type Answered = Pick<Outcome, 'status' | 'excerpt'>;

/** What it answers, as far as it is read. */
function send(
  { url, to }: { readonly url: URL; readonly to: Address },
  { headers, body }: Sending,
  signal: AbortSignal,
  method: Method = 'POST',
): Promise<Answered> {
  const pinned: LookupFunction = (_host, options, give) => (options.all ? give(null, [to]) : give(null, to.address, to.family));
  const options = {
    method,
    headers: { ...headers, ...(method === 'POST' && { 'content-length': String(Buffer.byteLength(body)) }) },
    lookup: pinned,
    signal,
    agent: false,
  };
  return new Promise((resolve, reject) => {
    const asked: ClientRequest = (url.protocol === 'https:' ? secureRequest : plainRequest)(url, options, (answer) => {
      const parts: Buffer[] = [];
      let read = 0;
      const end = () => resolve({ status: answer.statusCode ?? null, excerpt: excerptOf(Buffer.concat(parts)) });
      answer.on('data', (part: Buffer) => {
        parts.push(part.subarray(0, mostRead - read));
        read += part.length;
        if (read < mostRead) return;
        end();
        answer.destroy();
      });
      answer.on('end', end).on('error', reject);
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

/** Text somebody else wrote: without what is no text, and short. */
function excerptOf(bytes: Buffer): string {
  return bytes.toString('utf8').slice(0, mostKept).toWellFormed().replaceAll('\0', '');
}

/** @param millis how long to wait at most; tests wait less */
export async function postOutward(text: string, sending: Sending, networks: Networks, millis: number = patience): Promise<Outcome> {
  return outcomeOf(text, networks, millis, false, (judged, signal) => send(judged, sending, signal));
}

const asking = { headers: { 'user-agent': 'Plaudit-Links/1' }, body: '' };

/**
 * Whether anything answers at an address: by its head, or its beginning where somebody gives no heads. Where it leads on is not followed.
 * @param millis how long to wait at most; tests wait less
 */
export async function probeOutward(text: string, networks: Networks, millis: number = patience): Promise<Outcome> {
  return outcomeOf(text, networks, millis, true, async (judged, signal) => {
    const head = await send(judged, asking, signal, 'HEAD');
    return head.status === 405 || head.status === 501 ? send(judged, asking, signal, 'GET') : head;
  });
}

type Ask = (judged: Judged & { readonly ok: true }, signal: AbortSignal) => Promise<Answered>;

async function outcomeOf(text: string, networks: Networks, millis: number, plain: boolean, ask: Ask): Promise<Outcome> {
  const began = performance.now();
  const came = (part: Partial<Outcome>): Outcome => ({
    status: null,
    fault: null,
    excerpt: '',
    milliseconds: Math.round(performance.now() - began),
    ...part,
  });
  const signal = AbortSignal.timeout(millis);
  try {
    const judged = await Promise.race([judge(text, networks, plain), aborted(signal)]);
    if (!judged.ok) return came({ fault: judged.fault });
    return came(await Promise.race([ask(judged, signal), aborted(signal)]));
  } catch (error) {
    return came({ fault: faultOfError(error) });
  }
}

/** An answer that trickles in keeps no worker: time is up whatever has come. */
function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason instanceof Error ? signal.reason : new Error('time is up')), {
      once: true,
    });
  });
}
