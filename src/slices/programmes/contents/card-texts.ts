/** What the document says to whoever marks, in the reader's language: what marks mean, what to look for, what belongs together. */
import type { LocalText } from '#core/languages/local-text.ts';
import type { CardCriterion, Scorecard } from '#core/scorecards/shape.ts';
import type { Ctx } from '#platform/context.ts';
import type { EditionId } from '#platform/ids.ts';
import { newest, storedParts } from '../configuration/read.ts';
import { type ToldLanguages, tellingOf } from '../public/telling.ts';
import type { CriterionOnCard } from './views.ts';

export type CriterionTexts = {
  /** What it stands among on its scorecard; empty where in nothing. */
  readonly group: string;
  readonly guidance: string;
  readonly anchors: readonly { readonly mark: number; readonly text: string }[];
};

export type ToldOnBallot = CriterionOnCard & CriterionTexts;

const nothing: CriterionTexts = { group: '', guidance: '', anchors: [] };

function textsOf(card: Scorecard, criterion: CardCriterion, say: (text: LocalText | undefined) => string): CriterionTexts {
  const group = card.groups.find(({ key }) => key === criterion.group);
  const anchors = criterion.kind === 'judged' ? criterion.anchors.map(({ mark, text }) => ({ mark, text: say(text) })) : [];
  return { group: say(group?.name), guidance: say(criterion.guidance), anchors: anchors.sort((a, b) => a.mark - b.mark) };
}

/**
 * Criteria as rows have them, with what their scorecard says of each where one was written: in the language of the address, else in the
 * reader's, and which there are.
 */
export async function withCardTexts(
  ctx: Ctx,
  edition: EditionId,
  criteria: readonly CriterionOnCard[],
): Promise<{ readonly criteria: ToldOnBallot[]; readonly languages: ToldLanguages }> {
  const stored = await storedParts(ctx, edition, newest);
  const telling = tellingOf(stored, { language: ctx.language, contents: ctx.contents ?? ctx.language });
  const say = (text: LocalText | undefined) => (text === undefined ? '' : telling.say(text));
  const told = criteria.map((row) => {
    const card = stored.scorecards?.[row.scorecard];
    const criterion = card?.criteria.find(({ key }) => key === row.key);
    if (!card || !criterion) return { ...row, ...nothing };
    return { ...row, name: say(criterion.name), question: say(criterion.question), ...textsOf(card, criterion, say) };
  });
  return { criteria: told, languages: telling.languages() };
}
