/** Ids drawn from a seed, in place of those of the moment: what is done alike in two worlds has the same ids in both. */
import { random } from '#core/numeric/random.ts';
import type { Ids } from '#platform/ids.ts';

/** Versions 7 and 4 as everywhere; the instant in version 7 is a count, so that order is kept and no clock is asked. */
export function seededIds(seed: string): Ids {
  const { u32 } = random(seed);
  let count = 0;
  const hex = (digits: number) => u32().toString(16).padStart(8, '0').slice(0, digits);
  const tail = () => `8${hex(3)}-${hex(8)}${hex(4)}`;
  return {
    next: <T extends string>() => {
      count += 1;
      const instant = (0x0199_0000_0000 + count).toString(16).padStart(12, '0');
      return `${instant.slice(0, 8)}-${instant.slice(8)}-7${hex(3)}-${tail()}` as T;
    },
    random: <T extends string>() => `${hex(8)}-${hex(4)}-4${hex(3)}-${tail()}` as T,
  };
}
