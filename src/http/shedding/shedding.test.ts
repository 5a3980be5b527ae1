/** Who has to come again when too much is asked at once, and who never has to. */
import { expect, test } from 'vitest';
import { type Kind, kindOf, openPlaces } from './shedding.ts';

const of = (method: string, path: string, headers: Record<string, string> = {}) => kindOf({ method, path, headers: new Headers(headers) });
const signedIn = { cookie: 'theme=dark; plaudit=abc' };
const script = { ...signedIn, accept: 'application/json, application/problem+json' };

test('looking gives way first, then reading and what scripts save; what is sent on purpose never does', () => {
  expect([of('GET', '/p/hearth'), of('HEAD', '/'), of('GET', '/entries/1', signedIn), of('POST', '/entries/1/draft', script)]).toEqual([
    'looking',
    'looking',
    'reading',
    'autosave',
  ] satisfies Kind[]);
  const onPurpose = [
    of('POST', '/entries/1', signedIn),
    of('POST', '/entries/1/draft', { ...signedIn, accept: 'text/html' }),
    of('POST', '/entries/1', script),
    of('POST', '/judge/1', signedIn),
    of('POST', '/p/hearth/nominate'),
    of('POST', '/sign-in'),
    of('GET', '/api/entries', {}),
    of('GET', '/metrics'),
    of('HEAD', '/uploads/1', { ...signedIn, 'tus-resumable': '1.0.0' }),
    of('POST', '/uploads', { ...signedIn, 'tus-resumable': '1.0.0' }),
  ];
  expect(onPurpose).toEqual(onPurpose.map(() => 'kept'));
  expect(of('PATCH', '/uploads/1', { 'content-type': 'application/offset+octet-stream' })).toBe('streaming');
});

test('places are taken and given back; bytes on their way take none', () => {
  const { take, leave } = openPlaces({ looking: 2, reading: 3 });
  const taken = (...kinds: Kind[]) => kinds.map(take);
  expect(taken('streaming', 'streaming', 'looking', 'looking', 'looking', 'reading', 'reading')).toEqual([
    true,
    true,
    true,
    true,
    false,
    true,
    false,
  ]);
  expect(taken('kept', 'kept', 'kept', 'autosave')).toEqual([true, true, true, true]);
  for (const kind of ['kept', 'kept', 'kept', 'autosave', 'streaming', 'reading'] as const) leave(kind);
  expect(taken('looking', 'reading', 'reading')).toEqual([false, true, false]);
});
