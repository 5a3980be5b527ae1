/**
 * One person at one browser: keeps cookies, fills in forms, and sends each until somebody answers. A call nobody answered
 * is sent again under the same key, as the product's own pages do; the negative control takes a fresh key each time.
 */
import { randomUUID } from 'node:crypto';
import { Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Ledger, Line } from './ledger.ts';
import type { Random } from './random.ts';
import { encoded, exchange, type File, type Reply } from './wire.ts';

export type Answer = {
  readonly ok: boolean;
  readonly answer: string;
  /** Where the product leads to next. */
  readonly location: string;
};

export type Form = {
  /** Name of the operation. */
  readonly kind: string;
  readonly path: string;
  readonly act: string;
  readonly fields?: Readonly<Record<string, string>>;
  readonly file?: File;
  /** For the checker. */
  readonly about?: Readonly<Record<string, string>>;
};

export type Person = { readonly id: string; readonly email: string; readonly password: string };

/** An entry of one's own that is still being written, and a seat one holds: what a person remembers of them. */
export type Draft = { readonly id: string; version: number; words: Readonly<Record<string, string>> };
export type Seat = { readonly entry: string; version: number; submitted: boolean };
export type Desk = { readonly drafts: Draft[]; seats: Seat[] | undefined };

export type Client = {
  readonly number: number;
  readonly chance: Random;
  readonly person: Person;
  readonly desk: Desk;
  /** A name no other call of the storm has, to mark an effect with. */
  readonly nextCall: () => string;
  /** Sends a form until it is answered, and writes down how it went. */
  readonly send: (form: Form, call?: string) => Promise<Answer>;
  /** A page as it is read; undefined when nobody answered. */
  readonly read: (path: string) => Promise<string | undefined>;
  /** Forgets who is signed in. */
  readonly forget: () => void;
  readonly close: () => void;
};

export type Habits = {
  /** The negative control: no retry is known as one. */
  readonly freshKeys: boolean;
  /** So many lines in a hundred are cut while the product works on what they brought. */
  readonly cutLines: number;
};

type Setting = Habits & {
  readonly number: number;
  readonly port: number;
  readonly person: Person;
  readonly ledger: Ledger;
  readonly chance: Random;
};

/** Milliseconds within which a line is cut. */
const cutWithin = 40;
/** After so many tries the product does not recover, and the storm has failed. */
const tries = 300;

type Unheard = { readonly unheard: string };

/** Nobody can know where no answer came, or one that says so. */
function judge({ status, location }: Reply): Answer | Unheard {
  if (status >= 500) return { unheard: String(status) };
  if (status >= 400) return { ok: false, answer: String(status), location: '' };
  if (location.includes('/sign-in?to=')) return { ok: false, answer: 'sign-in needed', location };
  return { ok: true, answer: String(status), location };
}

function cookieJar() {
  const cookies = new Map<string, string>();
  const keep = (reply: Reply) => {
    for (const cookie of reply.cookies) {
      const [pair = ''] = cookie.split(';');
      const [name = '', value = ''] = pair.split('=');
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
  };
  return { keep, text: () => [...cookies].map((pair) => pair.join('=')).join('; '), empty: () => cookies.clear() };
}

const told = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : String(error));

export function makeClient({ number, port, person, ledger, chance, freshKeys, cutLines }: Setting): Client {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const jar = cookieJar();
  let calls = 0;

  const once = async ({ path, act, fields, file }: Form, key: string): Promise<Answer | Unheard> => {
    const content = encoded({ ...fields, _act: act, _key: key }, file);
    const cutAfter = chance.between(1, 100) <= cutLines ? chance.between(0, cutWithin) : undefined;
    try {
      const reply = await exchange({ port, agent, method: 'POST', path, cookie: jar.text(), cutAfter, ...content });
      jar.keep(reply);
      return judge(reply);
    } catch (error) {
      return { unheard: told(error) };
    }
  };

  const nextCall = () => {
    calls += 1;
    return `${number}-${calls}`;
  };

  const send = async (form: Form, call: string = nextCall()): Promise<Answer> => {
    const keys = [randomUUID()];
    const unheard: string[] = [];
    while (unheard.length < tries) {
      if (freshKeys && unheard.length > 0) keys.push(randomUUID());
      const answer = await once(form, keys.at(-1) ?? '');
      if ('unheard' in answer) {
        unheard.push(answer.unheard);
        await sleep(chance.between(20, 200));
        continue;
      }
      const facts = { call, kind: form.kind, client: number, person: person.id, keys, unheard, about: form.about ?? {} };
      const line: Line = { ...facts, outcome: answer.ok ? 'ok' : 'fail', answer: answer.answer, at: performance.now() };
      ledger.write(line);
      return answer;
    }
    throw new Error(`${form.kind} was not answered in ${tries} tries: ${[...new Set(unheard)].join(', ')}`);
  };

  const read = async (path: string): Promise<string | undefined> => {
    const page = await exchange({ port, agent, method: 'GET', path, cookie: jar.text() }).catch(() => undefined);
    return page?.status === 200 ? page.body : undefined;
  };
  const desk: Desk = { drafts: [], seats: undefined };
  return { number, chance, person, desk, nextCall, send, read, forget: jar.empty, close: () => agent.destroy() };
}
