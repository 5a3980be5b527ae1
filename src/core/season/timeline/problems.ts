import type { FieldProblem } from '../../problems/problem.ts';
import { zonedText } from '../wall-time.ts';
import { type Clock, deadlineFor, type PhaseName, type PhaseTime, type TimelineTimes, timesAt } from './clock.ts';
import { localInstant } from './local-instant.ts';
import { localTimes } from './paths.ts';
import type { Timeline } from './shape.ts';

type Known = { readonly timeline: Timeline; readonly times: TimelineTimes; readonly say: (at: number) => string };

const phasesOf = ({ times }: Known, name: PhaseName): readonly PhaseTime[] => times.phases.filter(({ phase }) => phase === name);
const closeOf = ({ opensAt, closesAt }: PhaseTime): number => closesAt ?? opensAt;
const lastOf = (phases: readonly PhaseTime[]): PhaseTime | undefined =>
  phases.reduce<PhaseTime | undefined>((last, phase) => (last && closeOf(last) >= closeOf(phase) ? last : phase), undefined);

const firstOf = ([...phases]: readonly PhaseTime[]): PhaseTime | undefined => phases.sort((a, b) => a.opensAt - b.opensAt)[0];

/** Where the instant stands at which a phase begins. */
const openPath = ({ path, closesAt }: PhaseTime): string => (closesAt === null ? path : `${path}.opens`);

function reversed(known: Known): FieldProblem[] {
  return known.times.phases.flatMap(({ phase, key, path, opensAt, closesAt }): FieldProblem[] => {
    if (closesAt === null || closesAt > opensAt) return [];
    const facts = { phase, key, opensAt: known.say(opensAt), closesAt: known.say(closesAt) };
    return [{ path: `${path}.closes`, code: 'season.phase-closes-before-open', facts }];
  });
}

/** A phase that would begin before another has closed. */
function tooEarly(known: Known, phase: PhaseTime | undefined, after: PhaseTime | undefined): FieldProblem[] {
  if (!phase || !after || phase.opensAt >= closeOf(after)) return [];
  const facts = {
    phase: phase.phase,
    key: phase.key,
    at: known.say(phase.opensAt),
    after: after.phase,
    afterKey: after.key,
    until: known.say(closeOf(after)),
  };
  return [{ path: openPath(phase), code: 'season.phase-too-early', facts }];
}

/** Why nominations or entries are taken for longest, and until when. */
function sendingIn(known: Known, clock: Clock): { readonly until: number; readonly because: 'close' | 'grace' | 'late-code' } | undefined {
  const plain = deadlineFor(known.times, clock);
  if (!plain) return undefined;
  const codes = known.times.lateCodes.filter(({ of }) => of === clock);
  const until = Math.max(...codes.map(({ key }) => deadlineFor(known.times, clock, key)?.until ?? 0), plain.until);
  return { until, because: until > plain.until ? 'late-code' : plain.until > plain.closesAt ? 'grace' : 'close' };
}

/** What must not begin, or be over, while something can still be sent in: it could change after it was looked at. */
function whileOpen(known: Known, clock: Clock): FieldProblem[] {
  const end = sendingIn(known, clock);
  if (!end) return [];
  const firstRound = firstOf(phasesOf(known, 'round'));
  const facts = { of: clock, until: known.say(end.until), because: end.because };
  const early: FieldProblem[] =
    firstRound && firstRound.opensAt < end.until
      ? [
          {
            path: openPath(firstRound),
            code: 'season.judging-while-open',
            facts: { ...facts, key: firstRound.key, at: known.say(firstRound.opensAt) },
          },
        ]
      : [];
  const unscreened = phasesOf(known, 'screening').flatMap((screening): FieldProblem[] =>
    closeOf(screening) >= end.until
      ? []
      : [
          {
            path: 'screening.closes',
            code: 'season.screening-over-while-open',
            facts: { ...facts, at: known.say(closeOf(screening)) },
          },
        ],
  );
  return [...early, ...unscreened];
}

/** Entries that only what was nominated may become: they go on after the last nomination. */
function linked(known: Known): FieldProblem[] {
  if (!known.timeline.entries?.fromNomination) return [];
  const [[nominations], [entries]] = [phasesOf(known, 'nominations'), phasesOf(known, 'entries')];
  if (!nominations) return [{ path: 'nominations', code: 'season.nominations-missing', facts: {} }];
  if (!entries) return [];
  const found: FieldProblem[] = [];
  if (entries.opensAt < nominations.opensAt) {
    const facts = { entriesAt: known.say(entries.opensAt), nominationsAt: known.say(nominations.opensAt) };
    found.push({ path: 'entries.opens', code: 'season.entries-before-nominations', facts });
  }
  if (closeOf(entries) <= closeOf(nominations)) {
    const facts = { entriesAt: known.say(closeOf(entries)), nominationsAt: known.say(closeOf(nominations)) };
    found.push({ path: 'entries.closes', code: 'season.entries-close-with-nominations', facts });
  }
  return found;
}

