/** The zone a browser's clock stands in, which its pages with scripts say in a cookie that says nothing else. */
import { isTimeZone } from '#core/season/wall-time.ts';

/** Undefined where no page has said it yet, and for anything that names no zone. */
export function clockOf(cookies: string | null): string | undefined {
  const zone = cookies?.match(/(?:^|;\s*)plaudit_clock=([A-Za-z0-9/_+-]{1,100})(?:;|$)/)?.[1];
  return zone !== undefined && isTimeZone(zone) ? zone : undefined;
}
