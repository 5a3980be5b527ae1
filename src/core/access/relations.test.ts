import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Decision, decide, decideStandingIn, type Relation } from './relations.ts';

const all: Relation[] = ['visitor', 'person', 'owner', 'judge', 'manager', 'screener', 'auditor', 'system'];

describe('who may', () => {
  const yes: Decision = { allowed: true };
  const signIn: Decision = { allowed: false, reason: 'sign-in-needed' };
  const no: Decision = { allowed: false, reason: 'not-related' };
  it.each<[Relation[], Relation[], Decision]>([
    [['manager'], ['visitor', 'person', 'manager'], yes],
    [['manager', 'owner'], ['visitor', 'person', 'owner'], yes],
    [['visitor'], ['visitor'], yes],
    [['system'], ['system'], yes],
    [['judge'], ['visitor', 'person', 'manager'], no],
    [['system'], ['visitor', 'person', 'manager'], no],
    [['person'], ['visitor'], signIn],
    [['person'], [], signIn],
    [[], ['manager', 'system'], no],
  ])('an act for %j, tried as %j, is decided %j', (who, relations, decision) => {
    expect(decide(who, relations)).toEqual(decision);
  });

  it('is allowed exactly when a relation is shared, and nobody may what is for no one', () => {
    const some = fc.subarray(all);
    fc.assert(
      fc.property(some, some, (who, relations) => {
        expect(decide(who, relations).allowed).toBe(all.some((r) => who.includes(r) && relations.includes(r)));
        expect(decide([], relations).allowed).toBe(false);
      }),
    );
  });
});

describe('whoever stands in for somebody', () => {
  const roles: Relation[] = ['manager', 'screener', 'organiser', 'auditor', 'administrator'];
  const own: Relation[] = ['visitor', 'person', 'owner', 'judge'];

  it('may what both of them may by a role, and never more than either', () => {
    const some = fc.subarray([...roles, ...own]);
    fc.assert(
      fc.property(some, some, some, (who, subject, self) => {
        const shared = (relations: readonly Relation[]) => roles.some((role) => who.includes(role) && relations.includes(role));
        const { allowed } = decideStandingIn(who, { subject, self });
        expect(allowed).toBe(shared(subject) && shared(self));
        expect(!allowed || (decide(who, subject).allowed && decide(who, self).allowed)).toBe(true);
      }),
    );
  });

  it.each(own)('may nothing that is for %s alone, whoever the two are', (relation) => {
    const everything = [...roles, ...own];
    expect(decideStandingIn([relation], { subject: everything, self: everything })).toEqual({ allowed: false, reason: 'not-related' });
  });
});
