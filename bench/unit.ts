/**
 * The fixed unit of work every figure is divided by: SHA-256 of 16 MiB, and a document written and read as JSON two
 * hundred times. The same on every machine, so that a multiple of it is too, as nearly as anything is.
 */
import { createHash } from 'node:crypto';

export const about = 'SHA-256 of 16 MiB, and 200 documents of 200 rows written and read as JSON';

function makeWork(): () => void {
  const bytes = Buffer.alloc(16 * 1024 * 1024, 'plaudit');
  const row = (i: number) => ({ id: i, name: `Entry ${i}`, marks: [i % 10, (i * 3) % 10, (i * 7) % 10], note: 'é'.repeat(20) });
  const document = Array.from({ length: 200 }, (_, i) => row(i));
  return () => {
    createHash('sha256').update(bytes).digest();
    for (let i = 0; i < 200; i += 1) JSON.parse(JSON.stringify(document));
  };
}

/** CPU milliseconds of one unit here and now: the middle one of seven, after two to warm up. */
export function measureUnit(): number {
  const work = makeWork();
  const times: number[] = [];
  for (let i = 0; i < 9; i += 1) {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    if (i >= 2) times.push((user + system) / 1_000);
  }
  return times.sort((a, b) => a - b)[3] ?? 0;
}
