/** Judges the storm afterwards by the ledger and the database alone: nothing acknowledged is lost, nothing took effect twice. */
import type { Count, Kind, Look } from './kind.ts';
import { type Line, readLedger } from './ledger.ts';

export type Verdict = {
  readonly calls: number;
  readonly acknowledged: number;
  /** How often nobody could know, by what was heard instead of an answer. */
  readonly unknown: Readonly<Record<string, number>>;
  /** Acknowledged, and not there. */
  readonly lost: readonly string[];
  /** There more often than it was acknowledged. */
  readonly twice: readonly string[];
  /** Refused for a reason nobody expected. */
  readonly wrong: readonly string[];
  readonly byKind: Readonly<Record<string, number>>;
};

type Found = { readonly lost: string[]; readonly twice: string[] };

function judge(counts: readonly Count[]): Found {
  const tell = ({ of, expected, found }: Count) => `${of}: expected ${expected}, found ${found}`;
  return {
    lost: counts.filter(({ expected, found }) => found < expected).map(tell),
    twice: counts.filter(({ expected, found }) => found > expected).map(tell),
  };
}

/** A key is used up by a committed change and by nothing else. */
async function countKeys(lines: readonly Line[], look: Look): Promise<Count[]> {
  const rows = await look<{ key: string }>('select key from plaudit.idempotency_keys');
  // One form may do several things, each under a key made from the form's.
  const used = new Set(rows.map(({ key }) => key.split('.')[0]));
  return lines.map((line) => ({
    of: `the keys of ${line.kind} ${line.call}`,
    expected: line.outcome === 'ok' ? 1 : 0,
    found: line.keys.filter((key) => used.has(key)).length,
  }));
}

function settled(file: string, kinds: readonly Kind[]): Line[] {
  const settle = new Map(kinds.map((kind) => [kind.operation, kind.settle]));
  return readLedger(file).map((line) => settle.get(line.kind)?.(line) ?? line);
}

function countEach(names: readonly string[]): Record<string, number> {
  return Object.fromEntries([...Map.groupBy(names, (name) => name)].map(([name, all]) => [name, all.length]));
}

export async function check(file: string, kinds: readonly Kind[], look: Look): Promise<Verdict> {
  const lines = settled(file, kinds);
  const byKind = Map.groupBy(lines, ({ kind }) => kind);
  const counts = await countKeys(lines, look);
  const wrong: string[] = [];
  for (const { operation, check: count, refusals = [] } of kinds) {
    const own = byKind.get(operation) ?? [];
    if (own.length > 0) counts.push(...(await count(own, look, lines)));
    const unexpected = own.filter(({ outcome, answer }) => outcome === 'fail' && !refusals.includes(answer));
    wrong.push(
      ...unexpected.map(({ call, answer, unheard }) => `${operation} ${call}: ${answer}, after ${unheard.length} without an answer`),
    );
  }
  const ok = lines.filter(({ outcome }) => outcome === 'ok');
  return {
    calls: lines.length,
    acknowledged: ok.length,
    unknown: countEach(lines.flatMap(({ unheard }) => unheard)),
    ...judge(counts),
    wrong,
    byKind: countEach(lines.map(({ kind }) => kind)),
  };
}
