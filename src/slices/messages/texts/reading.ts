/** An edition's own words for its mails, as they are when a mail is made. */

import { steers } from '#core/mail/inert.ts';
import { unknownPlaces } from '#core/mail/template.ts';
import type { FieldProblem } from '#core/problems/problem.ts';
import { problem } from '#core/problems/problem.ts';
import type { Ctx } from '#platform/context.ts';
import type { EditionId } from '#platform/ids.ts';
import { type EditionMail, editionMails } from '#platform/mails.ts';
import { wordsFor } from '#words/index.ts';
import type { OwnText } from '../store/texts.ts';

/** The standing words with their places, as an organiser starts from them; undefined where an organiser writes all of them. */
export function standingText(ctx: Pick<Ctx, 'language'>, mail: EditionMail): OwnText | undefined {
  const places = Object.fromEntries(mail.places.map((place) => [place, `{${place}}`]));
  const said = mail.words?.(places, wordsFor(ctx.language));
  return said && { subject: said.subject, body: said.text };
}

export type TextRow = { readonly text: OwnText | undefined; readonly version: number };

/** Own texts of an edition by the name of their mail. */
export async function ownTexts(ctx: Ctx, edition: EditionId, only?: string): Promise<ReadonlyMap<string, TextRow>> {
  let query = ctx.db
    .selectFrom('mail_texts')
    .select(['mail', 'subject', 'body', 'version'])
    .where('organisation_id', '=', ctx.organisation)
    .where('edition_id', '=', edition);
  if (only !== undefined) query = query.where('mail', '=', only);
  const rows = await query.execute();
  return new Map(
    rows.map(({ mail, subject, body, version }) => [
      mail,
      { text: subject === null || body === null ? undefined : { subject, body }, version },
    ]),
  );
}

/** Own texts of several editions, by edition and mail: for lists. */
export async function ownTextsOf(ctx: Ctx, editions: readonly EditionId[]): Promise<ReadonlyMap<string, OwnText>> {
  if (editions.length === 0) return new Map();
  const rows = await ctx.db
    .selectFrom('mail_texts')
    .select(['edition_id as edition', 'mail', 'subject', 'body'])
    .where('organisation_id', '=', ctx.organisation)
    .where('edition_id', 'in', [...editions])
    .execute();
  return new Map(
    rows.flatMap(({ edition, mail, subject, body }) =>
      subject === null || body === null ? [] : [[`${edition} ${mail}`, { subject, body }] as const],
    ),
  );
}

/** @throws Problem `general.not-found` for a name nobody declared */
export function editionMailOf(name: string): EditionMail {
  const mail = editionMails().get(name);
  if (!mail) throw problem('general.not-found');
  return mail;
}

function faultsIn(path: string, text: string, mail: EditionMail): FieldProblem[] {
  const known = mail.places.map((place) => `{${place}}`).join(', ');
  return unknownPlaces(text, mail.places).map(({ name, line, column }) => ({
    path,
    code: 'messages.unknown-place',
    facts: { name, line, column, known },
  }));
}

/** @throws Problem that names every place nobody would fill, and where it stands */
export function requireText({ subject, body }: OwnText, mail: EditionMail): void {
  const broken: FieldProblem[] = steers(subject) ? [{ path: 'subject', code: 'messages.line-break-in-header', facts: {} }] : [];
  const faults = [...broken, ...faultsIn('subject', subject, mail), ...faultsIn('body', body, mail)];
  // A field is told one thing at a time.
  const first = faults.filter((fault, i) => faults.findIndex(({ path }) => path === fault.path) === i);
  if (first.length > 0) throw problem('general.invalid-input', { count: first.length }, first);
}
