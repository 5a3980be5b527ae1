import { expect, test } from 'vitest';
import { readCursor, writeCursor } from './keyset.ts';

const id = '01a20277-7dca-7628-ba94-0a4808a2754b';

test('the place where a page ended is read as it was written', () => {
  for (const key of ['2026-11-22T09:44:20.123Z', '2026-11-22 09:44:20.123456+00', '2024-02-29 00:00:00+05:30'])
    expect(readCursor(writeCursor(key, id), 'instant')).toEqual([key, id]);
  for (const key of ['', 'Élan vital', '🛎']) expect(readCursor(writeCursor(key, id), 'text')).toEqual([key, id]);
});

test.each(['', 'soon', '2026-02-30T00:00:00.000Z', '2026-11-22T24:00:00Z', '2026-11-22T09:44:20+99', '0000-01-01T00:00:00Z', '2026-11-22'])(
  'an instant %j that the database could not read is no place in a list',
  (key) => {
    expect(readCursor(writeCursor(key, id), 'instant')).toBeUndefined();
  },
);

test('a text with a NUL or half a sign, an id that is none, and what is no cursor are no places', () => {
  for (const key of ['a\0', '\ud800']) expect(readCursor(writeCursor(key, id), 'text')).toBeUndefined();
  for (const no of ['-'.repeat(36), id.toUpperCase(), `${id}0`, '']) expect(readCursor(writeCursor('a', no), 'text')).toBeUndefined();
  for (const text of [undefined, '', 'e30', 'bnVsbA', '%%%', Buffer.from('[1,2]').toString('base64url')])
    expect(readCursor(text, 'text')).toBeUndefined();
});
