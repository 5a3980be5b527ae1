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

type Any = { [key: string]: Any } & unknown[];
const path = (document: Any, name: string) => document.paths?.[name] as Any;

test.each<[string, (document: Any) => void, string]>([
  ['an address that is gone', (d) => delete d.paths?.['/companies'], '/companies is gone'],
  ['a method that is gone', (d) => delete path(d, '/companies').post, 'POST /companies is gone'],
  ['another name for clients', (d) => Object.assign(path(d, '/companies').get as Any, { operationId: 'companies' }), 'GET /companies is called otherwise'],
  ['a new parameter that is needed', (d) => (path(d, '/companies').get?.parameters as Any).push({ name: 'x', in: 'query', required: true, schema: {} }), 'GET /companies needs x'],
  ['a parameter that is gone', (d) => (path(d, '/companies').get?.parameters as Any).splice(0, 1), 'GET /companies no longer takes after'],
  ['a member a body needs now', (d) => (path(d, '/entries/{entry}/draft').put?.requestBody?.content?.['application/json']?.schema?.required as Any).push('language'), 'PUT /entries/{entry}/draft body needs language'],
  ['a text that may be no longer so long', (d) => Object.assign(path(d, '/entries/{entry}/draft').put?.requestBody?.content?.['application/json']?.schema?.properties?.title as Any, { maxLength: 20 }), 'PUT /entries/{entry}/draft body title takes less: maxLength'],
  ['a choice that is no longer taken', (d) => (path(d, '/manage/programmes/{programme}/invitations').post?.requestBody?.content?.['application/json']?.schema?.properties?.role?.enum as Any).pop(), 'POST /manage/programmes/{programme}/invitations body role no longer takes "auditor"'],
  ['a member that is no longer answered', (d) => delete d.components?.schemas?.Entry?.properties?.hash, 'Entry hash is gone'],
  ['a member that may be missing now', (d) => (d.components?.schemas?.Entry?.required as Any).splice(0, 1), 'Entry id may be missing'],
  ['another type of an answer', (d) => Object.assign(d.components?.schemas?.Entry?.properties?.version as Any, { type: 'string' }), 'Entry version is of another type'],
  ['a scope that is asked for now', (d) => Object.assign(path(d, '/programmes').get as Any, { security: [{ key: ['read:programmes'] }] }), 'GET /programmes asks for another scope'],
  ['another status for success', (d) => { const get = path(d, '/companies').get?.responses as Any; Object.assign(get, { 206: get[200] }); delete get[200]; }, 'GET /companies no longer answers 200'],
])('%s is found', (_, plant, found) => {
  const changed = structuredClone(released) as unknown as Any;
  plant(changed);
  expect(breaches(released, changed as unknown as Description)).toContain(found);
});

test('what is only added breaks nothing', () => {
  const grown = structuredClone(released) as unknown as Any;
  Object.assign(grown.paths as Any, { '/new': { get: { operationId: 'readNew', responses: {} } } });
  (path(grown, '/companies').get?.parameters as Any).push({ name: 'sort', in: 'query', required: false, schema: { type: 'string' } });
  Object.assign(grown.components?.schemas?.Entry?.properties as Any, { language: { type: 'string' } });
  expect(breaches(released, grown as unknown as Description)).toEqual([]);
});
