/** An invitation that leaves: the one before it stops working, its link is mailed, and it is told. */
import type { Ctx } from '#platform/context.ts';
import type { PersonId, ProgrammeId } from '#platform/ids.ts';
import { mail } from '#platform/outbox.server.ts';
import { tell } from '#platform/tell.server.ts';
import * as invitations from './invitation-store.ts';

type Sending = {
  readonly programme: { readonly id: ProgrammeId; readonly name: string };
  readonly invited: Omit<invitations.NewInvitation, 'programme'>;
  /** Who has the address already. */
  readonly known: { readonly id: PersonId; readonly name: string } | undefined;
  /** What the chapter is called, for whoever is to manage one. */
  readonly called?: string;
};

export async function sendInvitation(ctx: Ctx, { programme, invited, known, called }: Sending): Promise<{ invitation: string }> {
  const { email, name, role, of, token } = invited;
  const replaced = await invitations.closeInvitations(ctx, { programme: programme.id, email, role, ...(of && { of }) });
  const { id } = await invitations.insertInvitation(ctx, { ...invited, programme: programme.id });
  await mail(ctx, {
    mail: 'programmes.invitation',
    to: email,
    ...(known && { person: known.id }),
    programme: programme.id,
    data: { token, name: known?.name ?? name, role, programme: programme.name, ...(called !== undefined && { chapter: called }) },
  });
  const body = { email, name, role, ...(of && { chapter: of.chapter, edition: of.edition }), ...(replaced.length > 0 && { replaced }) };
  await tell(ctx, { kind: 'programmes.invited', programme: programme.id, subject: { kind: 'invitation', id }, body });
  return { invitation: id };
}
