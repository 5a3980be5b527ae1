/**
 * Asks every operation a description names, with what it describes and with what it does not, as several actors, and holds the answers to
 * it: never a fault of ours, never a status or a body that is not described, never an act without a key that may.
 */
import fc from 'fast-check';
import type { Api, Asked } from '../api.ts';
import { addressOf } from '../client.ts';
import type { Described, Description } from './description.ts';
import { bent, hostileText, type Schema, valid } from './values.ts';

export type FuzzActor = { readonly name: string; readonly key: string | undefined; readonly scopes: readonly string[] };

export type FuzzOptions = {
  readonly description: Description;
  readonly api: Api;
  readonly actors: readonly FuzzActor[];
  /** Real values by the name of a parameter or member, so that some calls reach what is there. */
  readonly known: Readonly<Record<string, readonly string[]>>;
  /** Calls of each operation. */
  readonly runs: number;
  readonly seed?: number;
};

export type FuzzReport = {
  readonly seed: number;
  readonly calls: number;
  /** How often each operation answered which status. */
  readonly statuses: ReadonlyMap<string, ReadonlyMap<number, number>>;
  readonly faults: readonly string[];
};

/** Stands in a header for the tag the thing in the address had when it was last seen, as a client would send it back. */
const lastSeen = 'last seen';

type Call = { readonly actor: FuzzActor; readonly path: string; readonly asked: Asked; readonly named: boolean };

const mostFaults = 20;

/** Members of a body that have a real value are sometimes given it. */
function withKnown(value: unknown, known: FuzzOptions['known'], pick: number): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => {
      const real = known[name];
      return [name, real && pick % 2 === 0 ? real[pick % real.length] : member];
    }),
  );
}

function parameterValue(name: string, schema: Schema, { description, known }: FuzzOptions): fc.Arbitrary<string> {
  const real = known[name] ?? [];
  const fitting = valid(schema, description.resolve).map(String);
  return fc.oneof(
    ...(real.length > 0 ? [{ arbitrary: fc.constantFrom(...real), weight: 8 }] : []),
    { arbitrary: fitting, weight: 2 },
    { arbitrary: hostileText, weight: 2 },
  );
}

function parametersIn(place: 'path' | 'query', operation: Described, options: FuzzOptions): fc.Arbitrary<Record<string, string>> {
  const own = operation.parameters.filter((parameter) => parameter.in === place);
  const values = Object.fromEntries(own.map(({ name, schema }) => [name, parameterValue(name, schema, options)]));
  return fc.record(values, { requiredKeys: place === 'path' ? own.map(({ name }) => name) : [], noNullPrototype: true });
}

/** Mostly as it has to be; sometimes not, and sometimes not at all. */
function headersFor(operation: Described): fc.Arbitrary<Record<string, string>> {
  const needs = operation.parameters.filter((parameter) => parameter.in === 'header').map(({ name }) => name.toLowerCase());
  const odd = fc.constantFrom<Record<string, string>>(
    { accept: 'text/html' },
    { 'idempotency-key': '' },
    { 'idempotency-key': 'short' },
    { 'content-type': 'text/plain' },
    { 'if-match': '' },
    { 'if-match': '*' },
    { 'if-match': '"999.abc"' },
    { 'if-none-match': '*' },
    { authorization: 'Bearer plaudit_abcdef_' },
  );
  const usual = fc
    .oneof(fc.constant(lastSeen), fc.constantFrom('"1.x"', '"2.x"', '"3.x"'))
    .map((tag): Record<string, string> => (needs.includes('if-match') ? { 'if-match': tag } : {}));
  return fc
    .tuple(usual, fc.oneof({ arbitrary: fc.constant({}), weight: 6 }, { arbitrary: odd, weight: 1 }))
    .map(([a, b]) => ({ ...a, ...b }));
}

function bodyFor(operation: Described, { description, known }: FuzzOptions): fc.Arbitrary<unknown> {
  if (operation.body === undefined) return fc.constant(undefined);
  const fitting = fc.tuple(valid(operation.body, description.resolve), fc.nat()).map(([value, pick]) => withKnown(value, known, pick));
  const broken = fc.constantFrom('', '{', '[', 'null', '"', '{"a":1}', '['.repeat(2_000));
  return fc.oneof(
    { arbitrary: fitting, weight: 4 },
    { arbitrary: bent(operation.body, description.resolve), weight: 3 },
    { arbitrary: broken, weight: 1 },
  );
}

