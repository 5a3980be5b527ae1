/** Asking somebody to an entry, or to become its owner: by mail, accepted once, withdrawn as long as it was not, and over after thirty days. */
import { z } from 'zod';
import type { Relation } from '#core/access/relations.ts';
import { type Offer, right } from '#core/entries/writers.ts';
import { problem } from '#core/problems/problem.ts';
import { type Ctx, personOf } from '#platform/context.ts';
import type { EntryId, PersonId } from '#platform/ids.ts';
import { operation } from '#platform/operation.server.ts';
import { mail } from '#platform/outbox.server.ts';
import { tell } from '#platform/tell.server.ts';
import { arriveByMail, email, peopleByIds, personByEmail, personName, token } from '#slices/people/index.ts';
import { editionById, entryRelations } from '#slices/programmes/index.ts';
import { ownership } from '../access.ts';
import { entryId } from '../schemas.ts';
import { type Entry, lockEntry } from '../store.ts';
import { handOver } from './handing-over.ts';
import { rightOf } from './rights.ts';
import { invitationsSince } from './views.ts';
import * as store from './writer-store.ts';

/** So many invitations leave for one entry in a day: a team is asked in one go, and a stranger's mailbox is not filled. */
export const mostADay = 20;

/** The entry writers are of, locked: a next version has those of the one before. */
export async function lockShared(ctx: Ctx, id: EntryId): Promise<Entry | undefined> {
  const entry = await lockEntry(ctx, id);
  return entry && entry.nextOf !== null ? lockEntry(ctx, entry.nextOf) : entry;
}

const subjectOf = (id: EntryId) => ({ kind: 'entry', id });
const programmeOf = async (ctx: Ctx, entry: Entry) => (await editionById(ctx, entry.edition))?.programme ?? null;

/** The door makes the token, so that a retry mails the same one; only its hash is kept. Inviting again replaces. */
export const inviteWriter = operation('entries.invite-writer', {
  input: z.object({ entry: entryId, email, name: personName, rights: right, token }),
  who: ['owner'],
  secret: true,
  find: (ctx, input) => lockShared(ctx, input.entry),
  relations: ownership,
  run: async (ctx, { email: to, name, rights, token: link }, entry) => {
    const known = await personByEmail(ctx, to);
    if (known && (await rightOf(ctx, entry, known.id))) throw problem('entries.writer-held', { email: to });
    return invite(ctx, entry, { entry: entry.id, email: to, name, rights, token: link, by: entry.owner }, known);
  },
});

/** Its owner offers it, or whoever runs the programme where its owner cannot any more. Nothing changes before the offer is accepted. */
export const offerOwnership = operation('entries.offer-ownership', {
  input: z.object({ entry: entryId, email, name: personName, token }),
  who: ['owner', 'manager', 'chapter-manager'],
  secret: true,
  find: (ctx, input) => lockShared(ctx, input.entry),
  relations: ownerOrOrganiser,
  run: async (ctx, { email: to, name, token: link }, entry) => {
    const by = personOf(ctx) ?? entry.owner;
    return invite(ctx, entry, { entry: entry.id, email: to, name, rights: 'owner', token: link, by }, await personByEmail(ctx, to));
  },
});

/** What is still being written is nobody's but its writers'. */
async function ownerOrOrganiser(ctx: Ctx, entry: Entry): Promise<Relation[]> {
  const edition = entry.state === 'draft' ? undefined : await editionById(ctx, entry.edition);
  return [...(await ownership(ctx, entry)), ...(edition ? await entryRelations(ctx, edition, [entry]) : [])];
}

