import type { Refusal, Result } from '#core/problems/refusal.ts';
import { wordsFor } from '#words/index.ts';

/** The command's options as commander hands them over. */
export type AssignOptions = {
  readonly entries: string;
  readonly judges: string;
  readonly pairs?: string;
  readonly perEntry: string;
  readonly minLoad: string;
  readonly maxLoad?: string;
  readonly seed: string;
  readonly commitment?: string;
  readonly out?: string;
  readonly keep?: string;
  readonly dropOut?: readonly string[];
  readonly why?: string;
  readonly loadCost: string;
  readonly floor: string;
  readonly onePanel: string;
  readonly firstYearShare: string;
  readonly bridge: boolean;
};

export type Settings = {
  readonly perEntry: number;
  readonly minLoad: number;
  /** Null: no limit but the number of entries. */
  readonly maxLoad: number | null;
  readonly loadPrice: number;
  readonly floor: number;
  readonly onePanel: number;
  readonly firstYearShare: number;
  readonly why: { readonly entry: string; readonly judge: string } | undefined;
};

const { assign: say } = wordsFor('en');

type Range = { readonly option: string; readonly least: number; readonly most: number };

function whole(value: string, { option, least, most }: Range, refusals: Refusal[]): number {
  const number = /^\d{1,9}$/.test(value.trim()) ? Number(value) : Number.NaN;
  if (number >= least && number <= most) return number;
  refusals.push({ code: 'assign.option-not-readable', facts: { option, value, form: say.wholeNumber(least, most) } });
  return least;
}

/** `entry,judge`; an entry may hold commas itself, as the last one parts. */
function readWhy(value: string, refusals: Refusal[]): Settings['why'] {
  const at = value.lastIndexOf(',');
  const [entry, judge] = [
    value.slice(0, Math.max(0, at)).trim().normalize('NFC'),
    value
      .slice(at + 1)
      .trim()
      .normalize('NFC'),
  ];
  if (entry !== '' && judge !== '') return { entry, judge };
  refusals.push({ code: 'assign.option-not-readable', facts: { option: '--why', value, form: say.entryAndJudge } });
  return undefined;
}

/** The options as values, or every one that cannot be read. */
export function readSettings(options: AssignOptions): Result<Settings> {
  const refusals: Refusal[] = [];
  const most = 1_000_000;
  const settings: Settings = {
    perEntry: whole(options.perEntry, { option: '--per-entry', least: 1, most: 1_000 }, refusals),
    minLoad: whole(options.minLoad, { option: '--min-load', least: 0, most }, refusals),
    maxLoad: options.maxLoad === undefined ? null : whole(options.maxLoad, { option: '--max-load', least: 0, most }, refusals),
    loadPrice: whole(options.loadCost, { option: '--load-cost', least: 0, most: 1_000 }, refusals),
    floor: whole(options.floor, { option: '--floor', least: 0, most: 100 }, refusals),
    onePanel: whole(options.onePanel, { option: '--one-panel', least: 0, most }, refusals),
    firstYearShare: whole(options.firstYearShare, { option: '--first-year-share', least: 0, most: 100 }, refusals),
    why: options.why === undefined ? undefined : readWhy(options.why, refusals),
  };
  return refusals.length > 0 ? { ok: false, refusals } : { ok: true, value: settings };
}
