/** Roles in a programme: people are invited to one by mail, accept it once, and it can be taken away. */
import { z } from 'zod';
import { problem } from '#core/problems/problem.ts';
import { type Ctx, personOf } from '#platform/context.ts';
import type { PersonId } from '#platform/ids.ts';
import { operation } from '#platform/operation.server.ts';
import { tell } from '#platform/tell.server.ts';
import { arriveByMail, email, personByEmail, personName, token } from '#slices/people/index.ts';
import { programmeRelations } from '../access.ts';
import { insertChapterRole } from '../chapters/chapter-store.ts';
import { personId, programmeId, role } from '../schemas.ts';
import * as store from '../store.ts';
import * as invitations from './invitation-store.ts';
import { sendInvitation } from './sending.ts';
import { rolesOf } from './views.ts';

/**
 * The door makes the token, so that a retry mails the same one; only its hash is kept. Inviting again replaces: the link sent before
 * stops working.
 */
export const invite = operation('programmes.invite', {
  input: z.object({ programme: programmeId, email, name: personName, role, token }),
  who: ['manager'],
  secret: true,
  find: (ctx, input) => store.lockProgramme(ctx, input.programme),
  relations: (ctx, programme) => programmeRelations(ctx, programme.id),
  run: async (ctx, input, programme) => {
    const known = await personByEmail(ctx, input.email);
    const held = known ? await rolesOf(ctx, programme.id, known.id) : [];
    if (held.includes(input.role)) throw problem('programmes.role-held', { email: input.email });
    const by = personOf(ctx);
    if (by === undefined) throw problem('general.sign-in-needed');
    const { email: to, name, role: asked, token: link } = input;
    return sendInvitation(ctx, { programme, invited: { email: to, name, role: asked, token: link, by }, known });
  },
});

/** Who accepts: the signed-in person, if it is they who were invited; otherwise whoever the mailed link proves them to be. */
async function accepting(ctx: Ctx, invited: string, name: string | undefined, session: string): Promise<PersonId> {
  const signedIn = personOf(ctx);
  if (signedIn === undefined) return (await arriveByMail(ctx, { email: invited, name }, session)).person;
  const person = await personByEmail(ctx, invited);
  if (person?.id !== signedIn) throw problem('people.invitation-for-another');
  return signedIn;
}

/**
 * Accepts once. A visitor is signed in by it, and somebody new gives a name and has an account: a mailed invitation proves an
 * address as a sign-in link does.
 */
export const acceptInvitation = operation('programmes.accept-invitation', {
  input: z.object({ token, name: personName.optional(), session: token }),
  who: ['visitor'],
  secret: true,
  find: async (ctx, input) => ({ invitation: await invitations.lockInvitation(ctx, input.token) }),
  run: async (ctx, input, { invitation }) => {
    if (!invitation) throw problem('people.invitation-used-or-expired');
    const person = await accepting(ctx, invitation.email, input.name, input.session);
    await invitations.markInvitationAccepted(ctx, invitation.id, person);
    const { of } = invitation;
    if (of) await insertChapterRole(ctx, of, person);
    else await store.insertRole(ctx, invitation.programme, person, invitation.role);
    const body = { person, role: invitation.role, email: invitation.email, ...(of && { chapter: of.chapter, edition: of.edition }) };
    const subject = { kind: 'invitation', id: invitation.id };
    await tell(ctx, { kind: 'programmes.invitation-accepted', programme: invitation.programme, subject, about: person, body });
    return { person, programme: invitation.programme, role: invitation.role };
  },
});

/** The link that was mailed stops working at once. */
export const withdrawInvitation = operation('programmes.withdraw-invitation', {
  input: z.object({ programme: programmeId, invitation: z.uuid() }),
  who: ['manager'],
  find: (ctx, input) => store.lockProgramme(ctx, input.programme),
  relations: (ctx, programme) => programmeRelations(ctx, programme.id),
  run: async (ctx, input, programme) => {
    const invitation = await invitations.lockOpenInvitation(ctx, programme.id, input.invitation);
    if (!invitation) throw problem('programmes.invitation-not-open');
    await invitations.markInvitationWithdrawn(ctx, invitation.id);
    const body = { email: invitation.email, role: invitation.role };
    const subject = { kind: 'invitation', id: invitation.id };
    await tell(ctx, { kind: 'programmes.invitation-withdrawn', programme: programme.id, subject, body });
    return { invitation: invitation.id };
  },
});

/** Takes effect with the person's next request. */
export const withdrawRole = operation('programmes.withdraw-role', {
  input: z.object({ programme: programmeId, person: personId, role }),
  who: ['manager'],
  find: (ctx, input) => store.lockProgramme(ctx, input.programme),
  relations: (ctx, programme) => programmeRelations(ctx, programme.id),
  run: async (ctx, input, programme) => {
    const withdrawn = await store.deleteRole(ctx, programme.id, input.person, input.role);
    if (!withdrawn) throw problem('programmes.role-not-held');
    const body = { person: input.person, role: input.role };
    const subject = { kind: 'programme', id: programme.id };
    await tell(ctx, { kind: 'programmes.role-withdrawn', programme: programme.id, subject, about: input.person, body });
    return { programme: programme.id };
  },
});
