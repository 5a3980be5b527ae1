/** The lists there are. A slice declares its own once a process, and says how a person stands to it. */
import type { Relation } from '#core/access/relations.ts';
import { decide } from '#core/access/relations.ts';
import type { ListShape } from '#core/lists/list-query.ts';
import { problem } from '#core/problems/problem.ts';
import { type Ctx, personOf } from '#platform/context.ts';

/**
 * `organiser`: works with the list and may share views of it; `auditor`: reads it; `chapter-manager`: works with a part of it, and what
 * those who see all of it share is not theirs; `screener`: holds rows of it for an act, and does not read it. None: there is no such list
 * for them.
 */
export type Standing = Extract<Relation, 'organiser' | 'auditor' | 'chapter-manager' | 'screener'>;

export type DeclaredList = ListShape & {
  /** How the actor stands to this list of `subject`, which is what came in and may be anything. */
  readonly relations: (ctx: Ctx, subject: string) => Promise<readonly Standing[]>;
};

const declared = new Map<string, DeclaredList>();

export function declareList(list: DeclaredList): DeclaredList {
  if (declared.has(list.name)) throw new Error(`two lists are called ${list.name}`);
  declared.set(list.name, list);
  return list;
}

/** For `find` of operations: a list nobody declared is not there. */
export function listCalled(name: string): DeclaredList | undefined {
  return declared.get(name);
}

export const readers: readonly Standing[] = ['organiser', 'auditor', 'chapter-manager'];

/** Who holds rows: also somebody who comes to them by another page than the list's. */
export const holders: readonly Standing[] = [...readers, 'screener'];

/** For views. @throws Problem `general.not-found` for whoever may not read the list */
export async function requireStanding(ctx: Ctx, list: DeclaredList, subject: string): Promise<readonly Standing[]> {
  const relations = await list.relations(ctx, subject);
  if (!decide(readers, relations).allowed) throw problem(personOf(ctx) === undefined ? 'general.sign-in-needed' : 'general.not-found');
  return relations;
}
