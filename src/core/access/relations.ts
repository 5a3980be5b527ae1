/**
 * How an actor stands to a thing. `visitor` is anybody at all and `person` anybody signed in; `owner` entered or owns it, `writer` is somebody
 * its owner shares an entry with, as far as their right goes, `judge` holds a seat for it without a conflict, `manager` runs the programme, `chapter-manager` one chapter of an edition and of that its entries alone,
 * `screener` decides which entries of the programme may compete and runs no more of it,
 * `organiser` runs any programme of the organisation, `auditor` may read everything,
 * `administrator` runs the organisation, `system` is a named job.
 */
export type Relation =
  | 'visitor'
  | 'person'
  | 'owner'
  | 'writer'
  | 'judge'
  | 'manager'
  | 'chapter-manager'
  | 'screener'
  | 'organiser'
  | 'auditor'
  | 'administrator'
  | 'system';

/** Why not: signing in might help, or nothing would. Doors answer the second exactly like something that does not exist. */
type Denial = 'sign-in-needed' | 'not-related';

export type Decision = { readonly allowed: true } | { readonly allowed: false; readonly reason: Denial };

/**
 * Deny by default: allowed only when the actor has one of the relations that may. No relation implies another (a manager is no judge),
 * so whoever works out the relations names each one that holds.
 */
export function decide(who: readonly Relation[], relations: readonly Relation[]): Decision {
  if (relations.some((relation) => who.includes(relation))) return { allowed: true };
  const known = relations.some((relation) => relation !== 'visitor');
  return { allowed: false, reason: known ? 'not-related' : 'sign-in-needed' };
}

/** What somebody is by themselves: nobody else is it for them, whatever they may. */
const personal: ReadonlySet<Relation> = new Set(['visitor', 'person', 'owner', 'writer', 'judge']);

/**
 * For whoever stands in for somebody: allowed only when both would be, each by a role of theirs. An entry, a seat with its ballot and an
 * account are not held by a role, so they stay closed.
 */
export function decideStandingIn(
  who: readonly Relation[],
  { subject, self }: Readonly<Record<'subject' | 'self', readonly Relation[]>>,
): Decision {
  const roles = who.filter((relation) => !personal.has(relation));
  const both = [subject, self].every((relations) => decide(roles, relations).allowed);
  return both ? { allowed: true } : { allowed: false, reason: 'not-related' };
}
