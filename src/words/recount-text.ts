import { z } from 'zod';
import { recountChecks } from '#core/record/bundle/finding.ts';
import type { Recount } from '#core/record/bundle/recount.ts';
import { recount as en } from './en/recount.ts';

type Words = typeof en;

/** As much of a result as is told: both kinds of bundle hold it. */
const places = z.object({
  categories: z.array(
    z.object({
      category: z.string(),
      official: z.enum(['raw', 'corrected']).optional(),
      entries: z.array(
        z.object({
          entry: z.string(),
          rank: z.number().nullable(),
          tied: z.boolean(),
          corrected: z.number().nullable().optional(),
          raw: z.object({ fraction: z.string(), decimal: z.string() }).nullable(),
        }),
      ),
    }),
  ),
});

/** Every category with its entries in their places, the exact score beside each. */
function verdictLines({ result }: Recount, say: Words): string[] {
  const read = result === null ? undefined : places.safeParse(JSON.parse(result)).data;
  if (!read) return [];
  const lines = read.categories.flatMap(({ category, official, entries }) => {
    const name = Math.max(...entries.map(({ entry }) => entry.length));
    const decimal = Math.max(...entries.map(({ raw }) => raw?.decimal.length ?? 0));
    const told = entries.map(({ entry, rank, tied, raw, corrected }) => {
      const decided = official === 'corrected' && typeof corrected === 'number' ? `  ${say.corrected(corrected)}` : '';
      const score = raw ? `  ${raw.decimal.padStart(decimal)}  ${raw.fraction}` : '';
      return `  ${say.place(rank, tied).padStart(4)}  ${entry.padEnd(name)}${decided}${score}`.trimEnd();
    });
    return [`  ${category}`, ...told];
  });
  return ['', say.verdicts, ...lines];
}

/** Differences told one by one; of more only the number. */
const shown = 40;

function signatureLines({ signatures }: Recount, say: Words): string[] {
  const names = [...new Set(signatures.map(({ name }) => name))];
  if (names.length === 0) return [say.unsigned];
  return names.map((name) => {
    const own = signatures.filter((one) => one.name === name);
    return say.signed(
      name,
      own.map(({ checkpoint }) => checkpoint),
      own.every(({ trusted }) => trusted),
    );
  });
}

/** One sentence for each thing that differs; of a result one for each entry or judge, with its figures. */
function sentencesOf(findings: Recount['findings'], say: Words): string[] {
  const groups = new Map<string, Recount['findings'][number]['facts'][]>();
  const sentences = findings.map(({ key, facts }): (() => string) => {
    if (key !== 'result-differs') return () => say.findings[key]?.(facts) ?? key;
    const about = say.aboutText(facts);
    const own = groups.get(about);
    own?.push(facts);
    const group = own ?? [facts];
    groups.set(about, group);
    return () => (own ? '' : say.resultDiffers(group));
  });
  return sentences.map((sentence) => sentence()).filter((sentence) => sentence !== '');
}

/** The whole answer of a recount, ended by a line break: what was held against what, the verdicts, and everything that differs. */
export function recountText(counted: Recount, say: Words = en): string {
  const { origin, kind, software, ballots, root, fingerprint, findings } = counted;
  const width = Math.max(...recountChecks.map((check) => say.checks[check].length));
  const beside = Object.values(counted.said).some((n) => n > 0) || findings.some(({ check }) => check === 'said');
  const checks = recountChecks
    .filter((check) => check !== 'said' || beside)
    .map((check) => {
      const wrong = findings.filter((finding) => finding.check === check).length;
      const good = check === 'signatures' && counted.signatures.length === 0 ? say.noneToCheck : say.good;
      return `  ${say.checks[check].padEnd(width)}  ${wrong === 0 ? good : say.bad(wrong)}`;
    });
  const all = sentencesOf(findings, say);
  const told = all.slice(0, shown).map((sentence) => `  ${sentence}`);
  const lines = [
    say.title(origin, kind, software),
    ...(kind === null ? [] : [say.size(ballots, counted.said)]),
    ...(root === null ? [] : [say.root(root)]),
    ...(fingerprint === null ? [] : [say.fingerprint(fingerprint)]),
    ...(kind === null ? [] : signatureLines(counted, say)),
    '',
    ...(kind === null ? [] : checks),
    ...verdictLines(counted, say),
    ...(told.length > 0 ? ['', ...told] : []),
    ...(all.length > shown ? [say.more(all.length - shown)] : []),
    '',
    counted.agrees ? say.agrees : say.differs(all.length),
  ];
  return `${lines.join('\n')}\n`;
}
