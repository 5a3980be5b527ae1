/** The rules that decide about entries in a category, for the slices that have entries. No right is asked: rules are public. */
import { type EntryRules, entryRules } from '#core/editions/entry-rules.ts';
import { mainLanguage } from '#core/editions/parts.ts';
import { inLanguage, type LocalText } from '#core/languages/local-text.ts';
import type { Ctx } from '#platform/context.ts';
import { storedParts } from '../configuration/read.ts';
import type { Edition } from '../edition.ts';

export type EditionRules = EntryRules & {
  /** Of the edition, as the rules were read. */
  readonly version: number;
  /** A text of theirs in the reader's language. */
  readonly say: (text: LocalText) => string;
};

export async function entryRulesOf(ctx: Ctx, edition: Pick<Edition, 'id' | 'version'>, code: string): Promise<EditionRules> {
  const stored = await storedParts(ctx, edition.id, edition.version);
  const { categories = [], forms = {}, rules = {} } = stored;
  const main = mainLanguage(stored);
  return {
    ...entryRules({ categories, forms, rules }, code),
    version: edition.version,
    say: (text) => inLanguage(text, ctx.language, main),
  };
}