async function invite(ctx: Ctx, entry: Entry, invited: store.NewInvitation, known: Known): Promise<{ invitation: string }> {
  const { email: to, rights } = invited;
  if (known?.id === entry.owner) throw problem('entries.writer-is-owner', { email: to });
  const since = new Date(ctx.now.getTime() - 86_400_000);
  if ((await invitationsSince(ctx, entry.id, since)) >= mostADay) throw problem('entries.too-many-writers-invited', { limit: mostADay });
  const invitation = await store.insertInvitation(ctx, invited);
  await mailInvitation(ctx, entry, invited, known);
  const body = { invitation, email: to, rights };
  await tell(ctx, { kind: 'entries.writer-invited', programme: await programmeOf(ctx, entry), subject: subjectOf(entry.id), body });
  return { invitation };
}

type Known = { readonly id: PersonId; readonly name: string } | undefined;

async function mailInvitation(ctx: Ctx, entry: Entry, invited: store.NewInvitation, known: Known): Promise<void> {
  const edition = await editionById(ctx, entry.edition);
  const by = (await peopleByIds(ctx, [invited.by])).get(invited.by);
  await mail(ctx, {
    mail: invited.rights === 'owner' ? 'entries.ownership-offered' : 'entries.writer-invited',
    to: invited.email,
    ...(known && { person: known.id }),
    ...(edition && { programme: edition.programme }),
    data: {
      token: invited.token,
      name: known?.name ?? invited.name,
      by: by?.name ?? '',
      title: entry.title,
      rights: invited.rights,
      programme: edition ? `${edition.programmeName} ${edition.name}` : '',
    },
  });
}

/** The link that was mailed stops working at once. */
export const withdrawWriterInvitation = operation('entries.withdraw-writer-invitation', {
  input: z.object({ entry: entryId, invitation: z.uuid() }),
  who: ['owner', 'manager', 'chapter-manager'],
  find: (ctx, input) => lockShared(ctx, input.entry),
  relations: ownerOrOrganiser,
  run: async (ctx, { invitation }, entry) => {
    // Who writes an entry is its owner's to say; whoever runs the programme takes back what was offered in its stead.
    const only = personOf(ctx) === entry.owner ? undefined : 'owner';
    if (!(await store.markInvitationWithdrawn(ctx, entry.id, invitation, only))) throw problem('entries.writer-invitation-not-open');
    const programme = await programmeOf(ctx, entry);
    await tell(ctx, { kind: 'entries.writer-invitation-withdrawn', programme, subject: subjectOf(entry.id), body: { invitation } });
    return { invitation };
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

type Open = { readonly entry: Entry; readonly id: string; readonly email: string; readonly rights: Offer };

/** Its entry is locked first, as by all who invite and withdraw. */
async function lockInvited(ctx: Ctx, link: string): Promise<Open | undefined> {
  const id = await store.entryOfInvitation(ctx, link);
  const entry = id && (await lockEntry(ctx, id));
  const invitation = entry && (await store.lockInvitation(ctx, link));
  return invitation && { ...invitation, entry };
}

/**
 * Accepts once. A visitor is signed in by it, and somebody new gives a name and has an account: a mailed invitation proves an address as a
 * sign-in link does.
 */
export const acceptWriterInvitation = operation('entries.accept-writer-invitation', {
  input: z.object({ token, name: personName.optional(), session: token }),
  who: ['visitor'],
  secret: true,
  find: async (ctx, input) => ({ invitation: await lockInvited(ctx, input.token) }),
  run: async (ctx, input, { invitation }) => {
    if (!invitation) throw problem('people.invitation-used-or-expired');
    const { entry, rights } = invitation;
    const person = await accepting(ctx, invitation.email, input.name, input.session);
    if (person === entry.owner) throw problem('entries.writer-is-owner', { email: invitation.email });
    await store.markInvitationAccepted(ctx, invitation.id, person);
    if (rights === 'owner') {
      await handOver(ctx, entry, person);
      return { person, entry: entry.id, rights };
    }
    await store.insertWriter(ctx, entry.id, person, rights);
    const body = { invitation: invitation.id, person, rights };
    const programme = await programmeOf(ctx, entry);
    await tell(ctx, { kind: 'entries.writer-joined', programme, subject: subjectOf(entry.id), about: person, body });
    return { person, entry: entry.id, rights };
  },
});
