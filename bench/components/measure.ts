/** A process of its own, because React decides when it is loaded which of its builds it is. Prints CPU milliseconds a drawing, by batches. */
import { pathToFileURL } from 'node:url';

const batches = 15;
const batch = 40;

const { draw } = (await import(pathToFileURL(process.argv[2] ?? '').href)) as { draw: Readonly<Record<string, () => string>> };

function timesOf(one: () => string): number[] {
  for (let i = 0; i < 300; i += 1) one();
  return Array.from({ length: batches }, () => {
    const before = process.cpuUsage();
    for (let i = 0; i < batch; i += 1) one();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000 / batch;
  });
}

const times = Object.entries(draw).map(([name, one]) => ({ name, n: batches * batch, times: timesOf(one) }));
process.stdout.write(JSON.stringify(times));
