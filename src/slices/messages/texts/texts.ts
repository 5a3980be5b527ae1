/** An edition's own words for each of its mails. Whoever writes says which version they saw; mails made from then on have the new words. */
import { z } from 'zod';
import { problem } from '#core/problems/problem.ts';
import { type Ctx, personOf } from '#platform/context.ts';
import type { EditionId, PersonId } from '#platform/ids.ts';
import { operation } from '#platform/operation.server.ts';
import { tell } from '#platform/tell.server.ts';
import { type Edition, editionById, programmeRelations, requireFresh } from '#slices/programmes/index.ts';
import { body, editionId, mailName, subject, version } from '../schemas.ts';
import { markText, type OwnText } from '../store/texts.ts';
import { editionMailOf, ownTexts, requireText, standingText } from './reading.ts';

const input = z.object({ edition: editionId, mail: mailName, version });
const find = (ctx: Ctx, { edition }: { edition: EditionId }) => editionById(ctx, edition);
const relations = (ctx: Ctx, edition: Edition) => programmeRelations(ctx, edition.programme);

/** Whoever writes signs for it; the system writes no texts. */
export function requirePerson(ctx: Ctx): PersonId {
  const person = personOf(ctx);
  if (person === undefined) throw problem('general.sign-in-needed');
  return person;
}

type Write = { readonly edition: Edition; readonly mail: string; readonly version: number; readonly text: OwnText | undefined };

async function write(ctx: Ctx, { edition, mail, version: seen, text }: Write): Promise<void> {
  const standing = standingText(ctx, editionMailOf(mail));
  if (!standing) throw problem('general.not-found');
  const before = (await ownTexts(ctx, edition.id, mail)).get(mail);
  const saved = before?.text ?? standing;
  const fresh = await markText(ctx, { edition: edition.id, mail, by: requirePerson(ctx) }, text, seen);
  if (!fresh) requireFresh({ version: before?.version ?? 0 }, seen, saved, text ?? standing);
  await tell(ctx, {
    kind: text ? 'messages.text-changed' : 'messages.text-reset',
    programme: edition.programme,
    subject: { kind: 'edition', id: edition.id },
    body: { mail, from: saved, to: text ?? standing },
  });
}

export const changeMailText = operation('messages.change-mail-text', {
  input: input.extend({ subject, body }),
  who: ['manager'],
  find,
  relations,
  run: async (ctx, { mail, version: seen, ...text }, edition) => {
    requireText(text, editionMailOf(mail));
    await write(ctx, { edition, mail, version: seen, text: { subject: text.subject, body: text.body } });
    return { mail };
  },
});

/** The standing words count again; what was written stays in the record. */
export const resetMailText = operation('messages.reset-mail-text', {
  input,
  who: ['manager'],
  find,
  relations,
  run: async (ctx, { mail, version: seen }, edition) => {
    await write(ctx, { edition, mail, version: seen, text: undefined });
    return { mail };
  },
});
