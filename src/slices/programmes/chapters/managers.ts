/** Managers of chapters: invited to one by mail, they accept it once, and it can be taken away. */
import { z } from 'zod';
import { key } from '#core/editions/key.ts';
import { problem } from '#core/problems/problem.ts';
import { type Ctx, personOf } from '#platform/context.ts';
import { operation } from '#platform/operation.server.ts';
import { tell } from '#platform/tell.server.ts';
import { email, personByEmail, personName, token } from '#slices/people/index.ts';
import { programmeRelations } from '../access.ts';
import { type Edition, editionById } from '../edition.ts';
import { sendInvitation } from '../roles/sending.ts';
import { editionId, personId } from '../schemas.ts';
import { lockProgramme } from '../store.ts';
import { deleteChapterRole } from './chapter-store.ts';
import { managesChapter, namedChapters } from './views.ts';

/** Its programme is locked first, as by all who invite and withdraw. */
async function lockProgrammeOf(ctx: Ctx, id: Edition['id']): Promise<Edition | undefined> {
  const edition = await editionById(ctx, id);
  return edition && (await lockProgramme(ctx, edition.programme)) ? edition : undefined;
}

const relations = (ctx: Ctx, { programme }: Edition) => programmeRelations(ctx, programme);

/** Inviting again replaces, as to any role. */
export const inviteToChapter = operation('programmes.invite-to-chapter', {
  input: z.object({ edition: editionId, chapter: key, email, name: personName, token }),
  who: ['manager'],
  secret: true,
  find: (ctx, input) => lockProgrammeOf(ctx, input.edition),
  relations,
  run: async (ctx, input, edition) => {
    const chapter = (await namedChapters(ctx, edition.id)).find((one) => one.key === input.chapter);
    if (chapter === undefined) throw problem('programmes.no-such-chapter', { chapter: input.chapter });
    const known = await personByEmail(ctx, input.email);
    if (known && (await managesChapter(ctx, edition.id, chapter.key, known.id)))
      throw problem('programmes.chapter-held', { email: input.email, chapter: chapter.name });
    const by = personOf(ctx);
    if (by === undefined) throw problem('general.sign-in-needed');
    const { email: to, name, token: link } = input;
    return sendInvitation(ctx, {
      programme: { id: edition.programme, name: `${edition.programmeName} ${edition.name}` },
      invited: { email: to, name, role: 'chapter-manager', of: { edition: edition.id, chapter: chapter.key }, token: link, by },
      known,
      called: chapter.name,
    });
  },
});

/** Takes effect with the person's next request. */
export const withdrawChapter = operation('programmes.withdraw-chapter', {
  input: z.object({ edition: editionId, chapter: key, person: personId }),
  who: ['manager'],
  find: (ctx, input) => lockProgrammeOf(ctx, input.edition),
  relations,
  run: async (ctx, { chapter, person }, edition) => {
    const withdrawn = await deleteChapterRole(ctx, { edition: edition.id, chapter }, person);
    if (!withdrawn) throw problem('programmes.role-not-held');
    const subject = { kind: 'edition', id: edition.id };
    const body = { person, role: 'chapter-manager', chapter };
    await tell(ctx, { kind: 'programmes.chapter-withdrawn', programme: edition.programme, subject, about: person, body });
    return { edition: edition.id };
  },
});
