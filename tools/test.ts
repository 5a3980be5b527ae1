/**
 * `./plaudit test` and `npm test`: the whole suite with all its set-up. The last line is `N passed, N failed`.
 *   ./plaudit test                 everything
 *   ./plaudit test tests journeys  only these stages
 * Exit code 0 when nothing failed, 1 otherwise, 2 for a stage it does not know. With CI=true a skip is a failure.
 */
import { stages } from './test/stages.ts';
import { chosen, runStages } from './test/suite.ts';

await runStages(chosen(stages, process.argv.slice(2)));
