/** One fit with its draws in a process of its own: `node scale.ts entries judges seats draws` prints CPU ms and the most memory held. */
import { calibrate } from '#core/calibration/calibrate.ts';
import { uncertainty } from '#core/calibration/uncertainty.ts';
import { random } from '#core/numeric/random.ts';
import { base, programmeOf } from './programme.ts';

const [entries = 200, judges = 30, seats = 5, draws = 20_000] = process.argv.slice(2).map(Number);
const { input } = programmeOf({ ...base, entries, judges, seats }, random(`scale ${entries}`));
const before = process.cpuUsage();
const fit = calibrate(input, { seatsAtRandom: true, priors: null });
uncertainty(fit, input, { seed: 'scale', draws, seats: 10 });
const { user, system } = process.cpuUsage(before);
console.log(JSON.stringify({ cpu: (user + system) / 1000, peak: process.resourceUsage().maxRSS / 1024 }));
