/** Three values: yes, no, and not enough known. What is unknown may turn out either way, and only that is said of it (Kleene’s strong logic). */
export type Answer = 'yes' | 'no' | 'unknown';

export const answers = ['yes', 'no', 'unknown'] as const;

export function not(answer: Answer): Answer {
  if (answer === 'unknown') return 'unknown';
  return answer === 'yes' ? 'no' : 'yes';
}

/** Yes if all are; no as soon as one is, whatever the others turn out to be. Of none: yes. */
export function and(parts: readonly Answer[]): Answer {
  if (parts.includes('no')) return 'no';
  return parts.includes('unknown') ? 'unknown' : 'yes';
}

/** Yes as soon as one is; no if all are. Of none: no. */
export function or(parts: readonly Answer[]): Answer {
  return not(and(parts.map(not)));
}

/** Yes once at least so many are; no once they cannot be any more. */
export function atLeast(count: number, parts: readonly Answer[]): Answer {
  const sure = parts.filter((part) => part === 'yes').length;
  const open = parts.filter((part) => part === 'unknown').length;
  if (sure >= count) return 'yes';
  return sure + open >= count ? 'unknown' : 'no';
}
