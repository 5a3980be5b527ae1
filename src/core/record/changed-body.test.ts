import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { changedBody, longestSearched } from './changed-body.ts';
import { commitmentOf, type Hash } from './event.ts';

const native: Hash = (bytes) => createHash('sha256').update(bytes).digest();
const salt = new Uint8Array(32).fill(7);
const body = '{"comment":"Ärger, dann Ruhe","judge":"Renée","marks":{"craft":10,"result":[7,8]}}';
const commitment = commitmentOf(body, salt);
const found = (changed: string) => changedBody(changed, salt, commitment, native);
const changes: readonly (readonly [string, string, string])[] = [
  ['a mark replaced', body.replace('[7,8]', '[9,8]'), 'marks.result.0'],
  ['a figure added', body.replace('[7,8]', '[7,88]'), 'marks.result.1'],
  ['a figure taken away', body.replace('"craft":10', '"craft":1'), 'marks.craft'],
  ['a letter of more than one byte', body.replace('Ä', 'Å'), 'comment'],
  ['the name of a field', body.replace('"judge"', '"judgE"'), 'judge'],
  ['a brace, so that it is no JSON any more', `[${body.slice(1)}`, ''],
];

it.each(changes)('names the field when one byte was changed: %s', (_what, changed, field) => {
  expect(found(changed)).toEqual({ known: true, field });
});

it('says plainly when it cannot be known: several bytes, or a body too long to search', () => {
  expect(found(body.replace('[7,8]', '[9,9]'))).toEqual({ known: false, why: 'many' });
  expect(found('x'.repeat(longestSearched + 1))).toEqual({ known: false, why: 'long' });
});

it('tells a changed salt from a changed body', () => {
  expect(changedBody(body, salt.with(31, 8), commitment, native)).toEqual({ known: true, salt: true });
});
