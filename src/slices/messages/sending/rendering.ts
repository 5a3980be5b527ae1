/** From a row of the outbox to what one recipient reads: the edition's words or the standing ones, filled with what this reader may know. */
import { htmlOf } from '#core/mail/html.ts';
import { oneLine } from '#core/mail/inert.ts';
import { fill, fillLine, type Piece, plainOf } from '#core/mail/template.ts';
import type { Ctx } from '#platform/context.ts';
import { snapshot } from '#platform/database/snapshot.server.ts';
import type { PersonId } from '#platform/ids.ts';
import { type EditionMail, type MailData, type MailEdition, type MailSetting, mailKind } from '#platform/mails.ts';
import { editionById } from '#slices/programmes/index.ts';
import { wordsFor } from '#words/index.ts';
import { isOptional } from '../returns/reachable.ts';
import type { MailRow } from '../store/outbox.ts';
import type { OwnText } from '../store/texts.ts';
import { ownTexts, standingText } from '../texts/reading.ts';
import { mailSettings } from './settings.ts';

export type Rendered = { readonly subject: string; readonly text: string; readonly html: string | undefined };

export const settingFor = (ctx: Pick<Ctx, 'language'>): MailSetting => ({ words: wordsFor(ctx.language), url: mailSettings().url });

/** As the one who will read it: whatever they may not see any more is not in it. */
export function asReader(ctx: Ctx, person: PersonId | null): Ctx {
  if (person === null) return { ...ctx, actor: { kind: 'visitor' } };
  return { ...ctx, actor: { kind: 'person', id: person, sessionId: '00000000-0000-4000-8000-000000000000' } };
}

/** The data of a mail for one reader, in a snapshot of their own. */
function readAs(ctx: Ctx, person: PersonId | null, mail: EditionMail, edition: MailEdition): Promise<MailData | undefined> {
  return snapshot(asReader(ctx, person), [], (seen) => mail.read(seen, edition));
}

function footOf(setting: MailSetting, off: string | undefined): Piece[] {
  if (off === undefined) return [];
  return [
    { kind: 'words', text: `\n\n${setting.words.messages.foot}\n` },
    { kind: 'link', text: off },
    { kind: 'words', text: '\n' },
  ];
}

/** `off`: the address that switches such mail off, for mail that can be. */
export function compose(mail: EditionMail, text: OwnText, data: MailData, setting: MailSetting, off?: string): Rendered {
  const values = mail.values(data, setting);
  const pieces = [...fill(text.body, values, mail.links), ...footOf(setting, isOptional(mail.topic) ? off : undefined)];
  return { subject: fillLine(text.subject, values), text: `${plainOf(pieces).trimEnd()}\n`, html: htmlOf(pieces) };
}

/** With words that were looked up before; `undefined` where an organiser has to write them and has not. */
export function renderWith(
  row: Pick<MailRow, 'mail' | 'data'>,
  text: OwnText | undefined,
  setting: MailSetting,
  off?: string,
): Rendered | undefined {
  const kind = mailKind(row.mail);
  if (kind.edition === undefined) {
    const { subject, text: body } = kind.render(row.data, setting);
    return { subject: oneLine(subject, 200), text: body, html: undefined };
  }
  return text && compose(kind.edition, text, row.data, setting, off);
}

async function batchText(ctx: Ctx, batch: string): Promise<OwnText | undefined> {
  return ctx.db
    .selectFrom('mail_batches')
    .select(['subject', 'body'])
    .where('organisation_id', '=', ctx.organisation)
    .where('id', '=', batch)
    .executeTakeFirst();
}

async function textFor(ctx: Ctx, row: MailRow, mail: EditionMail): Promise<OwnText | undefined> {
  if (row.batch !== null) return batchText(ctx, row.batch);
  const own = row.edition === null ? undefined : (await ownTexts(ctx, row.edition, row.mail)).get(row.mail)?.text;
  return own ?? standingText(ctx, mail);
}

/** What leaves now, and the data it was made of; undefined when there is nothing to tell this reader any more. */
export async function renderNow(ctx: Ctx, row: MailRow, off?: string): Promise<(Rendered & { readonly data: MailData }) | undefined> {
  const { edition: mail } = mailKind(row.mail);
  let { data } = row;
  if (mail?.batch && row.batch !== null && row.edition !== null) {
    const edition = await editionById(ctx, row.edition);
    const read = edition && (await readAs(ctx, row.person, mail, edition));
    if (!read) return undefined;
    data = read;
  }
  const made = renderWith({ mail: row.mail, data }, mail && (await textFor(ctx, row, mail)), settingFor(ctx), off);
  return made && { ...made, data };
}
