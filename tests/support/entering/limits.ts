/** Editions whose first category is limited. */
import type { Limits } from '#core/categories/entering/room.ts';
import { changePart, editionById, partsOf, unlockConfiguration } from '#slices/programmes/index.ts';
import { dates, type Season } from '../season.ts';

/** Gives the first category these limits, or others than it had. */
export async function limit(season: Season, limits: Limits): Promise<void> {
  const ctx = season.as(season.manager, { clock: dates.whileOpen });
  const edition = async () => {
    const found = await editionById(ctx, season.edition);
    if (!found) throw new Error('no edition');
    return found;
  };
  const { version, unlockedBecause } = await edition();
  if (unlockedBecause === null)
    await unlockConfiguration(ctx, { edition: season.edition, version, because: 'The hall has so many seats.' });
  const now = await edition();
  const { categories } = await partsOf(ctx, now);
  const body = JSON.parse(JSON.stringify(categories.map((node) => (node.code === 'A' ? { ...node, limits } : node))));
  await changePart(ctx, { edition: season.edition, version: now.version, part: 'categories', body });
}
