/** Giving a programme or an edition another address; the old one leads to it for good, unless somebody else takes it knowingly. */
import { z } from 'zod';
import { problem } from '#core/problems/problem.ts';
import type { Ctx } from '#platform/context.ts';
import { operation } from '#platform/operation.server.ts';
import { tell } from '#platform/tell.server.ts';
import { programmeRelations } from '../access.ts';
import { requireFresh } from '../contents/fresh.ts';
import { editionId, programmeId, version } from '../schemas.ts';
import { isFreeSlug } from '../slug.ts';
import { lockEdition, lockProgramme } from '../store.ts';
import * as store from './store.ts';

const slug = z
  .string()
  .trim()
  .toLowerCase()
  .max(60)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);

/** `takeOver`: somebody has read that the name leads to something else, and that it will not any more. */
const wanted = { slug, takeOver: z.boolean().default(false) };
type Wanted = { readonly slug: string; readonly takeOver: boolean };

function refused(code: 'programmes.address-taken' | 'programmes.address-was' | 'programmes.address-unchanged', name: string) {
  return problem(code, { address: name }, [{ path: 'slug', code, facts: { address: name } }]);
}

/** @throws Problem `programmes.address-was` for a name that leads to something else, as long as nobody takes it over */
async function makeWay(ctx: Ctx, place: store.Place, own: store.Target, { slug: name, takeOver }: Wanted): Promise<boolean> {
  if (!isFreeSlug(name)) throw refused('programmes.address-taken', name);
  const led = await store.formerAt(ctx, place, name);
  if (led === undefined) return false;
  const others = led.programme !== own.programme || led.edition !== own.edition;
  if (others && !takeOver) throw refused('programmes.address-was', name);
  await store.deleteFormer(ctx, place, [name]);
  return others;
}

export const changeProgrammeAddress = operation('programmes.change-programme-address', {
  input: z.object({ programme: programmeId, version, ...wanted }),
  who: ['manager'],
  find: (ctx, input) => lockProgramme(ctx, input.programme),
  relations: (ctx, programme) => programmeRelations(ctx, programme.id),
  run: async (ctx, input, programme) => {
    requireFresh(programme, input.version, { slug: programme.slug }, { slug: input.slug });
    if (input.slug === programme.slug) throw refused('programmes.address-unchanged', input.slug);
    const [place, own] = [{ kind: 'programme', within: ctx.organisation } as const, { programme: programme.id, edition: null }];
    const tookOver = await makeWay(ctx, place, own, input);
    if (!(await store.markProgrammeSlug(ctx, programme.id, input.slug))) throw refused('programmes.address-taken', input.slug);
    await store.insertFormer(ctx, place, programme.slug, own);
    const subject = { kind: 'programme', id: programme.id };
    const body = { from: programme.slug, to: input.slug, tookOver };
    await tell(ctx, { kind: 'programmes.programme-address-changed', programme: programme.id, subject, body });
    return { slug: input.slug };
  },
});

export const changeEditionAddress = operation('programmes.change-edition-address', {
  input: z.object({ edition: editionId, ...wanted }),
  who: ['manager'],
  find: (ctx, input) => lockEdition(ctx, input.edition),
  relations: (ctx, edition) => programmeRelations(ctx, edition.programme),
  run: async (ctx, input, { id, programme, ...edition }) => {
    if (input.slug === edition.slug) throw refused('programmes.address-unchanged', input.slug);
    const [place, own] = [{ kind: 'edition', within: programme } as const, { programme, edition: id }];
    const tookOver = await makeWay(ctx, place, own, input);
    if (!(await store.markEditionSlug(ctx, { id, programme }, input.slug))) throw refused('programmes.address-taken', input.slug);
    await store.insertFormer(ctx, place, edition.slug, own);
    const body = { from: edition.slug, to: input.slug, tookOver, published: edition.published };
    await tell(ctx, { kind: 'programmes.edition-address-changed', programme, subject: { kind: 'edition', id }, body });
    return { slug: input.slug };
  },
});
