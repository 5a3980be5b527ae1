import { useSyncExternalStore } from 'react';

/** `2027-01-29T17:00:00+00:00[Europe/Dublin]` → the offset it was told with, in minutes. */
function offsetOf(text: string): number {
  const [, sign, hours = '0', minutes = '0'] = /([+-])(\d\d):(\d\d)(?:\[|$)/.exec(text) ?? [];
  return (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
}

function inYourZone(text: string): string | undefined {
  const at = new Date(text.split('[')[0] ?? '');
  if (Number.isNaN(at.getTime()) || -at.getTimezoneOffset() === offsetOf(text)) return undefined;
  const two = (part: number) => String(part).padStart(2, '0');
  const sameDay = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}` === text.slice(0, 10);
  const day = sameDay ? {} : ({ weekday: 'short', day: 'numeric', month: 'short' } as const);
  return new Intl.DateTimeFormat(undefined, { ...day, hour: '2-digit', minute: '2-digit', timeZoneName: 'short' }).format(at);
}

/** Nobody's zone changes while a page is read. */
const never = () => () => undefined;

/**
 * An instant (RFC 9557) by the reader's own clock, where that differs from the programme's. Only the reader's browser knows it,
 * so without scripts there is nothing.
 */
export function YourTime({ instant, say }: { instant: string; say: (time: string) => string }) {
  const time = useSyncExternalStore(
    never,
    () => inYourZone(instant),
    () => undefined,
  );
  return time === undefined ? null : say(time);
}
