/** A form of so many sections, made in an edition that is published. */
import type { Form } from '#core/forms/shape.ts';
import { formShape } from '#core/forms/shape.ts';
import { editionById, lockConfiguration, unlockConfiguration } from '#slices/programmes/index.ts';
import { asks } from '#tests/support/forms/form.ts';
import { changeForm } from '#tests/support/forms/season-form.ts';
import { dates, type Season } from '#tests/support/season.ts';

const sectionsOf = (size: number): Form =>
  formShape.parse({
    title: 'What an entry says',
    sections: Array.from({ length: size }, (_, i) => ({
      key: `part-${i}`,
      title: `Part ${i}`,
      items: [asks('long-text', `words-${i}`, { label: `Words ${i}` })],
    })),
  });

/** The key of the form; no category is entered by it. */
export async function aForm(season: Season, size: number): Promise<string> {
  const ctx = () => season.as(season.manager, { clock: dates.before });
  const at = async () => ({ edition: season.edition, version: (await editionById(ctx(), season.edition))?.version ?? 0 });
  await unlockConfiguration(ctx(), { ...(await at()), because: 'A form was forgotten.' });
  await changeForm(season, sectionsOf(size));
  await lockConfiguration(ctx(), await at());
  return 'entry';
}
