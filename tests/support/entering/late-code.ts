/** Editions whose timeline has a late code. */
import { changePart, editionById, lateCodeText, partsOf, unlockConfiguration } from '#slices/programmes/index.ts';
import { dates, type Season } from '../season.ts';

/** Entries close on 1 April at 17:00; with the code they may come in until the 3rd, and it may be redeemed until the 2nd. */
const lateCode = { key: 'press', of: 'entries', until: '2026-04-03T17:00', expires: '2026-04-02T17:00' };

/** Gives the season's edition a late code that may be redeemed so often, and says it as people are told it. */
export async function withLateCode({ edition: id, manager, as }: Pick<Season, 'edition' | 'manager' | 'as'>, uses?: number) {
  const ctx = as(manager, { clock: dates.before });
  const current = async () => {
    const edition = await editionById(ctx, id);
    if (!edition) throw new Error('no edition');
    return edition;
  };
  await unlockConfiguration(ctx, { edition: id, version: (await current()).version, because: 'The board allows late entries.' });
  const edition = await current();
  const { timeline } = await partsOf(ctx, edition);
  const rounds = timeline.rounds.map((round) => ({ ...round, opens: '2026-04-04T09:00' }));
  const body = JSON.parse(JSON.stringify({ ...timeline, rounds, lateCodes: [{ ...lateCode, ...(uses && { uses }) }] }));
  await changePart(ctx, { edition: id, version: edition.version, part: 'timeline', body });
  return { edition: id, code: lateCodeText(id, lateCode.key) };
}
