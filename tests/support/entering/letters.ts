/** Letters asked of referees, as people do it: asked for by mail, and written behind the link in it. */
import type { EntryId, PersonId } from '#platform/ids.ts';
import { newToken } from '#platform/tokens.server.ts';
import { askForLetter, writeLetter } from '#slices/entries/index.ts';
import { dates, type Season } from '#tests/support/season.ts';

export type Asking = { readonly entry: EntryId; readonly owner: PersonId; readonly confidential?: boolean };

/** The link in the mail, and the request it leads to. */
export async function askReferee(
  season: Season,
  { entry, owner, confidential = true }: Asking,
  email: string,
  clock: Date = dates.whileOpen,
): Promise<{ token: string; request: string }> {
  const token = newToken();
  const of = { name: 'Ruth Abara', relation: 'Led the shelter during the flood', message: 'Would you say what you saw?' };
  const { request } = await askForLetter(season.as(owner, { clock }), { entry, email, ...of, confidential, token });
  return { token, request };
}

/** An hour after they were asked. */
const soon = new Date(dates.whileOpen.getTime() + 3_600_000);

export async function answerLetter(season: Season, token: string, text: string, version = 0, clock: Date = soon) {
  return writeLetter(season.asVisitor({ clock }), { token, text, version });
}
