/** The kill storm does everything a door can do, or says why not. */
import { existsSync, readdirSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { allOperations } from '#platform/operation.server.ts';
import { kinds, leftOut } from '../faults/storm/kinds.ts';

const slices = new URL('../../src/slices/', import.meta.url);

beforeAll(async () => {
  const doors = readdirSync(slices)
    .map((slice) => new URL(`${slice}/index.ts`, slices))
    .filter((door) => existsSync(door));
  await Promise.all(doors.map((door) => import(door.href)));
});

const reachable = () =>
  [...allOperations().values()].filter(({ who }) => who.some((relation) => relation !== 'system')).map(({ operation }) => operation);

describe('the kill storm', () => {
  it('has a kind for every operation a door reaches, or a reason why not', () => {
    expect(reachable().length).toBeGreaterThan(0);
    const known = [...kinds.map(({ operation }) => operation), ...Object.keys(leftOut)];
    expect(known.sort()).toEqual(reachable().sort());
  });

  it('does each kind at some desk: of its own, or on the way of one that is', () => {
    const done = new Set(kinds.filter((kind) => 'act' in kind).map(({ operation }) => operation));
    const idle = kinds.filter((kind) => 'within' in kind && !done.has(kind.within) && kind.operation !== 'people.set-up');
    expect(idle.map(({ operation }) => operation)).toEqual([]);
  });
});
