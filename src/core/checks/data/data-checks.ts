import type { BallotTable } from '../../scoring/ballot-table.ts';
import type { Check } from '../flag.ts';
import { viewOf } from '../view.ts';
import { checkCeiling } from './ceiling.ts';
import { checkMissing, checkPanels, checkUnmarked } from './coverage.ts';
import { checkOneMark } from './flat.ts';
import { checkKeyed } from './keyed.ts';
import { checkNoDifference } from './no-difference.ts';
import { checkNotApplicable } from './not-applicable.ts';
import { checkSeats } from './seats.ts';
import { checkTimes, type TimeRules } from './times.ts';

/**
 * All that is looked for before any statistics: one entry for each check, in the order a chair should read them, with its flags.
 * Nothing is changed or left out here; what to do about a flag is decided by people.
 */
export function dataChecks(table: BallotTable, rules: { readonly minimumPanel: number; readonly times?: TimeRules }): readonly Check[] {
  const view = viewOf(table);
  return [
    ...checkSeats(view),
    checkKeyed(view),
    checkMissing(view),
    checkUnmarked(view),
    checkNotApplicable(view),
    checkPanels(view, rules.minimumPanel),
    checkOneMark(view),
    checkNoDifference(view),
    checkCeiling(view),
    ...checkTimes(view, rules.times),
  ];
}
