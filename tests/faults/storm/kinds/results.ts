/** Counting, announcing for a day far off, and taking the announcement back. */
import type { Client } from '../client.ts';
import { type Kind, oncePerEvent, patiently } from '../kind.ts';
import type { World } from '../world.ts';

async function wholeCount(client: Client, { look, season }: World): Promise<void> {
  const path = `/manage/${season.slug}/${season.counted.slug}/results`;
  await client.send({ kind: 'results.compute-tally', path, act: 'count' });
  const rows = await patiently(() =>
    look<{ id: string }>('select id from plaudit.tallies where edition_id = $1 order by computed_at desc limit 1', [season.counted.id]),
  );
  const fields = { tally: rows[0]?.id ?? '', announceAt: new Date(Date.now() + 300 * 86_400_000).toISOString() };
  await client.send({ kind: 'results.publish-results', path, act: 'publish', fields });
  await client.send({ kind: 'results.withdraw-announcement', path, act: 'withdraw' });
}

export const results: readonly Kind[] = [
  {
    operation: 'results.compute-tally',
    weight: 3,
    by: 'manager',
    act: wholeCount,
    check: (lines, look) => oncePerEvent(lines, look, 'results.tally-computed'),
  },
  {
    operation: 'results.publish-results',
    within: 'results.compute-tally',
    check: (lines, look) => oncePerEvent(lines, look, 'results.results-published'),
  },
  {
    operation: 'results.withdraw-announcement',
    within: 'results.compute-tally',
    check: (lines, look) => oncePerEvent(lines, look, 'results.announcement-withdrawn'),
  },
];
