/** What the tables of privacy know of people. */
import { byId, declareData, notPersonal, personal } from '#platform/privacy/declarations.ts';

const subject = 'whose data it is about: person_id';

declareData('privacy', 'plaudit.privacy_requests', {
  person_id: byId(subject, 'moved', 'kept: shows by an id alone that the request was carried out'),
  asked_by: byId('who asked: asked_by', 'kept'),
  reason: personal('record', subject, { exported: 'given', erased: 'blanked' }),
  sha256: personal('content', subject, {
    exported: 'left out: it is the copy itself',
    erased: 'deleted',
    until: '7 days',
  }),
  'kind state refusal': notPersonal('a kind, a state, the code of a refusal'),
});
declareData('privacy', 'plaudit.privacy_holds', {
  'subject_kind reason': notPersonal('why the organisation has to keep something; while it stands nothing is erased'),
  placed_by: byId('who placed it: placed_by', 'kept'),
  lifted_by: byId('who lifted it: lifted_by', 'kept'),
});
declareData('privacy', 'plaudit.retention_rules', { timer: notPersonal('the name of a timer') });
