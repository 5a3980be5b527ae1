/** When whoever has not sent in is reminded: so many days before the close, as the programme's wall clock shows them. */
import { instantIn, localTimeOf, movedBy } from './timeline/local-instant.ts';

/** Most of them an edition sends, and the furthest before the close. */
export const mostReminders = 5;
export const furthestReminder = 60;

/** The least time between two reminders by hand, and the longest a reminder is still worth sending after its moment. */
const day = 86_400_000;

/** `at`: epoch milliseconds. */
export type Reminder = { readonly days: number; readonly at: number };

/**
 * Each at the hour of the close, whatever summer time does in between; the first to come first. `closesAt` in epoch milliseconds.
 * @throws RangeError for an unknown zone
 */
export function remindersBefore(closesAt: number, zone: string, days: readonly number[]): Reminder[] {
  const closes = localTimeOf(closesAt, zone).slice(0, 16);
  return [...new Set(days)].sort((a, b) => b - a).map((n) => ({ days: n, at: instantIn(movedBy(closes, { days: -n }), zone) }));
}

/**
 * The one that is due now: of all whose instant has come, the last, for a day. What lay before `since`, when there was nothing to be
 * reminded of yet, is not made up for, and after the close nobody is reminded.
 */
export function dueReminder(
  reminders: readonly Reminder[],
  { since, now, closesAt }: { readonly since: number; readonly now: number; readonly closesAt: number },
): Reminder | undefined {
  if (now >= closesAt) return undefined;
  const last = reminders.filter(({ at }) => at <= now).sort((a, b) => b.at - a.at)[0];
  return last && last.at >= since && now - last.at < day ? last : undefined;
}

/** Whether somebody may be reminded by hand (again); `last` is when they were. */
export const mayRemind = (last: number | undefined, now: number): boolean => last === undefined || now - last >= day;
