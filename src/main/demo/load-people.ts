/** The demo's people: accounts, and roles accepted as they would be. */
import type { PersonId, ProgrammeId } from '#platform/ids.ts';
import { addPerson } from '#slices/people/index.ts';
import { acceptInvitation, invite, type Role } from '#slices/programmes/index.ts';
import { auditor, entrants, judges, manager, organiser, screener, signIns } from '../../../db/demo/people.ts';
import type { DemoPerson } from '../../../db/demo/shape.ts';
import type { World } from './world.ts';

/** By e-mail address. */
export type People = (email: string) => PersonId;

export async function loadPeople(world: World): Promise<People> {
  const known = new Map<string, PersonId>();
  for (const { name, email } of [organiser, manager, auditor, screener, ...judges, ...entrants]) {
    const password = signIns.some((signIn) => signIn.email === email) ? { password: world.password } : {};
    const ctx = world.as('system', `person:${email}`, world.calendar.foundedAt);
    const { person } = await addPerson(ctx, { name, email, ...password, administrator: email === organiser.email });
    known.set(email, person);
  }
  return (email) => {
    const person = known.get(email);
    if (person === undefined) throw new Error(`nobody in the demo has the address ${email}`);
    return person;
  };
}

export type Post = { readonly programme: ProgrammeId; readonly role: Role; readonly at: Date };

export async function inviteTo(world: World, people: People, { name, email }: DemoPerson, { programme, role, at }: Post): Promise<string> {
  const token = world.token(`invitation ${role} ${email}`);
  await invite(world.as(people(organiser.email), `invite:${role}:${email}`, at), { programme, email, name, role, token });
  return token;
}

/** Invited at `at`, and accepted a day later. */
export async function giveRole(world: World, people: People, person: DemoPerson, post: Post): Promise<void> {
  const token = await inviteTo(world, people, person, post);
  const later = new Date(post.at.getTime() + 86_400_000);
  const session = world.token(`session ${person.email}`);
  await acceptInvitation(world.as(people(person.email), `accept:${post.role}:${person.email}`, later), { token, session });
}
