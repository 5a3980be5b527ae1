/**
 * Results: ballots become a tally, a tally becomes decisions, decisions are announced at one instant.
 * A tally is counted twice, by core and by the database, and kept only when both agree exactly; honours are written by programmes.
 * States: an edition is uncounted, counted, published (its announcement lies ahead and may be withdrawn), announced for good.
 * Who: managers count, publish and withdraw; auditors read along; the public reads from the announced instant, and nothing before it.
 */
import './jobs.ts';
import './mails/mails.ts';
import './privacy/data.ts';

export { type ResultReport, resultsAgainstRecord } from './against-record.ts';
export { resultsApi } from './api.ts';
export { decideDivision } from './divisions/decide.ts';
export { recordFigures } from './figures/record.ts';
export { type FigureTable, figuresForManager } from './figures/views.ts';
export { publishResults, withdrawAnnouncement } from './publish.ts';
export { type CategoryStandings, type Standing, type Standings, standingsForManager } from './standings.ts';
export { computeTally } from './tally.ts';
export { tellWinners } from './telling.ts';
export { type PublicWinner, type ToldOutcome, type ToldWinners, winnersForPublic, winnersTold } from './winners.ts';
