/** Everything an edition is made of, so many times each, written into an edition that is published. */
import { documentOf, type EditionDocument } from '#core/editions/document.ts';
import { editionById, lockConfiguration, partsOf, replaceConfiguration, unlockConfiguration } from '#slices/programmes/index.ts';
import { asks } from '#tests/support/forms/form.ts';
import { chapters, dates, type Season } from '#tests/support/season.ts';

const many = <T>(size: number, one: (i: number) => T): T[] => Array.from({ length: size }, (_, i) => one(i));

const texts = (size: number) => ({
  judging: 'Each judge reads alone.',
  questions: many(size, (i) => ({ key: `q-${i}`, question: `May ${i} of us enter?`, answer: 'As many as you like.' })),
  sponsors: many(size, (i) => ({ key: `sponsor-${i}`, name: `Tallow & Finch ${i}`, about: 'They make candles.' })),
  chapters: [...chapters, ...many(size, (i) => ({ key: `chapter-${i}`, name: `Coast ${i}` }))],
});

/** The judging of the season begins where entries close; here it waits for those who come late. */
const timeline = (size: number, rounds: EditionDocument['timeline']['rounds']) => ({
  rounds: rounds.map((round) => ({ ...round, opens: '2026-04-04T09:00' })),
  lateCodes: many(size, (i) => ({ key: `late-${i}`, of: 'entries', until: '2026-04-03T17:00', expires: '2026-04-02T17:00' })),
  fees: { currency: 'EUR', tiers: many(size, (i) => ({ key: `tier-${i}`, amount: 100 + i, ...(i < size - 1 && { until: day(i) }) })) },
});
const day = (i: number) => `2026-03-${String(10 + i).padStart(2, '0')}T17:00`;

/** Families with branches of their own; in each, one is new and one was given up. */
const families = (size: number) =>
  many(size, (f) => [
    { code: `F${f}`, name: `Family ${f}`, form: 'entry', rules: ['rule-0'], sponsor: 'sponsor-0', nominees: ['team', 'organisation'] },
    ...many(size + 1, (i) => ({
      code: `F${f}X${i}`,
      in: `F${f}`,
      name: `Branch ${i}`,
      ...(i === 0 && { isNew: true, limits: { each: 1 } }),
      ...(i === size && { retired: true }),
    })),
  ]).flat();

const form = (size: number) => ({
  title: 'What an entry says',
  sections: many(size, (i) => ({
    key: `part-${i}`,
    title: `Part ${i}`,
    items: [asks('long-text', `words-${i}`, { label: `Words ${i}` })],
  })),
});

const rules = (size: number) =>
  Object.fromEntries(many(size, (i) => [`rule-${i}`, { needs: { fact: 'company.staff', atLeast: 10 + i }, says: `Large enough, ${i}` }]));

/** The key of the form; no category that takes entries of the season is entered by it. */
export async function aRulebook(season: Season, size: number): Promise<string> {
  const ctx = () => season.as(season.manager, { clock: dates.before });
  const edition = async () => {
    const found = await editionById(ctx(), season.edition);
    if (!found) throw new Error('there is no edition');
    return found;
  };
  const at = async () => ({ edition: season.edition, version: (await edition()).version });
  await unlockConfiguration(ctx(), { ...(await at()), because: 'The rulebook was forgotten.' });
  const { name, ...now } = await edition();
  const parts = await partsOf(ctx(), { name, ...now });
  const document = JSON.stringify({
    ...documentOf(name, parts),
    texts: texts(size),
    timeline: { ...parts.timeline, ...timeline(size, parts.timeline.rounds) },
    categories: [...parts.categories, ...families(size)],
    forms: { entry: form(size) },
    rules: rules(size),
  });
  await replaceConfiguration(ctx(), { ...(await at()), document: JSON.parse(document) });
  await lockConfiguration(ctx(), await at());
  return 'entry';
}
