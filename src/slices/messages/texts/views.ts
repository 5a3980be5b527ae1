/** The words of an edition's mails, for whoever may change them. */
import { problem } from '#core/problems/problem.ts';
import type { Ctx } from '#platform/context.ts';
import { snapshot } from '#platform/database/snapshot.server.ts';
import { editionMails } from '#platform/mails.ts';
import { editionForManager } from '#slices/programmes/index.ts';
import { readersOf } from '../batches/views.ts';
import { composeAs } from '../sending/samples.ts';
import { editionMailOf, ownTexts, standingText } from './reading.ts';

export async function textsPage(ctx: Ctx, programme: string, slug: string) {
  const { edition } = await editionForManager(ctx, programme, slug);
  const own = await ownTexts(ctx, edition.id);
  const kinds = [...editionMails()].map(([mail, kind]) => {
    const standing = standingText(ctx, kind);
    return { mail, topic: kind.topic, own: own.get(mail)?.text !== undefined, subject: own.get(mail)?.text?.subject ?? standing?.subject };
  });
  return { edition, kinds };
}

const notices = ['saved', 'reset', 'tested'] as const;

export async function textPage(
  ctx: Ctx,
  { programme, slug, mail }: { programme: string; slug: string; mail: string },
  query: URLSearchParams,
) {
  const { edition, mayChange } = await editionForManager(ctx, programme, slug);
  const kind = editionMailOf(mail);
  const standing = standingText(ctx, kind);
  if (!standing) throw problem('general.not-found');
  const row = (await ownTexts(ctx, edition.id, mail)).get(mail);
  const text = row?.text ?? standing;
  const people = await snapshot(ctx, [], (seen) => kind.people(seen, edition));
  const readers = await readersOf(ctx, people);
  const reader = readers.find(({ person }) => person === query.get('as')) ?? readers[0];
  const preview = reader && (await snapshot(ctx, [], (seen) => composeAs(seen, kind, edition, text, reader.person)));
  return {
    edition,
    mayChange,
    mail,
    text,
    version: row?.version ?? 0,
    own: row?.text !== undefined,
    places: kind.places,
    topic: kind.topic,
    readers,
    reader,
    preview: preview && { subject: preview.subject, text: preview.text },
    said: notices.find((notice) => query.has(notice)),
  };
}
