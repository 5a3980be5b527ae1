/** How often one asker may ask: so many requests in a window that begins with the first. Each web process counts for itself. */
export type Rate = { readonly most: number; readonly left: number; readonly seconds: number };

const windowSeconds = 60;
/** By key, and by address for whoever brings none. */
export const mostByKey = 600;
export const mostByAddress = 120;
/** Askers that are kept in mind; beyond it everybody begins anew, which favours them. */
const mostAskers = 20_000;

type Window = { count: number; until: number };

export type Counter = { readonly ask: (who: string, most: number) => Rate };

/** `clock` in milliseconds, any origin. */
export function countAskers(clock: () => number): Counter {
  const windows = new Map<string, Window>();
  return {
    ask: (who, most) => {
      const now = clock();
      const known = windows.get(who);
      const window = known && known.until > now ? known : { count: 0, until: now + windowSeconds * 1000 };
      if (window !== known) {
        if (windows.size >= mostAskers) windows.clear();
        windows.set(who, window);
      }
      window.count += 1;
      return { most, left: most - window.count, seconds: Math.max(1, Math.ceil((window.until - now) / 1000)) };
    },
  };
}

/** draft-ietf-httpapi-ratelimit-headers-10. */
export function rateHeaders({ most, left, seconds }: Rate): Record<string, string> {
  return {
    'ratelimit-policy': `"minute";q=${most};w=${windowSeconds}`,
    ratelimit: `"minute";r=${Math.max(0, left)};t=${seconds}`,
    ...(left < 0 && { 'retry-after': String(seconds) }),
  };
}
