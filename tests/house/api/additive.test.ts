/** What was released stays: the description may grow, and whoever wrote a client for the one before goes on working. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { breaches, type Description } from '../../support/api/additive.ts';

const read = (file: string) => JSON.parse(readFileSync(resolve(import.meta.dirname, '../../..', file), 'utf8')) as Description;
const released = read('docs/api/released.json');

test('the API only grows: everything that was released is there, takes what it took and answers what it answered', () => {
  expect(breaches(released, read('openapi.json'))).toEqual([]);
});

/** A place in the description, by the names that lead there; a planted change has to find it. */
type Place = Record<string, unknown>;
function at(document: unknown, ...names: string[]): Place {
  const found = names.reduce<unknown>((node, name) => (node as Place | undefined)?.[name], document);
  if (typeof found !== 'object' || found === null) throw new Error(`nothing at ${names.join(' ')}`);
  return found as Place;
}
const listAt = (document: unknown, ...names: string[]) => at(document, ...names) as unknown as unknown[];

const list = ['paths', '/companies', 'get'];
const draft = ['paths', '/entries/{entry}/draft', 'put', 'requestBody', 'content', 'application/json', 'schema'];
const invitation = ['paths', '/manage/programmes/{programme}/invitations', 'post', 'requestBody', 'content', 'application/json', 'schema'];
const entry = ['components', 'schemas', 'Entry'];
const sort = (required: boolean) => ({ name: 'sort', in: 'query', required, schema: { type: 'string' } });

function move(place: Place, from: string, to: string): void {
  place[to] = place[from];
  delete place[from];
}

test.each<[string, (document: unknown) => unknown, string]>([
  ['an address that is gone', (d) => delete at(d, 'paths')['/companies'], '/companies is gone'],
  ['a method that is gone', (d) => delete at(d, 'paths', '/companies').post, 'POST /companies is gone'],
  ['another name for clients', (d) => Object.assign(at(d, ...list), { operationId: 'companies' }), 'GET /companies is called otherwise'],
  ['a new parameter that is needed', (d) => listAt(d, ...list, 'parameters').push(sort(true)), 'GET /companies needs sort'],
  ['a parameter that is gone', (d) => listAt(d, ...list, 'parameters').shift(), 'GET /companies no longer takes after'],
  ['a member a body needs now', (d) => listAt(d, ...draft, 'required').push('language'), 'PUT /entries/{entry}/draft body needs language'],
  [
    'a text that may be no longer so long',
    (d) => Object.assign(at(d, ...draft, 'properties', 'title'), { maxLength: 20 }),
    'PUT /entries/{entry}/draft body title takes less: maxLength',
  ],
  [
    'a choice that is no longer taken',
    (d) => listAt(d, ...invitation, 'properties', 'role', 'enum').pop(),
    'POST /manage/programmes/{programme}/invitations body role no longer takes "auditor"',
  ],
  ['a member that is no longer answered', (d) => delete at(d, ...entry, 'properties').hash, 'Entry hash is gone'],
  ['a member that may be missing now', (d) => listAt(d, ...entry, 'required').shift(), 'Entry id may be missing'],
  [
    'another type of an answer',
    (d) => Object.assign(at(d, ...entry, 'properties', 'version'), { type: 'string' }),
    'Entry version is of another type',
  ],
  [
    'a scope that is asked for now',
    (d) => Object.assign(at(d, 'paths', '/programmes', 'get'), { security: [{ key: ['read:programmes'] }] }),
    'GET /programmes asks for another scope',
  ],
  ['another status for success', (d) => move(at(d, ...list, 'responses'), '200', '206'), 'GET /companies no longer answers 200'],
])('%s is found', (_, plant, found) => {
  const changed = structuredClone(released);
  plant(changed);
  expect(breaches(released, changed)).toContain(found);
});

test('what is only added breaks nothing', () => {
  const grown = structuredClone(released);
  Object.assign(at(grown, 'paths'), { '/new': { get: { operationId: 'readNew', responses: {} } } });
  listAt(grown, ...list, 'parameters').push(sort(false));
  Object.assign(at(grown, ...entry, 'properties'), { language: { type: 'string' } });
  expect(breaches(released, grown)).toEqual([]);
});
