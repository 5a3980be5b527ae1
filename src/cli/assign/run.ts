import { type Numbered, numberDemand } from '#core/assignment/demand.ts';
import type { Making } from '#core/assignment/explain/why.ts';
import { dearestPrice, forbidden, priceOf } from '#core/assignment/flow/seating.ts';
import { bridgePlan, planSeats } from '#core/assignment/plan.ts';
import { opensCommitment } from '#core/assignment/seed-commitment.ts';
import type { Refusal, Result } from '#core/problems/refusal.ts';
import { explainPair, refusalOf } from './explain.ts';
import { type AssignOptions, readSettings, type Settings } from './options.ts';
import { type KeptSeat, readEntries, readJudges, readKept, readPairs } from './read-tables.ts';
import { summaryOf, wordsOf } from './summary.ts';

/** What goes to standard output, what is said of it to a person, and the seats as CSV where there are any. */
export type Answer = {
  readonly json: unknown;
  readonly words: readonly string[];
  readonly seats: { readonly csv: string; readonly count: number } | undefined;
};

const refuse = (refusals: readonly Refusal[]): { ok: false; refusals: readonly Refusal[] } => ({ ok: false, refusals });

/** Plain CSV without a byte order mark: it is read again by `--keep` and by other programs. */
function seatsAsCsv({ entries, judges, seating }: Numbered, seats: Int32Array): string {
  const cell = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines = Array.from(seats, (pair) => {
    const [entry, judge] = [entries[Math.floor(pair / judges.length)]?.entry ?? '', judges[pair % judges.length]?.judge ?? ''];
    return `${cell(entry)},${cell(judge)},${(dearestPrice - (seating.price[pair] ?? 0)).toString()}\n`;
  });
  return `entry,judge,affinity\n${lines.join('')}`;
}

/** CPU milliseconds since the process began. */
function cpu(): number {
  const { user, system } = process.cpuUsage();
  return Math.round((user + system) / 1000);
}

async function readDemand(options: AssignOptions, settings: Settings): Promise<Result<Numbered>> {
  const entries = await readEntries(options.entries);
  const judges = await readJudges(options.judges);
  if (!entries.ok || !judges.ok) return refuse([...(entries.ok ? [] : entries.refusals), ...(judges.ok ? [] : judges.refusals)]);
  const numbered = numberDemand({
    entries: entries.value,
    judges: judges.value,
    perEntry: settings.perEntry,
    minLoad: settings.minLoad,
    maxLoad: settings.maxLoad ?? Math.max(entries.value.length, settings.minLoad),
    firstYearShare: settings.firstYearShare,
    loadPrice: settings.loadPrice,
    seed: options.seed,
  });
  if (!numbered.ok || options.pairs === undefined) return numbered;
  const refusals = await readPairs(options.pairs, numbered.value);
  return refusals.length > 0 ? refuse(refusals) : numbered;
}

/** A judge who drops out takes no seat; a name nobody has is refused. */
function dropOut({ judgeNumber, seating }: Numbered, names: readonly string[]): Refusal[] {
  return names.flatMap((given) => {
    const name = given.trim().normalize('NFC');
    const j = judgeNumber.get(name);
    if (j === undefined) return [{ code: 'assign.unknown-name' as const, facts: { file: '--drop-out', column: 'judge', name } }];
    seating.most[j] = 0;
    seating.least[j] = 0;
    for (let e = 0; e < seating.entries; e += 1) {
      const pair = e * seating.judges + j;
      if ((seating.price[pair] ?? forbidden) < forbidden) seating.price[pair] = priceOf('ruled-out');
    }
    return [];
  });
}

type Kept = { readonly held: readonly number[]; readonly released: readonly KeptSeat[] };

/** Seats that may stay; those that may not any more (a conflict, a judge who dropped out) are released and filled anew. */
async function readHeld(file: string | undefined, numbered: Numbered): Promise<Result<Kept>> {
  if (file === undefined) return { ok: true, value: { held: [], released: [] } };
  const kept = await readKept(file, numbered);
  if (!kept.ok) return kept;
  const { seating, entries, judges } = numbered;
  const stays = ({ pair }: KeptSeat) => (seating.price[pair] ?? forbidden) < forbidden;
  const [entrySeats, judgeSeats] = [new Int32Array(entries.length), new Int32Array(judges.length)];
  const refusals: Refusal[] = [];
  for (const { pair, row } of kept.value.filter(stays)) {
    const [e, j] = [Math.floor(pair / judges.length), pair % judges.length];
    entrySeats[e] = (entrySeats[e] ?? 0) + 1;
    judgeSeats[j] = (judgeSeats[j] ?? 0) + 1;
    const over = [
      { name: entries[e]?.entry ?? '', seats: entrySeats[e] ?? 0, most: seating.need[e] ?? 0 },
      { name: judges[j]?.judge ?? '', seats: judgeSeats[j] ?? 0, most: seating.most[j] ?? 0 },
    ].filter(({ seats, most }) => seats > most);
    for (const facts of over) refusals.push({ code: 'assign.kept-too-many', facts: { file, row, ...facts } });
  }
  if (refusals.length > 0) return refuse(refusals);
  return {
    ok: true,
    value: { held: kept.value.filter(stays).map(({ pair }) => pair), released: kept.value.filter((seat) => !stays(seat)) },
  };
}

type Question = { readonly entry: string; readonly judge: string };

function explainAsked(numbered: Numbered, making: Making, held: readonly number[], { entry, judge }: Question): Result<Answer> {
  const [e, j] = [numbered.entryNumber.get(entry), numbered.judgeNumber.get(judge)];
  const unknown = (column: string, name: string): Refusal => ({ code: 'assign.unknown-name', facts: { file: '--why', column, name } });
  if (e === undefined) return refuse([unknown('entry', entry)]);
  if (j === undefined) return refuse([unknown('judge', judge)]);
  return { ok: true, value: { json: explainPair(numbered, making, held, { entry: e, judge: j }), words: [], seats: undefined } };
}

/** Everything but the writing: the whole answer, or every reason there is none. */
export async function assignFiles(options: AssignOptions): Promise<Result<Answer>> {
  const settings = readSettings(options);
  if (!settings.ok) return settings;
  if (options.commitment !== undefined && !opensCommitment(options.commitment, options.seed)) {
    return refuse([{ code: 'assign.seed-not-committed', facts: { commitment: options.commitment } }]);
  }
  const started = cpu();
  const demand = await readDemand(options, settings.value);
  if (!demand.ok) return demand;
  const numbered = demand.value;
  const strangers = dropOut(numbered, options.dropOut ?? []);
  if (strangers.length > 0) return refuse(strangers);
  const kept = await readHeld(options.keep, numbered);
  if (!kept.ok) return kept;
  const making = { ...settings.value, bridge: options.bridge };
  if (settings.value.why) return explainAsked(numbered, making, kept.value.held, settings.value.why);
  const read = cpu();
  const result = planSeats(numbered, settings.value, kept.value.held);
  if (result.kind !== 'planned') return refuse([refusalOf(numbered, result)]);
  const assigned = cpu();
  const bridged = bridgePlan(numbered, result.plan, options.bridge);
  const timing = { read: read - started, assign: assigned - read, check: cpu() - assigned };
  const json = summaryOf({
    numbered,
    plan: result.plan,
    bridged,
    ...kept.value,
    droppedOut: options.dropOut ?? [],
    seed: options.seed,
    timing,
  });
  return {
    ok: true,
    value: { json, words: wordsOf(json), seats: { csv: seatsAsCsv(numbered, bridged.seats), count: bridged.seats.length } },
  };
}
