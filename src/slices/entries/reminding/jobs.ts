/** The round of reminders. */
import { declareRound } from '#platform/queue/rounds.server.ts';
import { sendReminders } from './reminding.ts';

declareRound({ name: 'remind who has not sent in', everyMs: 60_000, run: sendReminders });
