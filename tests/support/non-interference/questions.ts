/** All that can be asked of the product by reading it: every route and every address of the API, with everything they read from an address. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { apiRoot } from '#http/api/serve.ts';
import { writeCursor } from '#platform/database/keyset.ts';
import { addressOf } from '#tests/house/pages/addresses.ts';
import { endpoints } from '../../../src/api.ts';
import routes from '../../../src/routes.ts';
import { type Court, placesOf } from './court.ts';
import type { Secret } from './secret.ts';

const source = resolve(import.meta.dirname, '../../../src');

export type Question = { readonly route: string; readonly path: string };

/** What a value of these may be; a parameter that is not here is asked with the secret's words, like all others. */
const values: Readonly<Record<string, readonly string[]>> = {
  sort: ['newest', 'oldest', 'number', 'title', 'name'],
  state: ['submitted', 'returned', 'accepted'],
  size: ['micro', 'large', 'none'],
  country: ['GB'],
};

const reading = /(?:searchParams|query|asked)\.(?:get|getAll|has)\('([\w-]+)'\)/g;

/** The names of parameters that the files of a slice read, as they stand in its source. */
function parametersOf(folder: string): string[] {
  const files = readdirSync(join(source, folder), { recursive: true, encoding: 'utf8' }).filter((file) => /(?<!\.test)\.tsx?$/.test(file));
  const names = files.flatMap((file) =>
    [...readFileSync(join(source, folder, file), 'utf8').matchAll(reading)].map(([, name = '']) => name),
  );
  return [...new Set(names)].sort();
}

const remembered = new Map<string, string[]>();

function parametersFor(file: string): string[] {
  const folder = file.split('/').slice(0, 2).join('/');
  const known = remembered.get(folder) ?? parametersOf(folder);
  remembered.set(folder, known);
  return known;
}

const isPage = (file: string) => file.endsWith('.tsx');

function queriesOf(file: string, words: readonly string[]): string[] {
  return parametersFor(file).flatMap((name) =>
    [...(values[name] ?? []), ...words, '1'].map((value) => `?${name}=${encodeURIComponent(value)}`),
  );
}

function addressFor(court: Court, secret: Secret | undefined, route: string): string {
  return addressOf(route, { ...placesOf(court), ...secret?.places?.(court) });
}

const reads = endpoints.filter(({ method }) => method === 'GET');

/** In the API's own words, as its description has them. */
function apiAddress(court: Court, secret: Secret | undefined, path: string): string {
  return `${apiRoot}${addressFor(court, secret, path.replaceAll(/\{(\w+)\}/g, ':$1'))}`;
}

/** Every address of the API that only reads. */
function apiQuestions(court: Court, secret?: Secret): Question[] {
  return reads.map(({ path }) => ({ route: `${apiRoot}${path}`, path: apiAddress(court, secret, path) }));
}

const nobody = '00000000-0000-4000-8000-000000000000';

/** What the API's parameters may be: it refuses, in words, whatever else is sent. */
function apiQueries(court: Court, secret: Secret): Readonly<Record<string, readonly string[]>> {
  return {
    q: secret.words ?? [],
    state: [...(values.state ?? []), 'failed'],
    category: court.categories,
    limit: ['1', '100'],
    after: ['1', writeCursor('a', nobody), writeCursor('2026-03-20T00:00:00.000Z', nobody)],
  };
}

function everyApiQuestion(court: Court, secret: Secret): Question[] {
  const queries = apiQueries(court, secret);
  return reads.flatMap(({ path, query }) => {
    const [route, address] = [`${apiRoot}${path}`, apiAddress(court, secret, path)];
    const asked = Object.keys(query.shape).flatMap((name) => (queries[name] ?? []).map((value) => new URLSearchParams({ [name]: value })));
    return [address, ...asked.map((search) => `${address}?${search}`)].map((whole) => ({ route, path: whole }));
  });
}

/** Where a secret may be seen, about the very things it is kept in. */
export function questionsAbout(court: Court, secret: Secret): Question[] {
  const places = [...secret.shown, ...(secret.told ?? [])];
  const bare = plainQuestions(court, secret).filter(({ route }) => places.includes(route));
  const { query } = secret;
  return query === undefined ? bare : [...bare, ...bare.map(({ route, path }) => ({ route, path: `${path}${query}` }))];
}

/** Each route once, as the data it is drawn from; what is no page as it is. */
export function plainQuestions(court: Court, secret?: Secret): Question[] {
  return [...pageQuestions(court, secret), ...apiQuestions(court, secret)];
}

function pageQuestions(court: Court, secret?: Secret): Question[] {
  return routes.map(({ path = '', file }) => {
    const address = addressFor(court, secret, `/${path}`);
    return { route: `/${path}`, path: isPage(file) ? `${address === '/' ? '/_root' : address}.data` : address };
  });
}

/** The entries of an edition, as page and as table, searched by the words of these secrets and in an order they could change. */
export function listQuestions(court: Court, secrets: readonly Secret[]): Question[] {
  const words = [...new Set(secrets.flatMap((secret) => secret.words ?? []))];
  return routes
    .filter(({ path = '' }) => /\/entries(?:\.csv)?$/.test(path))
    .flatMap(({ path = '' }) => {
      const [address, question] = [addressFor(court, undefined, `/${path}`), path.endsWith('.csv') ? '' : '.data'];
      const queries = [...words.map((word) => `?q=${word}`), '?sort=title'];
      return queries.map((query) => ({ route: `/${path}`, path: `${address}${question}${query}` }));
    });
}

/** Each route as page and as data, and the API, alone and with every parameter that is read there, by every value the dictionary has for it. */
export function everyQuestion(court: Court, secret: Secret): Question[] {
  const pages = routes.flatMap(({ path = '', file }) => {
    const [route, address] = [`/${path}`, addressFor(court, secret, `/${path}`)];
    const data = address === '/' ? '/_root.data' : `${address}.data`;
    const bare = isPage(file) ? [address, data] : [address];
    const form = isPage(file) ? data : address;
    return [...bare, ...queriesOf(file, secret.words ?? []).map((query) => `${form}${query}`)].map((asked) => ({ route, path: asked }));
  });
  return [...pages, ...everyApiQuestion(court, secret)];
}

const isBare = ({ path }: Question) => !path.includes('?');

/**
 * What is left to ask once everything was asked without a parameter: of a route that opened all of it, of one that did not its first
 * parameter alone, since nearly all of them refuse before they read any.
 */
export function furtherQuestions(questions: readonly Question[], opened: (path: string) => boolean): Question[] {
  const open = new Set(questions.filter((question) => isBare(question) && opened(question.path)).map(({ route }) => route));
  const further = questions.filter((question) => !isBare(question));
  const firsts = new Set([...Map.groupBy(further, ({ route }) => route).values()].map(([first]) => first));
  return further.filter((question) => open.has(question.route) || firsts.has(question));
}

/** Everything by its address alone. */
export function bareQuestions(questions: readonly Question[]): Question[] {
  return questions.filter(isBare);
}