function inOrder(known: Known): FieldProblem[] {
  const rounds = phasesOf(known, 'round');
  const [[screening], [deliberation], [announcement], [ceremony], [feedback]] = [
    phasesOf(known, 'screening'),
    phasesOf(known, 'deliberation'),
    phasesOf(known, 'announcement'),
    phasesOf(known, 'ceremony'),
    phasesOf(known, 'feedback'),
  ];
  const judged = lastOf(rounds);
  return [
    ...tooEarly(known, firstOf(rounds), screening),
    ...rounds.flatMap((round, i) => {
      const handIn = phasesOf(known, 'hand-in').find(({ path }) => path === `${round.path}.handIn`);
      const before = known.timeline.rounds[i]?.parallel ? undefined : lastOf(rounds.slice(0, i));
      return [...tooEarly(known, round, handIn), ...tooEarly(known, round, before)];
    }),
    ...tooEarly(known, deliberation, judged),
    ...tooEarly(known, announcement, lastOf([judged, deliberation].filter((phase) => phase !== undefined))),
    ...tooEarly(known, ceremony, judged),
    ...tooEarly(known, feedback, announcement ?? judged),
  ];
}

const repeats = (keys: readonly string[], path: string): FieldProblem[] =>
  keys.flatMap((key, i): FieldProblem[] =>
    keys.indexOf(key) < i ? [{ path: `${path}.${i}.key`, code: 'season.key-twice', facts: { key } }] : [],
  );

function lateCodes(known: Known): FieldProblem[] {
  return known.times.lateCodes.flatMap(({ key, of, until, expiresAt }, i): FieldProblem[] => {
    const own = deadlineFor(known.times, of);
    if (!own) return [{ path: `lateCodes.${i}.of`, code: 'season.late-code-without-clock', facts: { key, of } }];
    const facts = { key, until: known.say(until), closesAt: known.say(own.closesAt) };
    const nothing: FieldProblem[] =
      until > own.closesAt ? [] : [{ path: `lateCodes.${i}.until`, code: 'season.late-code-extends-nothing', facts }];
    if (expiresAt === null || (expiresAt > own.opensAt && expiresAt <= until)) return nothing;
    const expires = { key, expiresAt: known.say(expiresAt), opensAt: known.say(own.opensAt), until: known.say(until) };
    return [...nothing, { path: `lateCodes.${i}.expires`, code: 'season.late-code-expires-outside', facts: expires }];
  });
}

/** Tiers follow one another from the opening of entries to the last moment anything can be sent in. */
function tiers(known: Known): FieldProblem[] {
  const { tiers: all } = known.times;
  const [sentIn] = [...phasesOf(known, 'entries'), ...phasesOf(known, 'nominations')];
  const end = sendingIn(known, 'entries') ?? sendingIn(known, 'nominations');
  const never = all.flatMap(({ key, until }, i): FieldProblem[] => {
    const before = i === 0 ? sentIn?.opensAt : all[i - 1]?.until;
    if (before === undefined || (before !== null && (until === null || until > before))) return [];
    const say = (at: number | null): string | null => (at === null ? null : known.say(at));
    return [{ path: `fees.tiers.${i}`, code: 'season.tier-never-applies', facts: { key, from: say(before), until: say(until) } }];
  });
  const last = all.at(-1);
  if (!last || last.until === null || !end || last.until >= end.until) return never;
  const facts = { key: last.key, until: known.say(last.until), end: known.say(end.until) };
  return [...never, { path: `fees.tiers.${all.length - 1}.until`, code: 'season.tier-ends-too-early', facts }];
}

/**
 * Everything that makes a timeline impossible, each at the field to move and with both instants; none for a possible one. Phases follow one
 * another as an award's life does; nothing is judged while it can still be sent in, by grace or a late code either; rounds overlap only
 * where the later says so. A local time that summer time skips or has twice is no problem: `timelineNotes` tells it.
 * @throws RangeError for an unknown zone
 */
export function timelineProblems(timeline: Timeline, zone: string): readonly FieldProblem[] {
  const times = timesAt(timeline, zone);
  const known: Known = { timeline, times, say: (at) => zonedText(at, zone) };
  const stray = localTimes(timeline).flatMap(({ path, text }): FieldProblem[] =>
    localInstant(text, zone).kind === 'stray-offset' ? [{ path, code: 'season.offset-not-of-zone', facts: { written: text, zone } }] : [],
  );
  return [
    ...stray,
    ...(timeline.nominations || timeline.entries ? [] : [{ path: 'entries', code: 'season.nothing-to-enter', facts: {} } as const]),
    ...(timeline.rounds.length > 0 ? [] : [{ path: 'rounds', code: 'season.no-round', facts: {} } as const]),
    ...reversed(known),
    ...linked(known),
    ...whileOpen(known, 'nominations'),
    ...whileOpen(known, 'entries'),
    ...inOrder(known),
    ...lateCodes(known),
    ...tiers(known),
    ...repeats(
      timeline.rounds.map(({ key }) => key),
      'rounds',
    ),
    ...repeats(
      timeline.lateCodes.map(({ key }) => key),
      'lateCodes',
    ),
    ...repeats(
      (timeline.fees?.tiers ?? []).map(({ key }) => key),
      'fees.tiers',
    ),
  ];
}
