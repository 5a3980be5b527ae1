import { RouterContextProvider } from 'react-router';
import { describe, expect, test } from 'vitest';
import { problem } from '#core/problems/problem.ts';
import type { Ctx } from '#platform/context.ts';
import type { PersonId } from '#platform/ids.ts';
import { quietVisit } from '#tests/support/http/quiet-visit.ts';
import { visitorContext } from './context.ts';
import { act, endPoint, post, type Refused, show } from './form.ts';
import { visitContext } from './visit.ts';
import { configureProver } from './visitor/proof.ts';

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
context.set(visitContext, quietVisit);

const wish = (_ctx: Ctx, { name }: { name: string }) => {
  if (name === '') throw problem('general.invalid-input', { count: 1 }, [{ path: 'name', code: 'field.required', facts: {} }]);
  return Promise.resolve({ wished: name });
};
const posts = { wish: post(wish, { input: ({ values }) => ({ name: values.name ?? '' }), done: ({ wished }) => `/wishes/${wished}` }) };

type Answer = Awaited<ReturnType<ReturnType<typeof act>>>;

function refusedIn(answer: Answer): Refused['refused'] {
  if (answer instanceof Response || !('refused' in answer.data)) throw new Error('it was done');
  return answer.data.refused;
}

type Sent = { readonly body?: BodyInit; readonly accept?: string };

async function send(action: ReturnType<typeof act>, { body, accept = 'text/html' }: Sent): Promise<unknown> {
  const request = new Request('http://localhost/wishes', { method: 'POST', headers: { accept }, ...(body !== undefined && { body }) });
  const answer = await action({ request, params: {}, context, pattern: '/wishes', url: new URL(request.url) });
  if (!(answer instanceof Response)) return { status: answer.init?.status, refused: refusedIn(answer).problem.code };
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

  test('brings a date as machines write it, however people did, and only of fields that hold one', async () => {
    const dated = (name: string, of: readonly string[]) => {
      const body = form(name);
      for (const field of of) body.append('_date', field);
      return send(act(posts), { body });
    };
    const to = (name: string) => ({ status: 303, to: `/wishes/${name}`, says: undefined });
    expect(await dated('9 May 2026', ['name'])).toEqual(to('2026-05-09'));
    expect(await dated('9 May 2026', ['other'])).toEqual(to('9 May 2026'));
    expect(await dated('05/09/2026', ['name'])).toEqual(to('05/09/2026'));
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

describe('a form whose act is grave', () => {
  const person = { kind: 'person', id: 'p' as PersonId, sessionId: 's' } as const;
  const signedIn = new RouterContextProvider();
  const ask = { title: 'Is it you?', text: '', secret: { label: 'Password', hint: '' }, passkey: undefined, link: undefined };
  const guard = (ctx: Ctx, { name }: { name: string }) => {
    if (ctx.actor.kind !== 'person' || ctx.actor.provedAt === undefined) throw problem('general.proof-needed');
    return Promise.resolve({ wished: name });
  };
  const grave = act({
    wish: post(guard, { input: ({ values }) => ({ name: values.name ?? '' }), done: ({ wished }) => `/wishes/${wished}` }),
  });

  const answerTo = async (fields: Record<string, string>) => {
    configureProver({
      ask: () => Promise.resolve(ask),
      prove: (_ctx, { secret }) =>
        secret === 'right' ? Promise.resolve(new Date(0)) : Promise.reject(problem('people.too-many-attempts', { minutes: 7 })),
    });
    signedIn.set(visitorContext, {
      ctx: { language: 'en', actor: person } as Ctx,
      organisationName: '',
      person: { id: person.id, name: '', email: '' },
      waiting: false,
      due: undefined,
      administrator: false,
      roles: [],
    });
    signedIn.set(visitContext, quietVisit);
    const body = new URLSearchParams({ _act: 'wish', _key: 'a-key-of-12-', name: 'peace', ...fields });
    const request = new Request('http://localhost/wishes', { method: 'POST', body });
    return grave({ request, params: {}, context: signedIn, pattern: '/wishes', url: new URL(request.url) });
  };

  test('comes back with all that was written and asks for a proof, and is done once that comes with it', async () => {
    const refused = await answerTo({});
    expect(refusedIn(refused)).toMatchObject({
      problem: { code: 'general.proof-needed', status: 403 },
      values: { name: 'peace' },
      key: 'a-key-of-12-',
      proof: ask,
    });
    const done = await answerTo({ _proof: 'right' });
    expect(done instanceof Response && [done.status, done.headers.get('location')]).toEqual([303, '/wishes/peace']);
  });

  test('that was tried too often says when to come back, and never echoes what was given', async () => {
    const refused = await answerTo({ _proof: 'secret words' });
    if (refused instanceof Response) throw new Error('it was done');
    expect([refused.init?.status, new Headers(refused.init?.headers).get('retry-after')]).toEqual([429, '420']);
    expect(JSON.stringify(refused.data)).not.toContain('secret words');
  });
});

test('what was committed and is refused all the same uses its key up: the next try is another', async () => {
  const counted = act({
    wish: post(wish, {
      input: () => ({ name: 'x' }),
      done: () => {
        throw problem('people.sign-in-failed');
      },
    }),
  });
  const body = form('x');
  const request = new Request('http://localhost/wishes', { method: 'POST', body });
  const answer = await counted({ request, params: {}, context, pattern: '/wishes', url: new URL(request.url) });
  expect(refusedIn(answer).key).toMatch(/^[0-9a-f-]{36}$/);
});

test('an act that only looks shows what it found on its page, sets no cookie and leads nowhere', async () => {
  const looked = act({ look: show('look', async ({ values }) => `seen: ${values.name ?? ''}`) });
  const body = form('a bell');
  body.set('_act', 'look');
  const request = new Request('http://localhost/wishes', { method: 'POST', body });
  const answer = await looked({ request, params: {}, context, pattern: '/wishes', url: new URL(request.url) });
  const sent = answer instanceof Response ? undefined : answer.data;
  expect([sent, answer instanceof Response]).toEqual([{ shown: { act: 'look', found: 'seen: a bell' } }, false]);
});
