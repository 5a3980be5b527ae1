/** The rounds of people. */
import { declareRound } from '#platform/queue/rounds.server.ts';
import { forgetEnded } from './store.ts';

declareRound({ name: 'forget ended sessions and links', everyMs: 600_000, run: (database) => forgetEnded(database.db) });
