import { RouterContextProvider } from 'react-router';
import { describe, expect, test } from 'vitest';
import { problem } from '#core/problems/problem.ts';
import type { Ctx } from '#platform/context.ts';
import { visitorContext } from './context.ts';
import { act, endPoint, post } from './form.ts';
import { visitContext } from './visit.ts';

const context = new RouterContextProvider();
context.set(visitorContext, {
  ctx: { language: 'en' } as Ctx,
  organisationName: '',
  person: undefined,
  waiting: false,
  due: undefined,
  administrator: false,
  roles: [],
});
context.set(visitContext, {
  reference: '',
  base: '',
  secure: false,
  policyOf: () => undefined,
  peer: '',
  prepare: async () => {},
  report: () => {},
});

const wish = (_ctx: Ctx, { name }: { name: string }) => {
  if (name === '') throw problem('general.invalid-input', { count: 1 }, [{ path: 'name', code: 'field.required', facts: {} }]);
  return Promise.resolve({ wished: name });
};
const posts = { wish: post(wish, { input: ({ values }) => ({ name: values.name ?? '' }), done: ({ wished }) => `/wishes/${wished}` }) };

type Sent = { readonly body?: BodyInit; readonly accept?: string };

async function send(action: ReturnType<typeof act>, { body, accept = 'text/html' }: Sent): Promise<unknown> {
  const request = new Request('http://localhost/wishes', { method: 'POST', headers: { accept }, ...(body !== undefined && { body }) });
  const answer = await action({ request, params: {}, context, pattern: '/wishes', url: new URL(request.url) });
  if (!(answer instanceof Response)) return { status: answer.init?.status, refused: answer.data.refused.problem.code };
  const { status, headers } = answer;
  return { status, to: headers.get('location'), says: headers.get('content-type') === null ? undefined : await answer.json() };
}

const form = (name: string, key = 'a-key-of-12-') => new URLSearchParams({ _act: 'wish', _key: key, name });
const program = 'application/json, application/problem+json';

describe('a form that is sent to a page', () => {
  test('leads on when it is done, and is shown with its refusal when it is not', async () => {
    expect(await send(act(posts), { body: form('sun') })).toEqual({ status: 303, to: '/wishes/sun', says: undefined });
    expect(await send(act(posts), { body: form('') })).toEqual({ status: 422, refused: 'general.invalid-input' });
  });

  test('is answered by the page whatever is accepted, because a page is drawn around the answer', async () => {
    expect(await send(act(posts), { body: form('sun'), accept: program })).toEqual({ status: 303, to: '/wishes/sun', says: undefined });
    expect(await send(act(posts), { body: form(''), accept: program })).toEqual({ status: 422, refused: 'general.invalid-input' });
  });

  test('is refused without a key, without an act and without being a form', async () => {
    expect(await send(act(posts), { body: form('sun', '') })).toMatchObject({ refused: 'general.key-missing' });
    expect(await send(act(posts), { body: new URLSearchParams({ _key: 'a-key-of-12-' }) })).toMatchObject({ refused: 'general.not-found' });
    expect(await send(act(posts), { body: '{"name":' })).toMatchObject({ refused: 'general.invalid-input' });
  });
});

describe('a form that is sent to an end point without a screen', () => {
  test('gives a script its result and its refusal as documents', async () => {
    expect(await send(endPoint(posts), { body: form('sun'), accept: program })).toMatchObject({ status: 200, says: { wished: 'sun' } });
    const refused = { status: 422, says: { code: 'general.invalid-input', errors: [{ pointer: '#/name', code: 'field.required' }] } };
    expect(await send(endPoint(posts), { body: form(''), accept: program })).toMatchObject(refused);
  });

  test('leads a browser without scripts on as a page does', async () => {
    expect(await send(endPoint(posts), { body: form('sun') })).toEqual({ status: 303, to: '/wishes/sun', says: undefined });
  });
});
