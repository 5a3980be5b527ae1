/** A mail as it would be read, before there is one: with what a chosen reader may know, or with the names of its places. */

import { fill, fillLine, plainOf } from '#core/mail/template.ts';
import type { Ctx } from '#platform/context.ts';
import type { PersonId } from '#platform/ids.ts';
import type { EditionMail, MailEdition } from '#platform/mails.ts';
import type { OwnText } from '../store/texts.ts';
import { asReader, compose, type Rendered, settingFor } from './rendering.ts';

/** For whom nobody is chosen, or there is nothing to tell: the places stand in angle brackets. */
function withNames(mail: EditionMail, text: OwnText): Rendered {
  const values = Object.fromEntries(mail.places.map((place) => [place, `‹${place}›`]));
  return { subject: fillLine(text.subject, values), text: plainOf(fill(text.body, values)), html: undefined };
}

/** Inside a transaction of the organisation, whose rows the reader's rights filter. Nobody who could not get the mail is ever read as. */
export async function composeAs(
  ctx: Ctx,
  mail: EditionMail,
  edition: MailEdition,
  text: OwnText,
  person: PersonId,
): Promise<Rendered | undefined> {
  if (!(await mail.people(ctx, edition)).includes(person)) return undefined;
  const data = await mail.read(asReader(ctx, person), edition);
  return data && compose(mail, text, data, settingFor(ctx));
}

export async function composeFor(
  ctx: Ctx,
  mail: EditionMail,
  edition: MailEdition,
  text: OwnText,
  person: PersonId | undefined,
): Promise<Rendered> {
  return (person && (await composeAs(ctx, mail, edition, text, person))) ?? withNames(mail, text);
}
