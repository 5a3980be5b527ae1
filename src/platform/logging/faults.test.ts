import pg from 'pg';
import { expect, it } from 'vitest';
import { faultOf, pathWithoutSecrets, withoutTelling } from './faults.server.ts';

const token = 'qZ3vF0aXy9-1kLmN_8RtUwBcDeFgHiJkLmNoPqRsTuV';

it('a path is logged without the token in it', () => {
  expect([`/link/${token}`, '/p/handbell/2026', '/entries/01a2018a-9344-7676-a69d-a0ba5a444404'].map(pathWithoutSecrets)).toEqual([
    '/link/…',
    '/p/handbell/2026',
    '/entries/01a2018a-9344-7676-a69d-a0ba5a444404',
  ]);
  expect(pathWithoutSecrets('/people/ada@example.org/x')).toBe('/people/…/x');
});

it('of a message are left the words that are the program’s own', () => {
  expect(withoutTelling('550 <ada@example.org>: Recipient "Ada L" rejected, key \'k\' of 7')).toBe(
    '550 <<address>>: Recipient "…" rejected, key \'…\' of 7',
  );
  expect(withoutTelling(`no session ${token}`)).toBe('no session <…>');
});

it('an error of the database is told by its code and its table, not by what was sent', async () => {
  const error = new pg.DatabaseError('duplicate key value: (email)=(ada@example.org)', 60, 'error');
  Object.assign(error, {
    code: '23505',
    table: 'people',
    constraint: 'people_email',
    detail: 'Key (email)=(ada@example.org) already exists.',
  });
  const told = JSON.stringify(faultOf(error));
  expect(told).not.toContain('ada@');
  expect(JSON.parse(told)).toMatchObject({ kind: 'DatabaseError', code: '23505', table: 'people', constraint: 'people_email' });
});

it('an error says where it was thrown and what it was about', () => {
  const told = faultOf(new TypeError('cannot read "ada@example.org" of undefined')) as { kind: string; message: string; at: string[] };
  expect([told.kind, told.message, told.at.length > 0]).toEqual(['TypeError', 'cannot read "…" of undefined', true]);
  expect(told.at[0]).toContain('faults.test.ts');
});
