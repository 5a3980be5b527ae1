/** Work the jobs process does again and again, more often than a queue's clock allows: sealing, tidying. */

import type { Database } from '../database/transaction.server.ts';
import type { Log } from '../log.server.ts';

export type Round = {
  readonly name: string;
  readonly everyMs: number;
  readonly run: (database: Database, log: Log) => Promise<void>;
};

const rounds: Round[] = [];

export function declareRound(round: Round): void {
  rounds.push(round);
}

export function allRounds(): readonly Round[] {
  return rounds;
}
