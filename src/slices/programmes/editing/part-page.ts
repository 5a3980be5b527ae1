/** What every page has on which one part of an edition is edited; named, with what of it is not said in every language. */
import { mainLanguage, type Part } from '#core/editions/parts.ts';
import { untranslatedIn } from '#core/editions/translating/translations.ts';
import type { Ctx } from '#platform/context.ts';
import { partsOf } from '../configuration/read.ts';
import { editionForManager } from '../views.ts';

export async function partPage(ctx: Ctx, programme: string, slug: string, query: URLSearchParams, part?: Part) {
  const { edition, mayChange } = await editionForManager(ctx, programme, slug);
  const parts = await partsOf(ctx, edition);
  const { name, programmeName, programmeSlug, published, unlockedBecause, version, zone } = edition;
  const locked = published && unlockedBecause === null;
  const at = Number(query.get('at'));
  return {
    whole: edition,
    parts,
    language: mainLanguage(parts),
    page: {
      edition: { slug, name, programmeName, programmeSlug, published, zone },
      version,
      unlockedBecause,
      locked,
      mayUnlock: mayChange && locked,
      mayChange: mayChange && !locked,
      /** Whether dates and the panel may move although the rest is locked. */
      manages: mayChange,
      untold: part && { part, counts: untranslatedIn(parts, part) },
      saved: query.get('saved'),
      /** The version before the one just saved. */
      back: at === version ? at - 1 : undefined,
    },
  };
}

export type PartPage = Awaited<ReturnType<typeof partPage>>['page'];
