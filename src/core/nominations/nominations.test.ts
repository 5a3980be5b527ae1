import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mailboxOf } from './mailbox.ts';
import { likelyPairs, type Proposed, sameNominee } from './same-nominee.ts';
import { type Nominee, noMerging, noTelling } from './states.ts';

describe('a mailbox', () => {
  it.each([
    ['Ines.Castellane+awards@Valewick.example ', 'ines.castellane@valewick.example'],
    ['i.n.e.s+x@googlemail.com', 'ines@gmail.com'],
    ['ines@hotmail.co.uk', 'ines@hotmail.co.uk'],
    ['ines@ymail.com', 'ines@ymail.com'],
    ['i.n.e.s@valewick.example', 'i.n.e.s@valewick.example'],
    ['+ines@valewick.example', '+ines@valewick.example'],
    ['nobody', ''],
    ['@valewick.example', ''],
    ['ines@', ''],
    ['', ''],
  ])('of %j is %j', (address, mailbox) => {
    expect(mailboxOf(address)).toBe(mailbox);
  });

  it('of a mailbox is itself', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (address) => {
        expect(mailboxOf(mailboxOf(address))).toBe(mailboxOf(address));
      }),
    );
  });
});

let made = 0;
function someone(name: string, more: Partial<Proposed> = {}): Proposed {
  made += 1;
  const email = more.email ?? '';
  return { id: `n${String(made).padStart(4, '0')}`, kind: 'person', name, worksFor: '', email, mailbox: mailboxOf(email), ...more };
}
const asked = (a: Proposed, b: Proposed) => likelyPairs([a, b]).length === 1;

describe('two nominees', () => {
  it.each<[string, Proposed, Proposed, boolean]>([
    ['of one name', someone('Ines Castellane'), someone('castellane, INES'), true],
    ['written with other accents', someone('Inès Castellané'), someone('Ines Castellane'), true],
    ['with one slip', someone('Ines Castellane'), someone('Ines Castelane'), true],
    ['in another script', someone('Наталья Орлова'), someone('Natalya Orlova'), true],
    ['of other names', someone('Ines Castellane'), someone('Tobiah Renn'), false],
    [
      'of one address, whatever they are called',
      someone('Ines C.', { email: 'i.c+a@x.example' }),
      someone('Frau Castellane', { email: 'I.C@x.example' }),
      true,
    ],
    [
      'of one company and other names',
      someone('Ines Castellane', { email: 'ines@x.example' }),
      someone('Tobiah Renn', { email: 'tobiah@x.example' }),
      false,
    ],
    [
      'that are organisations of one domain',
      someone('Valewick', { kind: 'organisation', email: 'a@valewick.example' }),
      someone('Valewick Mutual Insurance', { kind: 'organisation', email: 'b@valewick.example' }),
      true,
    ],
    [
      'that are organisations with an address anybody can have',
      someone('Fenmoor', { kind: 'organisation', email: 'a@gmail.com' }),
      someone('Corvane', { kind: 'organisation', email: 'b@gmail.com' }),
      false,
    ],
    [
      'of which one is a person and one an organisation',
      someone('Penny Valewick'),
      someone('Penny Valewick', { kind: 'organisation' }),
      false,
    ],
  ])('%s: somebody is asked, or nobody', (_what, a, b, expected) => {
    expect(asked(a, b)).toBe(expected);
  });

  it('of one company say so, and that alone asks nobody', () => {
    const [a, b] = [someone('Ines Castellane', { worksFor: 'Valewick Ltd' }), someone('Ines Castelane', { worksFor: 'valewick' })];
    expect(sameNominee(a, b).evidence).toContainEqual({ kind: 'same-company' });
    expect(asked(a, { ...b, name: 'Tobiah Renn' })).toBe(false);
  });

  it('are as alike one way round as the other, and each pair is found once', () => {
    const all = [someone('Ines Castellane'), someone('Ines Castelane'), someone('Inès Castellane'), someone('Tobiah Renn')];
    const pairs = likelyPairs(all).map(({ first, second }) => `${first} ${second}`);
    expect(pairs).toHaveLength(3);
    expect(likelyPairs(all.toReversed()).map(({ first, second }) => `${first} ${second}`)).toEqual(pairs);
  });
});

const nominee = (more: Partial<Nominee> = {}): Nominee => ({ state: 'proposed', email: 'ines@valewick.example', merged: false, ...more });

describe('telling', () => {
  it.each<[Nominee, boolean, string | undefined]>([
    [nominee(), false, undefined],
    [nominee({ state: 'told' }), false, undefined],
    [nominee(), true, 'nominations.declined-already'],
    [nominee({ state: 'declined' }), false, 'nominations.declined-already'],
    [nominee({ state: 'accepted' }), false, 'nominations.accepted-already'],
    [nominee({ email: '' }), false, 'nominations.no-address'],
    [nominee({ merged: true }), false, 'nominations.merged-away'],
  ])('%j, declined before: %j → %j', (of, declined, code) => {
    expect(noTelling(of, declined)?.code).toBe(code);
  });
});

describe('merging', () => {
  const of = (more: Partial<Nominee> = {}, category = 'a') => ({ ...nominee(more), category });
  it.each<[ReturnType<typeof of>, ReturnType<typeof of>, string | undefined]>([
    [of(), of(), undefined],
    [of({ state: 'accepted' }), of(), undefined],
    [of({ state: 'declined' }), of(), undefined],
    [of(), of({ state: 'told' }), 'nominations.told-already'],
    [of(), of({}, 'b'), 'nominations.other-category'],
    [of({ merged: true }), of(), 'nominations.merged-away'],
    [of(), of({ merged: true }), 'nominations.merged-away'],
  ])('%j takes in %j → %j', (kept, other, code) => {
    expect(noMerging(kept, other)?.code).toBe(code);
  });
});
