/** The texts of an edition as a page tells them: in the language it was asked for in, each remembered that is in another than the page's. */
import { mainLanguage, type SomeParts } from '#core/editions/parts.ts';
import { chosenLanguage, inLanguage, type LocalText, languageSaid, sameLanguage } from '#core/languages/local-text.ts';
import type { Ctx } from '#platform/context.ts';
import type { EditionId } from '#platform/ids.ts';
import { newest, storedParts } from '../configuration/read.ts';

/** The languages a page's contents are there in, and which of them it is told in. */
export type ToldLanguages = {
  readonly shown: string;
  /** The one everything is written in first comes first. */
  readonly offered: readonly string[];
  /** Texts that are not in the language of the page around them, each with its own. */
  readonly foreign: Readonly<Record<string, string>>;
};

export type Telling = {
  /** A text in the language asked for, else in the one everything is written in. */
  readonly say: (text: LocalText) => string;
  /** The languages of what has been said so far; asked for last. */
  readonly languages: () => ToldLanguages;
};

/** `stored`: what is written of the edition whose languages the page is there in. Another's texts fall back to that one's first, too. */
export function tellingOf(stored: Pick<SomeParts, 'texts'>, ctx: Pick<Ctx, 'language' | 'contents'>): Telling {
  const main = mainLanguage(stored);
  const offered = stored.texts?.languages ?? [main];
  const shown = chosenLanguage(offered, ctx.contents);
  const foreign = new Map<string, string>();
  return {
    say: (text) => {
      const [said, language] = [inLanguage(text, shown, main), languageSaid(text, shown, main)];
      if (!sameLanguage(language, ctx.language)) foreign.set(said, language);
      return said;
    },
    languages: () => ({ shown, offered, foreign: Object.fromEntries(foreign) }),
  };
}

/** The languages of an edition for a page that says nothing of it but where it leads: it leads on in the one it is asked for in. */
export async function languagesForPublic(ctx: Ctx, edition: EditionId): Promise<ToldLanguages> {
  return tellingOf(await storedParts(ctx, edition, newest), ctx).languages();
}
