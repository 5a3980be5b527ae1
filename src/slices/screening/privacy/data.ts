/** What the tables of screening know of people. */
import { byId, declareData, notPersonal, personal } from '#platform/privacy/declarations.ts';

declareData('screening', 'plaudit.screening_decisions', {
  verdict: notPersonal('a state'),
  reason: personal('evaluation', 'the entrant: entry_id → owner_id', { exported: 'given', erased: 'blanked' }),
  decided_by: byId('who decided: decided_by', 'kept'),
});
