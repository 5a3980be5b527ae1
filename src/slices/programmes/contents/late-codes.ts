/**
 * Late codes as people are given them. They are made of the installation's secret, so that none is kept anywhere: the same for all whom the
 * manager gives it, and another in every edition and for every late code of its timeline.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Timeline } from '#core/season/timeline/shape.ts';
import type { EditionId } from '#platform/ids.ts';
import { signInSettings } from '#slices/people/index.ts';

/** Thirty-two letters and figures nobody takes for one another. */
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** `7KQ2M-XA4TB`: fifty bits, which nobody guesses. */
export function lateCodeText(edition: EditionId, key: string): string {
  const bytes = createHmac('sha256', signInSettings().secret).update(`late code\n${edition}\n${key}`).digest().subarray(0, 10);
  const text = [...bytes].map((byte) => letters[byte % letters.length]).join('');
  return `${text.slice(0, 5)}-${text.slice(5)}`;
}

const plain = (code: string): Buffer => Buffer.from(code.toUpperCase().replaceAll(/[^A-Z0-9]/g, ''));

/** Which late code of a timeline somebody wrote, however they set its letters. */
export function lateCodeIn(edition: EditionId, timeline: Timeline, written: string): string | undefined {
  const given = plain(written);
  return timeline.lateCodes.find(({ key }) => {
    const own = plain(lateCodeText(edition, key));
    return own.length === given.length && timingSafeEqual(own, given);
  })?.key;
}
