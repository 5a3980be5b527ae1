/** A load of many kinds at once: which kind each request is, what it sends, and what became of each kind. */
import { createHash, randomUUID } from 'node:crypto';
import { random } from '#core/numeric/random.ts';
import { exchange, look, type Reply, sendForm, type Writer, writing } from '../exchange.ts';
import type { Heard } from '../loops.ts';
import { type Outcome, outcomeOf } from '../outcome.ts';

/** `once`: forms that can be sent one time each. `ask`: a link asked for by somebody new each time. `upload`: a small file, begun and sent. */
export type Stream = { readonly name: string; readonly share: number } & (
  | { readonly does: 'look'; readonly pages: readonly { readonly path: string; readonly cookie: string }[] }
  | { readonly does: 'save'; readonly writers: readonly Writer[] }
  | { readonly does: 'once'; readonly forms: readonly Omit<Writer, 'version'>[] }
  | { readonly does: 'ask' }
  | { readonly does: 'upload'; readonly into: readonly { readonly subject: string; readonly cookie: string }[] }
);

export type Mix = {
  readonly url: string;
  readonly seed: string;
  readonly perSecond: number;
  readonly seconds: number;
  readonly streams: readonly Stream[];
};

/** `shed`: how many were asked to come again. `refused`: how many got another answer than the one meant. */
export type StreamOutcome = Outcome & { readonly name: string; readonly shed: number; readonly refused: number; readonly statuses: string };
export type MixOutcome = { readonly whole: Outcome; readonly streams: readonly StreamOutcome[] };

/** The stream each arrival belongs to: drawn by the shares, the same for a seed. */
export function drawn(seed: string, streams: readonly { readonly share: number }[], count: number): number[] {
  const { uniform } = random(`${seed}/streams`);
  const all = streams.reduce((sum, { share }) => sum + share, 0);
  return Array.from({ length: count }, () => {
    let left = uniform() * all;
    const found = streams.findIndex(({ share }) => {
      left -= share;
      return left < 0;
    });
    return found < 0 ? streams.length - 1 : found;
  });
}

const words = 'Calls answered within a minute, by month.\n';
const base64 = (text: string) => Buffer.from(text).toString('base64');

/** Begun, and sent in one piece: two requests that count as one. */
async function upload(url: string, { subject, cookie }: { subject: string; cookie: string }): Promise<number> {
  const content = `${words}${randomUUID()}`;
  const headers = { cookie, origin: url, 'tus-resumable': '1.0.0' };
  const begun = await fetch(`${url}/uploads`, {
    method: 'POST',
    headers: {
      ...headers,
      'upload-length': String(content.length),
      'upload-metadata': `filename ${base64(`${createHash('sha256').update(content).digest('hex').slice(0, 12)}.txt`)},subject ${base64(subject)}`,
    },
  });
  if (begun.status !== 201) return begun.status;
  const location = new URL(begun.headers.get('location') ?? '', url);
  const piece = { ...headers, 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' };
  return (await exchange(location.href, 'PATCH', piece, content)).status;
}

type Answered = { readonly status: number; readonly well: boolean };

/** A page that leads to the sign-in is no answer. */
const read = ({ status }: Reply): Answered => ({ status, well: status === 200 });
const taken = ({ status, location }: Reply): Answered => ({
  status,
  well: [200, 303].includes(status) && !location.includes('/sign-in?to='),
});

/** Sends the next of a stream; none left is no answer. */
export function sender(url: string, stream: Stream): () => Promise<Answered> {
  let turn = -1;
  const byTurns =
    <T>(of: readonly T[], send: (one: T) => Promise<Answered>) =>
    async () => {
      turn += 1;
      const one = of[turn % of.length];
      return one === undefined ? { status: 0, well: false } : send(one);
    };
  switch (stream.does) {
    case 'look':
      return byTurns(stream.pages, async ({ path, cookie }) => read(await look(url, path, cookie)));
    case 'save':
      return byTurns(
        stream.writers.map((writer) => writing(url, writer)),
        async (save) => read({ status: await save(), body: '', location: '' }),
      );
    case 'once':
      return async () => {
        turn += 1;
        const form = stream.forms[turn];
        return form ? taken(await sendForm(url, form.path, form.fields, form.cookie)) : { status: 0, well: false };
      };
    case 'ask':
      return async () => taken(await sendForm(url, '/sign-in', { _act: 'link', email: `${randomUUID()}@load.example` }, ''));
    case 'upload':
      return byTurns(stream.into, async (into) => {
        const status = await upload(url, into);
        return { status, well: status === 204 };
      });
  }
}

export type Told = { readonly stream: number; readonly status: number };

export function mixOutcome(
  { seconds, streams }: Pick<Mix, 'seconds' | 'streams'>,
  heard: readonly Heard[],
  told: readonly Told[],
): MixOutcome {
  const of = (stream: number): StreamOutcome => {
    const places = told.flatMap((one, place) => (one.stream === stream ? [place] : []));
    const mine = places.flatMap((place) => heard[place] ?? []);
    const not = places.filter((place) => heard[place]?.ok === false).map((place) => told[place]?.status ?? 0);
    const shed = not.filter((status) => status === 503).length;
    return {
      name: streams[stream]?.name ?? '',
      ...outcomeOf(mine, seconds),
      shed,
      refused: not.length - shed,
      statuses: [...new Set(not)].sort((a, b) => a - b).join(' '),
    };
  };
  return { whole: outcomeOf(heard, seconds), streams: streams.map((_, stream) => of(stream)) };
}