function callsOf(operation: Described, options: FuzzOptions): fc.Arbitrary<Call> {
  const parts = fc.record({
    actor: fc.constantFrom(...options.actors),
    params: parametersIn('path', operation, options),
    query: parametersIn('query', operation, options),
    body: bodyFor(operation, options),
    headers: headersFor(operation),
  });
  return parts.map(({ actor, params, query, body, headers }) => {
    const asked: Asked = { method: operation.method, key: actor.key, headers, ...(body !== undefined && { body }) };
    return { actor, path: addressOf(operation.path, params, query), asked, named: headers.authorization === undefined };
  });
}

const told = ({ actor, path, asked }: Call) =>
  `${asked.method} ${path.slice(0, 200)} as ${actor.name} ${JSON.stringify(asked.body ?? null).slice(0, 300)}`;

/** What no description can allow. */
function unlawful(operation: Described, { actor, named }: Call, status: number): string | undefined {
  if (status >= 500) return `answers ${status}`;
  const mayAct = named && actor.key !== undefined && operation.scopes.some((scope) => actor.scopes.includes(scope));
  const acts = operation.method !== 'GET' && status < 300;
  return acts && !mayAct ? `acts for ${actor.name}` : undefined;
}

/** Whatever ends with the name of a thing and deletes takes it away for good. */
const takesAway = ({ method, path }: Described) => method === 'DELETE' && path.endsWith('}');

/** By turns, so that what one operation makes the others find: what was accepted, sent back, written again. What takes away comes last. */
function inTurn(options: FuzzOptions, seed: number): { readonly operation: Described; readonly call: Call }[] {
  const { description, runs } = options;
  const drawn = description.operations.map((operation, i) =>
    fc.sample(callsOf(operation, options), { numRuns: runs, seed: seed + i * runs }).map((call) => ({ operation, call })),
  );
  const rounds = Array.from({ length: runs }, (_, round) => drawn.flatMap((calls) => calls[round] ?? []));
  return rounds.flat().toSorted((a, b) => Number(takesAway(a.operation)) - Number(takesAway(b.operation)));
}

/** Of the thing an address is about, as far as it is one: `/entries/ID` and `/entries/ID/draft` are about the same. */
const thingIn = (path: string) => /[0-9a-f-]{36}/.exec(path)?.[0] ?? path;

export async function fuzz(options: FuzzOptions): Promise<FuzzReport> {
  const { api } = options;
  const seed = options.seed ?? Math.floor(Math.random() * 2 ** 31);
  const faults = new Map<string, string>();
  const statuses = new Map<string, Map<number, number>>();
  const tags = new Map<string, string>();
  let calls = 0;
  for (const { operation, call } of inTurn(options, seed)) {
    const { asked, path } = call;
    const { 'if-match': tag, ...headers } = asked.headers ?? {};
    const match = tag === lastSeen ? (tags.get(thingIn(path)) ?? '"1.x"') : tag;
    // A peer for each call: how often somebody may ask is another test's subject.
    const peer = `call ${calls}`;
    const answer = await api.ask(path, { ...asked, headers: match === undefined ? headers : { ...headers, 'if-match': match }, peer });
    calls += 1;
    const seen = statuses.get(operation.id) ?? new Map<number, number>();
    statuses.set(operation.id, seen.set(answer.status, (seen.get(answer.status) ?? 0) + 1));
    const etag = answer.headers.get('etag');
    if (etag !== null) tags.set(thingIn(path), etag);
    const type = answer.headers.get('content-type') ?? '';
    const fault = unlawful(operation, call, answer.status) ?? operation.fault(answer.status, type, await answer.text());
    // One of a kind is enough to look at.
    const kind = `${operation.id} ${fault?.split(':', 1)[0]}`;
    if (fault !== undefined && faults.size < mostFaults) faults.set(kind, `${operation.id} ${fault} — ${told(call)}`);
  }
  return { seed, calls, statuses, faults: [...faults.values()] };
}
