/** `./plaudit record verify`: recomputes the whole record and names everything that was changed in each chain. */
import type { Command } from 'commander';
import { exitCodes } from '#main/outcome.ts';
import { type BallotFault, type BallotReport, ballotsAgainstRecord } from '#slices/judging/index.ts';
import { type ResultReport, resultsAgainstRecord } from '#slices/results/index.ts';
import { type RecordFault, type RecordReport, verifyRecord } from '#slices/system/index.ts';
import { wordsFor } from '#words/index.ts';
import { withOrganisations } from './context.ts';

const words = wordsFor('en').record;

function whereOf({ where }: RecordFault): string {
  if (where === undefined) return '';
  if (where === null) return ` ${words.where.unsought}`;
  if (!where.known) return ` ${words.where[where.why]}`;
  return ` ${'salt' in where ? words.where.salt : words.where.field(where.field)}`;
}

function faultLine(fault: RecordFault): string {
  const where = words.at(fault.seq, fault.eventId);
  switch (fault.part) {
    case 'sequence':
      return `${where} ${words.sequence(fault.expectedSeq, fault.seq - 1)}`;
    case 'event-text':
      return `${where} ${words.eventText(fault.column, fault.byteOffset)}`;
    case 'column':
      return `${where} ${words.column(fault.column, fault.byteOffset)}`;
    case 'undecided':
      return `${where} ${words.undecided(fault.column, fault.byteOffset)}`;
    case 'seal':
      return `${where} ${words.seal}`;
    case 'body':
      return `${where} ${words.body[fault.why]}${whereOf(fault)}`;
    case 'end':
      return `${where} ${words.end(fault.expectedSeq)}`;
  }
}

function print(name: string, report: RecordReport): void {
  console.log(words.organisation(name, report.sealed, report.chains.length));
  for (const { chain, events, faults, broken } of report.chains) {
    console.log(broken > 0 ? `  ✗ ${words.chain(chain)} ${words.broken(broken)}` : `  ✓ ${words.chain(chain)} ${words.whole(events)}`);
    for (const fault of faults) console.log(`    ${faultLine(fault)}`);
    if (broken > faults.length) console.log(`    ${words.more(broken - faults.length)}`);
  }
  if (report.unsealed > 0) console.log(`  ${words.unsealed(report.unsealed, Math.round(report.oldestUnsealedSeconds ?? 0))}`);
}

type Report = RecordReport & { readonly name: string; readonly ballots: BallotReport; readonly results: ResultReport };

function printTables({ ballots, results }: Report): void {
  const faulty = ({ ballot, what, criteria }: BallotFault) =>
    `  ✗ ${words.ballot(ballot)} ${words.ballotFaults[what](criteria.join(', '))}`;
  if (ballots.faults.length === 0) console.log(`  ✓ ${words.ballots(ballots.ballots)}`);
  for (const fault of ballots.faults) console.log(faulty(fault));
  if (results.faults.length === 0) console.log(`  ✓ ${words.results(results.published)}`);
  for (const { edition, what } of results.faults) console.log(`  ✗ ${words.edition(edition)} ${words.resultFaults[what]}`);
}

const isWhole = ({ chains, ballots, results }: Report): boolean =>
  chains.every(({ broken }) => broken === 0) && ballots.faults.length === 0 && results.faults.length === 0;

async function verify(json: boolean): Promise<void> {
  const reports = await withOrganisations((organisations) =>
    Promise.all(
      organisations.map(
        async ({ name, ctx }): Promise<Report> => ({
          name,
          ...(await verifyRecord(ctx.database, ctx.organisation)),
          ballots: await ballotsAgainstRecord(ctx),
          results: await resultsAgainstRecord(ctx),
        }),
      ),
    ),
  );
  if (json) console.log(JSON.stringify(reports));
  else
    for (const report of reports) {
      print(report.name, report);
      printTables(report);
    }
  if (!reports.every(isWhole)) process.exitCode = exitCodes.refused;
}

export function register(program: Command): void {
  const record = program.command('record').description(words.about);
  record
    .command('verify')
    .description(words.verifyAbout)
    .option('--json', wordsFor('en').commandLine.json)
    .action(({ json }: { json?: true }) => verify(json === true));
}
