/** A mixed load in a process apart: `node generator.ts MIX` sends what the mix says and prints what came of it as one line of JSON. */
import { readFileSync } from 'node:fs';
import { poissonArrivals } from '../arrivals.ts';
import { openLoop, realClock } from '../loops.ts';
import { drawn, type Mix, mixOutcome, sender, type Told } from './streams.ts';

const [, , file] = process.argv;
if (file === undefined) throw new Error('which mix?');
const mix = JSON.parse(readFileSync(file, 'utf8')) as Mix;
const arrivals = poissonArrivals(mix.seed, mix.perSecond, mix.seconds);
const of = drawn(mix.seed, mix.streams, arrivals.length);
const told: Told[] = of.map((stream) => ({ stream, status: 0 }));
const senders = mix.streams.map((stream) => sender(mix.url, stream));
const heard = await openLoop(realClock(), arrivals, async (place) => {
  const stream = of[place] ?? 0;
  const answer = await senders[stream]?.();
  if (answer === undefined) return false;
  told[place] = { stream, status: answer.status };
  return answer.well;
});
process.stdout.write(`${JSON.stringify(mixOutcome(mix, heard, told))}\n`);
process.exit(0);
