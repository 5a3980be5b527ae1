import { expect, it } from 'vitest';
import { literal, pgbenchScript } from './statements.ts';

it('values are written into statements as the server reads them', () => {
  const values = [null, 7, true, "it's", new Date('2026-03-01T12:00:00Z'), Buffer.from([1, 255]), ['a', 'b'], { a: 1 }];
  expect(values.map(literal)).toEqual([
    'null',
    '7',
    'true',
    "'it''s'",
    "'2026-03-01T12:00:00.000Z'",
    "'\\x01ff'",
    "array['a', 'b']",
    '\'{"a":1}\'',
  ]);
});

it('a request becomes a script with one line a turn, and a draw of chance for what must be new', () => {
  const sent = [
    [
      { text: 'begin', values: [] },
      { text: "select set_config('a', $1, true)", values: ['b; c'] },
    ],
    [{ text: 'select 1', values: [] }],
    [
      { text: 'insert into keys (key, version)\n values ($1, $2)', values: ['the-key', 1_000_003] },
      { text: 'commit', values: [] },
    ],
  ];
  const fresh = [
    { found: "'the-key'", put: "'key ' || :fresh" },
    { found: '1000003', put: ':fresh' },
  ];
  expect(pgbenchScript(sent, fresh)).toBe(`\\set fresh random(1, 2000000000)
begin\\; select set_config('a', 'b; c', true);
select 1;
insert into keys (key, version) values ('key ' || :fresh, :fresh)\\; commit;
`);
});
