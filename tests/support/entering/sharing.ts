/** Entries shared with somebody, as people do it: invited by mail, and accepted. */
import type { Right } from '#core/entries/writers.ts';
import type { EntryId, PersonId } from '#platform/ids.ts';
import { newToken } from '#platform/tokens.server.ts';
import { acceptWriterInvitation, inviteWriter } from '#slices/entries/index.ts';
import { dates, emailOf, type Season } from '#tests/support/season.ts';

type Sharing = { readonly entry: EntryId; readonly owner: PersonId; readonly rights: Right };

/** The link in the mail. */
export async function inviteTo(season: Season, { entry, owner, rights }: Sharing, email: string, clock = dates.whileOpen): Promise<string> {
  const token = newToken();
  await inviteWriter(season.as(owner, { clock }), { entry, email, name: 'Wanda Brightwater', rights, token });
  return token;
}

export async function shareEntry(season: Season, sharing: Sharing, person: PersonId): Promise<void> {
  const token = await inviteTo(season, sharing, await emailOf(season, person));
  await acceptWriterInvitation(season.as(person, { clock: dates.whileOpen }), { token, session: newToken() });
}
