/** How what was won is called where winners are told: categories, levels and criteria, in the language of the address. */
import { levelName } from '#core/awarding/by-category.ts';
import { labelNames } from '#core/categories/rows.ts';
import { placed } from '#core/categories/tree.ts';
import { mainScorecard } from '#core/editions/key.ts';
import { mainLanguage, type SomeParts } from '#core/editions/parts.ts';
import { inLanguage } from '#core/languages/local-text.ts';
import type { Ctx } from '#platform/context.ts';
import type { EditionId } from '#platform/ids.ts';
import { newest, storedParts } from '../configuration/read.ts';
import { type Telling, type ToldLanguages, tellingOf } from './telling.ts';

/** Of one edition. What its document does not know is called as it was when it was written down. */
type Calling = {
  /** The names a category stands in and its own, so that each says its own language. */
  readonly category: (code: string, label: string) => readonly string[];
  readonly level: (name: string) => string;
  /** A division of a category, likewise by its name. */
  readonly division: (code: string, name: string) => string;
  /** A criterion judged in a category, by its name in the language everything is written in. */
  readonly criterion: (code: string, name: string) => string;
  /** Of what has been called so far; asked for last. */
  readonly languages: () => ToldLanguages;
};

function callingIn(stored: SomeParts, { say, languages }: Telling): Calling {
  const names = labelNames(stored.categories ?? []);
  const main = mainLanguage(stored);
  const all = new Map(placed(stored.categories ?? []).map(({ node, inherited }) => [node.code, inherited]));
  return {
    category: (code, label) => names.get(code)?.map(say) ?? [label],
    level: (name) => (stored.award ? say(levelName(stored.award, name, main)) : name),
    division: (code, name) => {
      const found = all.get(code)?.divisions?.find((each) => inLanguage(each.name, main, main) === name);
      return found ? say(found.name) : name;
    },
    criterion: (code, name) => {
      const { criteria } = stored.scorecards?.[all.get(code)?.scorecard ?? mainScorecard] ?? { criteria: [] };
      const found = criteria.find((each) => inLanguage(each.name, main, main) === name);
      return found ? say(found.name) : name;
    },
    languages,
  };
}

/** Whoever calls has decided that the edition may be seen. */
export async function callingOf(ctx: Ctx, edition: EditionId): Promise<Calling> {
  const stored = await storedParts(ctx, edition, newest);
  return callingIn(stored, tellingOf(stored, ctx));
}
