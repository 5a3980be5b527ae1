/** What the tables of screening know of people. */
import { byId, declareData, notPersonal, personal } from '#platform/privacy/declarations.ts';

declareData('screening', 'plaudit.screening_decisions', {
  verdict: notPersonal('a state'),
  reason: personal('evaluation', 'the entrant: entry_id → owner_id', { exported: 'given', erased: 'blanked' }),
  decided_by: byId('who decided: decided_by', 'kept'),
});
const entrant = 'the entrant: entry_id → owner_id';
declareData('screening', 'plaudit.screening_verdicts', {
  why: notPersonal('one of the reasons of the edition'),
  words: personal('evaluation', entrant, {
    exported: 'left out: once it is sent it stands in the entry’s note, and until then it is decided by nobody for good',
    erased: 'blanked',
  }),
  remark: personal('evaluation', entrant, { exported: 'left out: said among those who screen', erased: 'blanked' }),
  decided_by: byId('who decided: decided_by', 'kept'),
  looked_by: byId('who looked again: looked_by', 'kept'),
  sent_by: byId('who sent it: sent_by', 'kept'),
  undone_by: byId('who took it back: undone_by', 'kept'),
});
declareData('screening', 'plaudit.screening_settings', {
  reasons: notPersonal('what entries of an edition are ruled out for'),
});
