/** What the tables of system know of people. */
import { byId, declareData, notPersonal, personal } from '#platform/privacy/declarations.ts';

const ours = notPersonal('words and figures of the product itself');

declareData('system', 'plaudit.audit_events', {
  'kind subject_kind event': notPersonal('ids, kinds and a salted commitment; every body lies in audit_bodies'),
});
declareData('system', 'plaudit.audit_bodies', {
  person_id: byId('whom the body is about: person_id', 'kept', 'deleted'),
  'body salt': personal('record', 'whom the body is about (person_id), or whose address it names', {
    exported: 'given',
    erased: 'deleted',
  }),
  erased_reason: notPersonal('why a body was erased; names and addresses of the erased are struck out of it'),
});
declareData('system', 'plaudit.audit_chains', { head: notPersonal('a seal') });
declareData('system', 'plaudit.audit_seals', { seal: notPersonal('a seal') });
declareData('system', 'plaudit.idempotency_keys', {
  'actor key operation request_hash': personal('technical', 'who sent the request: actor', {
    exported: 'left out: kept for two days so that a request acts once',
    erased: 'deleted',
    until: 'round: forget used keys, 2 days',
  }),
  'request answer': personal('technical', 'who sent the request, or whom it names', {
    exported: 'left out: the same stands where it was saved',
    erased: 'deleted',
    until: 'round: forget used keys, 2 days',
  }),
});
declareData('system', 'plaudit.memberships', {
  person_id: byId('the administrator: person_id', 'moved', 'deleted'),
  role: personal('role', 'the administrator: person_id', { exported: 'given', erased: 'deleted' }),
});
declareData('system', 'plaudit.long_jobs', {
  requested_by: byId('who asked for the work: requested_by', 'kept'),
  'task state note result': ours,
});
declareData('system', 'graphile_worker._private_jobs', {
  'payload last_error': personal('technical', 'whom the ids or the error lead to', {
    exported: 'left out: work on its way, gone when it is done',
    erased: 'deleted',
    until: 'when the job is done',
  }),
});
declareData('system', 'directory.worker_pools', { id: ours });
declareData('system', 'directory.pulses', { 'process counters': ours });
declareData('system', 'directory.backups', { 'state file note': ours });
