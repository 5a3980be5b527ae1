import type { seasonProblems } from '#core/problems/award/season.ts';
import type { Facts } from '#core/problems/problem.ts';
import type { ProblemWords } from '../../../problem-words.ts';
import { when } from '../../dates.ts';
import { phaseNamed, timeline } from '../../season/timeline.ts';

/** Why something can still be sent in after its close. */
const because = (fact: Facts[string] | undefined): string =>
  fact === 'late-code' ? ', with a late code' : fact === 'grace' ? ', in the grace after the close' : '';

export const season: Record<keyof typeof seasonProblems, ProblemWords> = {
  'season.not-an-instant': { title: 'Not a date', detail: () => 'This is not a date and time. Write both.' },
  'season.entries-close-before-open': {
    title: 'Entries would close before they open',
    detail: ({ opensAt, closesAt }) => `Entries open on ${when(opensAt)} and would close on ${when(closesAt)}. Choose a later close.`,
  },
  'season.judging-opens-before-entries-close': {
    title: 'Judging would open while entries can change',
    detail: ({ opensAt, entriesCloseAt }) =>
      `Judging would open on ${when(opensAt)}, but entries can be changed until ${when(entriesCloseAt)}. Open judging then or later.`,
  },
  'season.judging-closes-before-open': {
    title: 'Judging would close before it opens',
    detail: ({ opensAt, closesAt }) => `Judging opens on ${when(opensAt)} and would close on ${when(closesAt)}. Choose a later close.`,
  },
  'season.announced-before-judging-closes': {
    title: 'Winners would be announced during judging',
    detail: ({ announcedAt, judgingCloseAt }) =>
      `The announcement is set for ${when(announcedAt)}, but judging goes on until ${when(judgingCloseAt)}. Announce then or later.`,
  },
  'season.offset-not-of-zone': {
    title: 'Not an offset of this time zone',
    detail: ({ written, zone }) =>
      `“${written}” says an offset from UTC that ${zone} does not have then. Leave the offset out; it is needed only where the clock shows a time twice.`,
  },
  'season.nothing-to-enter': {
    title: 'Nothing can be entered',
    detail: () => 'There are neither nominations nor entries. Say from when to when one of them is open.',
  },
  'season.no-round': {
    title: 'No round of judging',
    detail: () => 'Nothing would ever be judged. Add a round and say when it opens and closes.',
  },
  'season.phase-closes-before-open': {
    title: 'A phase would close before it opens',
    detail: ({ phase, key, opensAt, closesAt }) =>
      `The phase “${phaseNamed(phase, key)}” opens on ${when(opensAt)} and would close on ${when(closesAt)}. Choose a later close.`,
  },
  'season.phase-too-early': {
    title: 'A phase would begin before another is over',
    detail: ({ phase, key, at, after, afterKey, until }) =>
      `The phase “${phaseNamed(phase, key)}” would begin on ${when(at)}, but “${phaseNamed(after, afterKey)}” goes on until ${when(until)}. Begin then or later${phase === 'round' && after === 'round' ? ', or say that this round runs in parallel' : ''}.`,
  },
  'season.judging-while-open': {
    title: 'Judging would open while something can be sent in',
    detail: ({ key, at, of, until, because: why }) =>
      `The phase “${phaseNamed('round', key)}” would open on ${when(at)}, but ${timeline.phases[of === 'nominations' ? 'nominations' : 'entries'].toLowerCase()} are taken until ${when(until)}${because(why)}. Open it then or later.`,
  },
  'season.screening-over-while-open': {
    title: 'Screening would be over too early',
    detail: ({ at, of, until, because: why }) =>
      `Screening would close on ${when(at)}, but ${timeline.phases[of === 'nominations' ? 'nominations' : 'entries'].toLowerCase()} are taken until ${when(until)}${because(why)}. Close it then or later, so that the last of them is looked at.`,
  },
  'season.nominations-missing': {
    title: 'Nominations are missing',
    detail: () => 'Only what was nominated may enter, and nominations have no dates. Add them, or let everybody enter.',
  },
  'season.entries-before-nominations': {
    title: 'Entries would open before nominations',
    detail: ({ entriesAt, nominationsAt }) =>
      `Only what was nominated may enter: entries would open on ${when(entriesAt)}, and nominations not before ${when(nominationsAt)}. Open entries then or later.`,
  },
  'season.entries-close-with-nominations': {
    title: 'The last nominated could not enter',
    detail: ({ entriesAt, nominationsAt }) =>
      `Only what was nominated may enter: nominations close on ${when(nominationsAt)}, and entries would close on ${when(entriesAt)}. Close entries later than nominations.`,
  },
  'season.key-twice': {
    title: 'One key for two things',
    detail: ({ key }) => `There are two with the key “${key}”. Give each its own.`,
  },
  'season.late-code-without-clock': {
    title: 'A late code for nothing',
    detail: ({ key, of }) => `The late code “${key}” is for ${of}, which have no dates. Add them, or take the late code away.`,
  },
  'season.late-code-extends-nothing': {
    title: 'A late code that extends nothing',
    detail: ({ key, until, closesAt }) =>
      `The late code “${key}” would hold until ${when(until)}, and everybody has until ${when(closesAt)}. Choose a later time.`,
  },
  'season.late-code-expires-outside': {
    title: 'A late code nobody could use',
    detail: ({ key, expiresAt, opensAt, until }) =>
      `The late code “${key}” would expire on ${when(expiresAt)}. It has to expire after ${when(opensAt)}, and no later than ${when(until)}, the time it extends to.`,
  },
  'season.tier-never-applies': {
    title: 'A price that never applies',
    detail: ({ key, from, until }) =>
      from === null || from === undefined
        ? `The price “${key}” follows one without an end, so it never applies. Say until when the one before it holds.`
        : `The price “${key}” would hold until ${when(until)}, but the one before it, or the time before the opening, lasts until ${when(from)}. Choose a later time.`,
  },
  'season.tier-ends-too-early': {
    title: 'No price at the end',
    detail: ({ key, until, end }) =>
      `The last price, “${key}”, holds until ${when(until)}, and something can be sent in until ${when(end)}. Leave its end out, or add a price.`,
  },
  'season.late-code-unknown': {
    title: 'No such code',
    detail: () => 'This code is not one of this edition. Check it letter by letter, or ask who gave it to you.',
  },
  'season.late-code-expired': {
    title: 'The code has expired',
    detail: () => 'This code could be used for a time that is over. Ask the organisers whether they give you another.',
  },
  'season.late-code-used-up': {
    title: 'The code is used up',
    detail: ({ uses }) =>
      `This code could be used ${uses === 1 ? 'once' : `${uses} times`}, and that is done. Ask the organisers whether they give you another.`,
  },
};
